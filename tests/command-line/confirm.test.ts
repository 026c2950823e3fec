import assert from "node:assert/strict";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, mock, test } from "node:test";
import { CHECKS } from "../../checklist/index.ts";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import type { ConfirmResult } from "../../command-line/commands/mcc/confirm.ts";
import { run, signedIn, type Ended } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccConfirm } = await import("../../command-line/commands/mcc/confirm.ts");
const { ASKED_CHECKS } = await import("../../command-line/confirmations/asked-checks.ts");
const { saveInFile, readConfirmations } = await import("../../command-line/confirmations/confirmations-file.ts");

const folder = await mkdtemp(join(tmpdir(), "mcc-confirm-"));
let files = 0;
const newPath = (): string => join(folder, `${String(++files)}.json`);
const orgs = [
  await signedIn("to-confirm", "healthy-to-confirm"),
  await signedIn("to-mend", "several-faults"),
  await signedIn("bare", "package-missing")
];
after(async () => {
  await Promise.all(orgs.map((org) => org.close()));
  await rm(folder, { recursive: true });
});

/** What the command says to a person. */
let said: string[] = [];
class Heard extends MccConfirm {
  override log(text = ""): void {
    said.push(text);
  }
}
async function confirm(org: string, file: string, ...args: string[]): Promise<Ended<ConfirmResult> & { text: string }> {
  said = [];
  const ended = await run<ConfirmResult>(Heard, "-o", org, "--confirmations-file", file, ...args);
  return { ...ended, text: said.join("\n") };
}

/** Where the text of a line stands, behind its label. */
const TEXT_AT = 24;

const withoutOrigin = (text: string): string => text.replace(/http:\/\/127\.0\.0\.1:\d+/g, "");

describe("the list of what is open", async () => {
  const { text, result } = await confirm("to-confirm", newPath());

  test("tells each as mcc check does, below the name that --check takes", async () => {
    const file = join(folder, "check.txt");
    await run(MccCheck, "-o", "to-confirm", "--output-file", file);
    const checked = await readFile(file, "utf8");
    const [people = "", ...blocks] = withoutOrigin(text).split("\n\n").slice(0, -1);
    assert.deepEqual(
      blocks.map((block) => block.split("\n")[0]),
      result?.open?.map((each) => each.check)
    );
    const output = withoutOrigin(checked);
    assert.ok(output.includes(people), people);
    // mcc check tells what one visit settles together, so its lines stand elsewhere.
    for (const block of blocks.map((each) => each.replace(/\n +Answers .*$/s, "")))
      for (const line of block.split("\n").slice(2)) {
        const text = line.slice(TEXT_AT).replace(/^\d+ {2}/, "");
        assert.ok(output.includes(text), text);
      }
  });

  for (const { name, shown } of [
    {
      name: "who the system user is, and that it is a guess",
      shown: /^System user: mcc\.system@example\.com, not confirmed\. Evidence: /
    },
    { name: "what the audit trail says", shown: /\nip-relaxation\n.*\n +Is +Changed to “Relax IP restrictions”/ },
    {
      name: "which business units are to be ticked",
      shown: /\n +Is .*Harbour Lane \(100000001\) and Harbour Lane Kids/
    },
    {
      name: "which page should open",
      shown: /\n +Should be +.*the Marketing Cloud tab opens the Marketing Cloud settings/
    },
    { name: "what looking can stop", shown: /\n +Before you start +Reconnecting interrupts running sends/ },
    {
      name: "the page in Setup",
      shown: /the app in Manage Connected Apps: http\S+\/lightning\/setup\/ConnectedApplication\/page\?address=%2F0H4/
    },
    {
      name: "how to say what was seen",
      shown: /"--check ip-relaxation --answer relax"/
    },
    {
      name: "what may be answered",
      shown: /\n +Answers +on: On, as intended\n +off: Off, as intended\n/
    }
  ])
    test(`says ${name}`, () => assert.match(text, shown));

  test("as data, holds what the report of mcc check holds", async () => {
    const [checked] = (await run<CheckResult>(MccCheck, "-o", "to-confirm")).result?.orgs ?? [];
    assert.ok(checked && "report" in checked, "there is no report");
    const { findings, people } = checked.report;
    const open = findings.filter(({ state }) => state === "confirm");
    const withoutAnswers = result?.open?.map(({ answers, ...finding }) => {
      assert.ok(answers.some(({ result: is }) => is === "pass") && answers.some(({ result: is }) => is === "fail"));
      return finding;
    });
    assert.deepEqual({ ...result, open: withoutAnswers }, { systemUser: people.systemUser, open, recorded: null });
    assert.equal(people.systemUser?.confirmed, false);
  });

  test("calls a system user who was named no guess", async () => {
    const named = await confirm("to-confirm", newPath(), "--system-user", "mcc.system@example.com");
    assert.match(named.text, /^System user: mcc\.system@example\.com\n\n/);
    assert.equal(named.result?.systemUser?.confirmed, true);
  });

  test("says what was said before, and why it no longer counts", async () => {
    const { text: again, result: data } = await confirm("to-mend", newPath());
    const lapsed = data?.open?.flatMap(({ confirmation }) => confirmation?.lapsed ?? []) ?? [];
    assert.ok(lapsed.length > 0, "nothing has lapsed");
    for (const why of lapsed) assert.ok(again.includes(why), why);
  });
});

