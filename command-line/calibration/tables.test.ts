import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { CALIBRATION } from "../../checklist/index.ts";
import { InputError } from "./input-error.ts";
import { merged } from "./merge.ts";
import { readBlocks } from "./read-blocks.ts";
import type { Block } from "./schema.ts";
import { readTables, tablesText, writeTables } from "./tables-file.ts";

const folder = await mkdtemp(join(tmpdir(), "mcc-tables-"));
after(() => rm(folder, { recursive: true }));

const OPEN = { open: "Not asked." };
const BLOCK: Block = {
  format: "mcc-calibration",
  version: 1,
  demonstration: false,
  on: "2026-05-04",
  apiVersion: "66.0",
  language: "de",
  org: OPEN,
  packageVersion: { answer: "256.0" },
  answers: {
    "refresh-token-values": { answer: { policy: "immediately-expire", inactivity: false, period: 0 } },
    "app-name": { answer: { apps: [{ name: "Marketing Cloud", whole: true, isTheApp: true }], namespace: "none" } },
    "user-mode": OPEN,
    "hidden-rows": OPEN,
    "audit-trail-entries": OPEN,
    "audit-trail-wording": {
      answer: {
        sentences: [{ action: "changeIpRelaxationPolicy", text: 'Von {app} "auf" \\ `x`', to: "relax" }],
        leftOut: 0
      }
    },
    "app-date": { error: "TIMEOUT" },
    "permitted-users-twice": OPEN,
    "group-access": OPEN,
    attaching: OPEN,
    "system-administrator-names": { answer: { name: "Systemadministrator" } },
    "connector-username": OPEN,
    "connector-fields": OPEN,
    "results-words": OPEN,
    "marketing-cloud-script": OPEN,
    "connection-fields": OPEN,
    "sandbox-date": OPEN,
    "what-a-gap-stops": OPEN,
    "hidden-permissions": OPEN,
    "sign-in-factors": OPEN,
    "external-client-app": OPEN,
    "marketing-cloud-settings": OPEN,
    "setup-addresses": OPEN,
    "package-build": OPEN
  }
};
const withAnswers = (answers: Partial<Block["answers"]>, more: Partial<Block> = {}): Block => ({
  ...BLOCK,
  ...more,
  answers: { ...BLOCK.answers, ...answers }
});
const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

test("today's tables are written exactly as their file has them", async () => {
  const url = new URL("../../checklist/calibration/table.ts", import.meta.url);
  assert.equal(tablesText(CALIBRATION), await readFile(url, "utf8"));
});

test("what is written is read again, with whatever text in it", async () => {
  const { tables } = merged(CALIBRATION, [BLOCK]);
  const path = join(folder, "table.ts");
  await writeTables(path, tables);
  assert.deepEqual(await readTables(path), tables);
  assert.ok((await readdir(folder)).every((name) => !name.endsWith(".tmp")));
});

describe("merging", () => {
  test("adds what was observed after what was there, with day and version", () => {
    const { tables, added, contradicted } = merged(CALIBRATION, [BLOCK]);
    assert.equal(added.length, 4);
    assert.deepEqual(contradicted, []);
    for (const name of Object.keys(CALIBRATION) as (keyof typeof CALIBRATION)[])
      assert.deepEqual(tables[name].slice(0, CALIBRATION[name].length), CALIBRATION[name]);
    assert.deepEqual(tables.systemAdministrators.at(-1), {
      language: "de",
      name: "Systemadministrator",
      how: "observed",
      on: "2026-05-04",
      apiVersion: "66.0"
    });
  });

  test("keeps the first of the same observation", () => {
    const { tables } = merged(CALIBRATION, [BLOCK]);
    const again = merged(tables, [{ ...BLOCK, on: "2026-06-01", apiVersion: "67.0" }]);
    assert.deepEqual([again.added, again.tables], [[], tables]);
  });

  test("keeps both of two that contradict each other, and tells", () => {
    const other = withAnswers({
      "refresh-token-values": { answer: { policy: "immediately-expire", inactivity: false, period: null } },
      "audit-trail-wording": {
        answer: {
          sentences: [{ action: "changeIpRelaxationPolicy", text: 'Von {app} "auf" \\ `x`', to: "enforce" }],
          leftOut: 0
        }
      },
      "system-administrator-names": { answer: { name: "Administrator" } }
    });
    const { tables, contradicted } = merged(CALIBRATION, [BLOCK, other]);
    assert.equal(contradicted.length, 6);
    assert.equal(tables.refreshToken.filter(({ how }) => how === "observed").length, 2);
  });

  test("tells where two policies show the same values", () => {
    const other = withAnswers({
      "refresh-token-values": { answer: { policy: "valid-until-revoked", inactivity: false, period: 0 } }
    });
    assert.equal(merged(CALIBRATION, [BLOCK, other]).contradicted.length, 2);
  });

  for (const { name, answers, more = {} } of [
    {
      name: "a policy that nobody named",
      answers: { "refresh-token-values": { answer: { policy: null, inactivity: false, period: 0 } } }
    },
    {
      name: "an app that is not surely the one, or not named whole",
      answers: {
        "app-name": {
          answer: {
            apps: [
              { name: "Marketing Cloud", whole: true, isTheApp: false },
              { name: "… Marketing Cloud", whole: false, isTheApp: true }
            ],
            namespace: null
          }
        }
      }
    },
    { name: "a profile in a language that is not known", answers: {}, more: { language: "other" } },
    { name: "errors", answers: { "system-administrator-names": { error: "INVALID_FIELD" } } }
  ] satisfies { name: string; answers: Partial<Block["answers"]>; more?: Partial<Block> }[])
    test(`learns nothing from ${name}`, () => {
      const usual = merged(CALIBRATION, [BLOCK]).added.length;
      assert.equal(merged(CALIBRATION, [withAnswers(answers, more)]).added.length, usual - 1);
    });
});

