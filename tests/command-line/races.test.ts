import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { FixResult } from "../../command-line/commands/mcc/fix.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { heardWrites, LINES, recordsOf, SITUATIONS, type Line } from "../product/race-cases.ts";
import { say } from "../browser/words.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccFix } = await import("../../command-line/commands/mcc/fix.ts");

let said: string[] = [];
/** Called once, when the person is asked first. */
let meanwhile: () => void = () => undefined;
class Attended extends MccFix {
  protected override canAsk(): boolean {
    return true;
  }
  override confirm(): Promise<boolean> {
    const happens = meanwhile;
    meanwhile = () => undefined;
    happens();
    return Promise.resolve(true);
  }
  override log(text = ""): void {
    said.push(text);
  }
  override logJson(): void {
    // The result is at hand.
  }
}

const PEOPLE = ["--system-user", "mcc.system@example.com", "--user", "priya.anand@example.com"];
const argsFor = (lines: readonly Line[]): string[] => [
  ...PEOPLE,
  ...(lines.includes("activate") ? ["--user", "lena.marsh@example.com"] : []),
  ...lines.flatMap((line) => ["--check", LINES[line].check]),
  "--apply"
];

let orgs = 0;
async function inOrg(
  work: (org: EmbeddedOrg, fix: (...args: string[]) => ReturnType<typeof run<FixResult>>) => Promise<void>
) {
  const alias = `to-race-${String(++orgs)}`;
  const org = await signedIn(alias, "several-faults");
  try {
    await work(org, (...args) => run<FixResult>(Attended, "-o", alias, ...args));
  } finally {
    await org.close();
  }
}

describe("between plan and act, in the terminal", () => {
  for (const { name, lines, undo, meanwhile: happens, then, forbidden, words, writes, records } of SITUATIONS)
    test(`${name}: ${then.join(", ")}`, () =>
      inOrg(async (org, fix) => {
        if (undo) {
          const { result } = await fix(...argsFor(lines));
          assert.deepEqual(
            result?.outcomes?.map(({ done }) => done),
            [true]
          );
        }
        said = [];
        let heard: readonly string[] = [];
        meanwhile = () => {
          happens(org);
          heard = heardWrites(org);
        };
        const { result, error, code } = undo ? await fix("--undo", "F-000001") : await fix(...argsFor(lines));
        assert.deepEqual(heard, writes);
        assert.deepEqual(recordsOf(org), records);
        if (forbidden) {
          assert.match(error?.message ?? "", words ?? /./);
          return;
        }
        assert.deepEqual(
          result?.outcomes?.map(({ done, recorded, reason }) => (done ? (recorded ? "done" : "unrecorded") : reason)),
          then
        );
        assert.equal(code, then.every((each) => each === "done") ? 0 : 1);
        const text = said.join("\n");
        if (words) assert.match(text, words);
        for (const each of then) assert.ok(text.includes(sentenceOf(each)), `${each}: ${text}`);
      }));
});

function sentenceOf(outcome: (typeof SITUATIONS)[number]["then"][number]): string {
  if (outcome === "done") return "Done: ";
  return outcome === "unrecorded" ? "isn't recorded in this org" : say(`change.reason.${outcome}`);
}

describe("each situation", () => {
  for (const { name, apex } of SITUATIONS)
    test(`${name}: has an Apex test, or a reason for having none`, () => {
      if (typeof apex !== "string") {
        assert.ok(apex.not);
        return;
      }
      const [file = "", method = ""] = apex.split(".");
      const source = readFileSync(new URL(`../../force-app/main/default/classes/${file}.cls`, import.meta.url), "utf8");
      assert.match(source, new RegExp(`@IsTest\\s+static void ${method}\\(`));
    });
});