for (const { name, args, message } of [
  {
    name: "without what was seen",
    args: ["--check", "ip-relaxation"],
    message: /--answer relax\|.*--result pass, --result fail, or --remove/
  },
  {
    name: "that is no answer to the question",
    args: ["--check", "ip-relaxation", "--answer", "on"],
    message: /^"on" isn't an answer to "ip-relaxation"\. Its answers: relax, .*enforce/
  },
  {
    name: "with a value and a result",
    args: ["--check", "ip-relaxation", "--answer", "relax", "--result", "fail"],
    message: /--answer|--result/
  },
  {
    name: "with two answers",
    args: ["--check", "ip-relaxation", "--result", "pass", "--remove"],
    message: /--remove/
  },
  {
    name: "on what never asks a person",
    args: ["--check", "permitted-users", "--result", "pass"],
    message: /--check=permitted-users to be one of: .*ip-relaxation, .*marketing-cloud-tab\n/
  },
  {
    name: "on what this org does not ask",
    args: ["--check", "api-user-flag", "--result", "pass"],
    message:
      /^"api-user-flag" doesn't need to be confirmed .*no package.*To confirm in this org: ip-relaxation, refresh-token-policy\.$/
  },
  { name: "an answer to no question", args: ["--result", "pass"], message: /--check/ }
])
  test(`a word ${name} is not kept`, async () => {
    const file = newPath();
    const { code, error } = await confirm("bare", file, ...args);
    assert.equal(code, 3);
    assert.match(error?.message ?? "", message);
    await assert.rejects(readFile(file), { code: "ENOENT" });
  });

test("a broken file: what the message advises mends it", async () => {
  const file = newPath();
  await writeFile(file, "{ confirmations: [] }");
  const { code, error } = await confirm("to-confirm", file);
  assert.equal(code, 3);
  assert.match(error?.message ?? "", /move it away: then "mcc confirm" creates a new one/);
  await rename(file, newPath());
  await confirm("to-confirm", file, "--check", "scope-by-user", "--result", "pass");
  assert.equal((await readConfirmations(file, new Date())).length, 1);
});

for (const { answer, result, title } of [
  { answer: "off", result: "pass", title: "Scope By User is off, as intended" },
  { answer: "should-be-off", result: "fail", title: "Scope By User is on, but it should be off" }
] as const)
  test(`the answer ${answer} is kept with its value, and the report says it`, async () => {
    const file = newPath();
    const said = await confirm("to-confirm", file, "--check", "scope-by-user", "--answer", answer);
    assert.deepEqual(said.result?.recorded, { check: "scope-by-user", result, answer });
    const { result: checked } = await run<CheckResult>(MccCheck, "-o", "to-confirm", "--confirmations-file", file);
    const [org] = checked?.orgs ?? [];
    assert.ok(org && "report" in org, "there is no report");
    const found = org.report.findings.find(({ check }) => check === "scope-by-user");
    assert.ok(found, "nothing was found of it");
    assert.equal(found.title, title);
    assert.match(found.actual, /^O(?:n|ff), .*, according to .* on /);
    assert.equal(found.confirmation?.answer, answer);
  });

