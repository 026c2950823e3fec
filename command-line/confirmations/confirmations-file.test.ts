import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { keepInFile, readConfirmations, type FileConfirmation } from "./confirmations-file.ts";

const folder = await mkdtemp(join(tmpdir(), "mcc-confirmations-"));
after(() => rm(folder, { recursive: true }));
let files = 0;
const newPath = (): string => join(folder, `${String(++files)}.json`);

const NOW = new Date("2026-11-24T12:00:00Z");
const word = (change: Partial<Record<keyof FileConfirmation, unknown>> = {}): FileConfirmation =>
  ({
    orgId: "00D000000000001AAA",
    check: "ip-relaxation",
    subjectId: null,
    holds: true,
    note: "",
    by: "Ada Fields",
    at: "2026-11-20T09:00:00.000Z",
    basis: { app: "0H4000000000001" },
    ...change
  }) as FileConfirmation;

async function written(content: unknown): Promise<string> {
  const path = newPath();
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

test("what was kept is read again", async () => {
  const path = newPath();
  await keepInFile(path, word());
  assert.deepEqual(await readConfirmations(path, NOW), [word()]);
});

const OTHERS = [
  word({ orgId: "00D000000000002AAA" }),
  word({ check: "scope-by-user", basis: {} }),
  word({ subjectId: "005000000000002AAA" })
];
for (const { name, said, kept } of [
  { name: "a new word takes the place of the old one", said: { holds: false }, kept: [word({ holds: false })] },
  { name: "a word that is taken back is gone", said: { holds: null }, kept: [] }
])
  test(`${name}; those on other things and in other orgs stay`, async () => {
    const path = await written({ confirmations: [word(), ...OTHERS] });
    await keepInFile(path, { ...word(), ...said });
    assert.deepEqual(await readConfirmations(path, NOW), [...OTHERS, ...kept]);
  });

const BAD = [
  { name: "is not JSON", content: "{ confirmations: [] }", place: /not JSON.*position/ },
  { name: "is empty", content: "", place: /not JSON/ },
  { name: "is a list", content: [], place: /the file: / },
  { name: "has no list", content: {}, place: /confirmations: / },
  {
    name: "names no org",
    content: { confirmations: [word({ orgId: undefined })] },
    place: /confirmations\.0\.orgId: /
  },
  {
    name: "names a user for an org",
    content: { confirmations: [word({ orgId: "005000000000001" })] },
    place: /confirmations\.0\.orgId: an Id that begins with 00D/
  },
  {
    name: "names an unknown check",
    content: { confirmations: [word(), word({ check: "ip" })] },
    place: /confirmations\.1\.check: /
  },
  {
    name: "has a text for a truth value",
    content: { confirmations: [word({ holds: "false" })] },
    place: /confirmations\.0\.holds: /
  },
  { name: "tells no moment", content: { confirmations: [word({ at: "yesterday" })] }, place: /confirmations\.0\.at: / },
  {
    name: "tells a moment to come",
    content: { confirmations: [word({ at: "2027-01-01T00:00:00Z" })] },
    place: /confirmations\.0\.at: a moment that has not come yet/
  },
  { name: "says nobody's name", content: { confirmations: [word({ by: "" })] }, place: /confirmations\.0\.by: / },
  {
    name: "has a word too many",
    content: { confirmations: [{ ...word(), hold: true }] },
    place: /confirmations\.0: .*hold/
  }
];
for (const { name, content, place } of BAD)
  test(`a file that ${name} is refused by its place, and stays as it is`, async () => {
    const path = await written(content);
    const before = await readFile(path, "utf8");
    for (const attempt of [() => readConfirmations(path, NOW), () => keepInFile(path, word({ at: NOW.toISOString() }))])
      await assert.rejects(attempt, (error: Error) => error.message.startsWith(path) && place.test(error.message));
    assert.equal(await readFile(path, "utf8"), before);
  });

test("a file that is not there can't be read", async () => {
  await assert.rejects(readConfirmations(join(folder, "none.json"), NOW), /none\.json can't be read \(ENOENT\)/);
});

test("a path that can't be written is named, and nothing is left beside it", async () => {
  await assert.rejects(keepInFile(folder, word()), /can't be (read|written)/);
  assert.deepEqual(
    (await readdir(tmpdir())).filter((name) => name.endsWith(".tmp")),
    []
  );
});
