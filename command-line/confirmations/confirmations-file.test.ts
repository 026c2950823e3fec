import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readConfirmations, removeFromFile, saveInFile } from "./confirmations-file.ts";
import type { FileConfirmation } from "./file-shape.ts";

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
  await saveInFile(path, word(), NOW);
  assert.deepEqual(await readConfirmations(path, NOW), [word()]);
});

const OTHERS = [
  word({ orgId: "00D000000000002AAA" }),
  word({ check: "scope-by-user", basis: {} }),
  word({ subjectId: "005000000000002AAA" })
];
test("a new word takes the place of the old one; those on other things and in other orgs stay", async () => {
  const path = await written({ confirmations: [word(), ...OTHERS] });
  await saveInFile(path, word({ holds: false }), NOW);
  assert.deepEqual(await readConfirmations(path, NOW), [...OTHERS, word({ holds: false })]);
});

test("a word by the Id of the org with 15 characters is of the same org: a new one takes its place", async () => {
  const path = await written({ confirmations: [word({ orgId: "00D000000000001" })] });
  await saveInFile(path, word(), NOW);
  assert.deepEqual(await readConfirmations(path, NOW), [word()]);
});

const ABOUT = { orgId: "00D000000000001AAA", check: "ip-relaxation" } as const;
for (const { name, words, stay } of [
  { name: "what was said of the org", words: [word()], stay: [] },
  { name: "a word by the Id with 15 characters", words: [word({ orgId: "00D000000000001" })], stay: [] },
  { name: "a word whose basis has changed since", words: [word({ basis: { gone: "x" } })], stay: [] },
  { name: "one of several", words: [word(), ...OTHERS.slice(0, 2)], stay: OTHERS.slice(0, 2) }
])
  test(`${name} is taken back; the rest stays`, async () => {
    const path = await written({ confirmations: words });
    assert.equal(await removeFromFile(path, ABOUT, NOW), true);
    assert.deepEqual(await readConfirmations(path, NOW), stay);
  });

test("where nothing was said, nothing is taken back, and the file is not written", async () => {
  const path = await written(`{"confirmations":${JSON.stringify(OTHERS.slice(0, 2))}}`);
  const before = await readFile(path, "utf8");
  assert.equal(await removeFromFile(path, ABOUT, NOW), false);
  assert.equal(await readFile(path, "utf8"), before);
});

test("where there is no file, nothing is taken back, and none is made", async () => {
  const path = newPath();
  assert.equal(await removeFromFile(path, ABOUT, NOW), false);
  await assert.rejects(readFile(path), { code: "ENOENT" });
});

test("a file that begins with a byte order mark is read", async () => {
  const path = await written(`\uFEFF${JSON.stringify({ confirmations: [word()] })}`);
  assert.deepEqual(await readConfirmations(path, NOW), [word()]);
});

const first = (change: Partial<Record<keyof FileConfirmation, unknown>>) => ({ confirmations: [word(change)] });
const BAD = [
  { name: "is not JSON", content: "{ confirmations: [] }", message: /isn't valid JSON \(.*position/ },
  { name: "is empty", content: "", message: /isn't valid JSON/ },
  { name: "is a list", content: [], message: /: the file: must be { "confirmations": \[ … \] }\. / },
  { name: "has no list", content: {}, message: /: confirmations: must be a list\. / },
  {
    name: "has a list of something else",
    content: { confirmations: ["yes"] },
    message: /: confirmations\[0\]: must be a confirmation/
  },
  {
    name: "names no org",
    content: first({ orgId: undefined }),
    message: /: confirmations\[0\]\.orgId: must be .* 00D\. /
  },
  {
    name: "names a user for an org",
    content: first({ orgId: "005000000000001" }),
    message: /: confirmations\[0\]\.orgId: must be .* 00D\. /
  },
  {
    name: "names an unknown check",
    content: { confirmations: [word(), word({ check: "ip" })] },
    message: /: confirmations\[1\]\.check: must be one that "mcc confirm --help" names, such as "ip-relaxation"\. /
  },
  {
    name: "names no person by an Id",
    content: first({ subjectId: "Ada" }),
    message: /: confirmations\[0\]\.subjectId: must be null, or .* 005\. /
  },
  {
    name: "has a text for a truth value",
    content: { confirmations: [word(), word(), word(), word({ holds: "false" })] },
    message: /: confirmations\[3\]\.holds: must be true or false\. /
  },
  {
    name: "has no note",
    content: first({ note: null }),
    message: /: confirmations\[0\]\.note: must be a text, "" for none\. /
  },
  {
    name: "tells no moment",
    content: first({ at: "yesterday" }),
    message: /: confirmations\[0\]\.at: must be the time of the confirmation/
  },
  {
    name: "tells a moment to come",
    content: first({ at: "2027-01-01T00:00:00Z" }),
    message: /: confirmations\[0\]\.at: is in the future\. /
  },
  {
    name: "says nobody's name",
    content: first({ by: "" }),
    message: /: confirmations\[0\]\.by: must be the name of the person who confirmed it\. /
  },
  {
    name: "has a basis that is a list",
    content: first({ basis: [] }),
    message: /: confirmations\[0\]\.basis: must stay as "mcc confirm" wrote it\. /
  },
  {
    name: "has a number in a basis",
    content: first({ basis: { app: 1 } }),
    message: /: confirmations\[0\]\.basis\.app: must stay as "mcc confirm" wrote it\. /
  },
  {
    name: "has a word too many",
    content: { confirmations: [{ ...word(), hold: true }] },
    message: /: confirmations\[0\]: has unknown keys: "hold"\. /
  },
  {
    name: "has a key that would be taken for the prototype of an object",
    content: JSON.stringify(first({})).replace('"basis":{', '"basis":{"__proto__":"0H4000000000002",'),
    message: /isn't valid JSON \("__proto__" isn't a valid key\)/
  },
  {
    name: "has a list too many",
    content: { confirmations: [], words: [] },
    message: /: the file: has unknown keys: "words"\. /
  }
];
for (const { name, content, message } of BAD)
  test(`a file that ${name} is refused with what is wrong, where and what to do, and stays as it is`, async () => {
    const path = await written(content);
    const before = await readFile(path, "utf8");
    for (const attempt of [
      () => readConfirmations(path, NOW),
      () => saveInFile(path, word({ at: NOW.toISOString() }), NOW),
      () => removeFromFile(path, ABOUT, NOW)
    ])
      await assert.rejects(attempt, ({ message: text }: Error) => {
        assert.ok(text.startsWith(path), text);
        assert.match(text, message);
        assert.match(text, /Fix it, or move it away: then "mcc confirm" creates a new one\./);
        assert.doesNotMatch(text, /Invalid input|Unrecognized|expected \w+, received/);
        return true;
      });
    assert.equal(await readFile(path, "utf8"), before);
  });

test("a file that is not there can't be read", async () => {
  await assert.rejects(readConfirmations(join(folder, "none.json"), NOW), /none\.json can't be read \(ENOENT\)/);
});

test("a path that can't be written is named, and nothing is left beside it", async () => {
  await assert.rejects(saveInFile(folder, word(), NOW), /can't be (read|written)/);
  assert.deepEqual(
    (await readdir(tmpdir())).filter((name) => name.endsWith(".tmp")),
    []
  );
});