describe("--remove", () => {
  const WORD = { subjectId: null, holds: true, note: "", by: "Ada Fields", at: "2026-11-20T09:00:00Z", basis: {} };
  const orgId = "00D000000000001EAA";

  test("removes a word where the org no longer asks for it, and checks nothing", async () => {
    const file = newPath();
    await saveInFile(file, { ...WORD, orgId, check: "api-user-flag" }, new Date());
    await saveInFile(file, { ...WORD, orgId, check: "scope-by-user" }, new Date());
    const { result, text, code } = await confirm("bare", file, "--check", "api-user-flag", "--remove");
    assert.deepEqual(result, {
      systemUser: null,
      open: null,
      recorded: { check: "api-user-flag", result: "removed", answer: null }
    });
    assert.deepEqual([code, text], [0, `Removed from ${file}: api-user-flag.`]);
    assert.deepEqual(
      (await readConfirmations(file, new Date())).map((each) => each.check),
      ["scope-by-user"]
    );
  });

  test("where nothing was said: says so, and makes no file", async () => {
    const file = newPath();
    const { result, text, code } = await confirm("to-confirm", file, "--check", "api-user-flag", "--remove");
    assert.deepEqual(result, { systemUser: null, open: null, recorded: null });
    assert.equal(code, 0);
    assert.match(text, /^Nothing to remove: /);
    await assert.rejects(readFile(file), { code: "ENOENT" });
  });
});

describe("an option by its name before 1.0", () => {
  for (const { args, holds, warning } of [
    { args: ["--holds"], holds: true, warning: /Use .*--result pass.* instead/ },
    { args: ["--does-not-hold"], holds: false, warning: /Use .*--result fail.* instead/ }
  ])
    test(`${args.join(" ")} still records it, and says what to use`, async () => {
      const file = newPath();
      const warn = mock.method(MccConfirm.prototype, "warn");
      const { error } = await run<ConfirmResult>(
        MccConfirm,
        ...["-o", "to-confirm", "--confirm", file, "--check", "scope-by-user", ...args]
      );
      const warnings = warn.mock.calls.map((call) => JSON.stringify(call.arguments[0])).join("\n");
      warn.mock.restore();
      assert.equal(error, undefined);
      assert.deepEqual(
        (await readConfirmations(file, new Date())).map((each) => each.holds),
        [holds]
      );
      assert.match(warnings, warning);
      assert.match(warnings, /--confirm\b.*--confirmations-file/s);
    });

  test("--take-back still removes it", async () => {
    const file = newPath();
    await confirm("to-confirm", file, "--check", "scope-by-user", "--result", "pass");
    const { result } = await confirm("to-confirm", file, "--check", "scope-by-user", "--take-back");
    assert.deepEqual(result?.recorded, { check: "scope-by-user", result: "removed", answer: null });
  });

  test("--confirm of mcc check still reads the file", async () => {
    const file = newPath();
    await writeFile(file, "[]");
    const { error } = await run(MccCheck, "-o", "to-confirm", "--confirm", file);
    assert.match(error?.message ?? "", /must be \{ "confirmations"/);
  });
});

describe("the help", () => {
  const { check: flag, ...flags } = MccConfirm.flags;

  test("names what a person can be asked, in a sentence that can be wrapped", () => {
    assert.equal(flag.helpValue, "CHECK");
    const named = CHECKS.map(({ id }) => id).filter((id) => flag.description?.split(/[ ,.]+/).includes(id));
    assert.deepEqual(named, ASKED_CHECKS);
  });

  test("has the options that go with version 1.0 no more", () => {
    const hidden = Object.entries(flags).flatMap(([name, { hidden = false }]) => (hidden ? [name] : []));
    assert.deepEqual(hidden, ["holds", "does-not-hold"]);
  });
});