const JSON_TEXT = JSON.stringify(BLOCK, undefined, 2);
const FENCE = `\`\`\`json\n${JSON_TEXT}\n\`\`\``;

describe("a block is read", () => {
  for (const [name, text, count] of [
    ["from an issue's text", `Hello\n\n${FENCE}\n\nbye`, 1],
    ["beside other code", `\`\`\`json\n{}\n\`\`\`\n${FENCE}`, 1],
    ["twice from one text", `${FENCE}\n\n${FENCE}`, 2],
    ["with Windows line ends and a byte order mark", `\uFEFF${FENCE.replaceAll("\n", "\r\n")}`, 1],
    ["out of a quote", FENCE.replaceAll(/^/gm, "> "), 1],
    ["alone", JSON_TEXT, 1],
    ["from what --json prints", JSON.stringify({ status: 0, result: BLOCK, warnings: [] }), 1]
  ] as const)
    test(name, async () => {
      assert.deepEqual(
        await readBlocks(await file("block", text)),
        Array.from({ length: count }, () => BLOCK)
      );
    });
});

const changed = (change: (block: Record<string, Record<string, unknown>>) => void): string => {
  const copy = JSON.parse(JSON_TEXT) as Record<string, Record<string, unknown>>;
  change(copy);
  return JSON.stringify(copy);
};

describe("what can't be used is told: what, where, and what to do", () => {
  for (const [name, text, message] of [
    ["no block", "Hello", /no calibration block.+Save the whole text/s],
    ["half a block", JSON_TEXT.slice(0, 200), /block isn't JSON.+Copy it again/s],
    ["another document", "{}", /At format: .+Copy it again/s],
    [
      "a demonstration org",
      changed((block) => Object.assign(block, { demonstration: true })),
      /demonstration org, which proves nothing\. Leave it out/
    ],
    ["a later version", changed((block) => Object.assign(block, { version: 2 })), /At version: /],
    ["a day that is none", changed((block) => Object.assign(block, { on: "soon" })), /At on: a day like/],
    ["an unknown answer", changed(({ answers }) => Object.assign(answers ?? {}, { more: OPEN })), /At answers: .*more/],
    [
      "an unknown policy",
      changed(({ answers }) =>
        Object.assign(answers ?? {}, {
          "refresh-token-values": { answer: { policy: "x", inactivity: true, period: 0 } }
        })
      ),
      /At answers\["refresh-token-values"\]\.answer\.policy: /
    ],
    [
      "a sentence without the app",
      changed(({ answers }) =>
        Object.assign(answers ?? {}, {
          "audit-trail-wording": {
            answer: { sentences: [{ action: "changeIpRelaxationPolicy", text: "x", to: null }], leftOut: 0 }
          }
        })
      ),
      /At answers\["audit-trail-wording"\]\.answer\.sentences\[0\]\.text: /
    ]
  ] as const)
    test(name, async () => {
      const path = await file("bad", text);
      await assert.rejects(readBlocks(path), (error: Error) => {
        assert.ok(error instanceof InputError && error.message.includes(path), error.message);
        assert.match(error.message, message);
        return true;
      });
    });

  test("a file that is not there", async () => {
    await assert.rejects(readBlocks(join(folder, "nowhere")), /nowhere can't be read \(ENOENT\)/);
  });

  test("tables that are none: nothing is lost", async () => {
    const path = await file("other.ts", "export const X = 1;\n");
    await assert.rejects(readTables(path), /isn't the tables.+Nothing was written/s);
    const odd = await file("odd.ts", tablesText(CALIBRATION).replace('"how": "documented"', '"how": "guessed"'));
    await assert.rejects(readTables(odd), /At refreshToken\[0\]\.how: /);
    assert.equal(await readFile(path, "utf8"), "export const X = 1;\n");
  });

  test("a place that can't be written", async () => {
    await assert.rejects(
      writeTables(join(folder, "no", "table.ts"), CALIBRATION),
      /can't be written \(there is no folder .*no\)/
    );
  });
});
