import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, mock, test } from "node:test";
import type { CheckId, PrintedReport } from "../../checklist/index.ts";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import type { ConfirmResult } from "../../command-line/commands/mcc/confirm.ts";
import { run, signedIn, type Ended } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccConfirm } = await import("../../command-line/commands/mcc/confirm.ts");

const folder = await mkdtemp(join(tmpdir(), "mcc-check-"));
// The scenarios tell of one org; here they are two.
const scenario = await readFile(new URL("../../local/scenarios/healthy-to-confirm.json", import.meta.url), "utf8");
const anotherOrg = join(folder, "another-org.json");
await writeFile(anotherOrg, scenario.replaceAll("00D000000000001", "00D000000000002"));
const orgs = [await signedIn("broken", "several-faults"), await signedIn("open", anotherOrg)];
after(async () => {
  await Promise.all(orgs.map((org) => org.close()));
  await rm(folder, { recursive: true });
});

const check = (...args: string[]): Promise<Ended<CheckResult>> => run(MccCheck, ...args);
const confirm = (...args: string[]): Promise<Ended<ConfirmResult>> => run(MccConfirm, ...args);
const reportOn = ({ result }: Ended<CheckResult>, org: string): PrintedReport => {
  const found = result?.orgs.find(({ targetOrg }) => targetOrg === org);
  assert.ok(found && "report" in found, `no report on ${org}`);
  return found.report;
};
const stateOf = (report: PrintedReport, id: CheckId): string | undefined =>
  report.findings.find((finding) => finding.check === id)?.state;

for (const { name, args, code } of [
  { name: "one org that is broken", args: ["-o", "broken"], code: 1 },
  { name: "one org with things to confirm", args: ["-o", "open"], code: 2 },
  { name: "both", args: ["-o", "broken", "--target-org", "open"], code: 1 },
  { name: "one org twice", args: ["-o", "open", "-o", "open"], code: 2 },
  { name: "a broken one, failing on blockers", args: ["-o", "broken", "--fail-on", "blocker"], code: 1 },
  { name: "a good org beside one that nobody signed in to", args: ["-o", "open", "-o", "nowhere"], code: 3 }
])
  test(`${name}: exit ${String(code)}, each org once, in the order named`, async () => {
    const ended = await check(...args);
    assert.equal(ended.code, code, ended.error?.message);
    assert.deepEqual(
      ended.result?.orgs.map(({ targetOrg }) => targetOrg),
      [...new Set(args.filter((_, at) => /^(-o|--target-org)$/.test(args[at - 1] ?? "")))]
    );
  });

for (const names of [
  ["broken", "broken@example.com"],
  ["broken@example.com", "broken"]
])
  test(`one org as ${names.join(" and as ")}: checked once, by its first name`, async () => {
    const { result } = await check(...names.flatMap((name) => ["-o", name]));
    assert.deepEqual(
      result?.orgs.map(({ targetOrg }) => targetOrg),
      names.slice(0, 1)
    );
  });

test("an org that can't be checked hides nothing of the others, and is told what to do", async () => {
  const ended = await check("-o", "nowhere", "-o", "broken", "-o", "open");
  const [lost] = ended.result?.orgs ?? [];
  assert.match(lost && "error" in lost ? lost.error : "", /"nowhere".*sf org login web --alias nowhere/);
  assert.equal(reportOn(ended, "broken").verdict, "blocked");
  assert.equal(reportOn(ended, "open").verdict, "incomplete");
});

test("links lead into the very org", async () => {
  const links = reportOn(await check("-o", "open"), "open").findings.flatMap(({ fix }) => fix.address ?? []);
  const origins = new Set(links.map((address) => new URL(address).origin));
  assert.deepEqual([...origins].sort(), [orgs[1]?.url, "https://mc.exacttarget.com"]);
});

test("everyone with a box ticked is checked when asked for", async () => {
  const few = reportOn(await check("-o", "open"), "open");
  const all = reportOn(await check("-o", "open", "--all-users"), "open");
  assert.ok(all.people.users.length > few.people.users.length);
});

const FORMATS = [
  { file: "a.json", begins: /^\{/ },
  { file: "a.txt", begins: /^Marketing Cloud Connect|^No problems found/ },
  { file: "a.xml", begins: /^<\?xml/ },
  { file: "a.sarif", begins: /^\{/ },
  { file: "a.md", begins: /^# / },
  { file: "a.html", begins: /^<!doctype html>/ }
];
for (const targets of [["open"], ["open", "broken", "nowhere"]])
  test(`a file in each format, of ${String(targets.length)} org(s): whole, and about every org`, async () => {
    const paths = FORMATS.map(({ file }) => join(folder, `${String(targets.length)}-${file}`));
    const args = [...targets.flatMap((org) => ["-o", org]), ...paths.flatMap((path) => ["--output-file", path])];
    await check(...args);
    for (const [i, { begins, file }] of FORMATS.entries()) {
      const text = await readFile(paths[i] ?? "", "utf8");
      if (targets.length === 1) assert.match(text, begins, file);
      else for (const org of targets) assert.ok(text.includes(org), `${file} says nothing of ${org}`);
    }
    const json: unknown = JSON.parse(await readFile(paths[0] ?? "", "utf8"));
    assert.equal(Object.hasOwn(json as object, "orgs"), targets.length > 1);
  });

test("one org that can't be checked: its files say so under a heading of its own, and are told as written", async () => {
  const paths = ["lost.html", "lost.md"].map((file) => join(folder, file));
  const said: string[] = [];
  const log = mock.method(MccCheck.prototype, "log", (text = "") => void said.push(text));
  const { code } = await check("-o", "nowhere", ...paths.flatMap((path) => ["--output-file", path]));
  log.mock.restore();
  assert.equal(code, 3);
  assert.deepEqual(
    said,
    paths.map((path) => `Written to ${path}.`)
  );
  const [html = "", markdown = ""] = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  assert.match(html, /<title>MCC Health: Marketing Cloud Connect in nowhere<\/title>/);
  assert.match(html, /<h1>Marketing Cloud Connect in nowhere<\/h1>/);
  assert.match(
    markdown,
    /^# Marketing Cloud Connect in nowhere\n\n\| Org [^]+\| nowhere \| Couldn't be checked \| You aren't/
  );
});

test("what people confirmed in a file counts, org by org, until what it rested on changes", async () => {
  const file = join(folder, "confirmations.json");
  const [, open] = orgs;
  const listed = await confirm("-o", "open", "--confirmations-file", file);
  const ids = listed.result?.open?.map((each) => each.check) ?? [];
  assert.ok(ids.length >= 6 && ids.includes("ip-relaxation"), `${ids.join(", ")} ${String(listed.error)}`);
  for (const id of ids) {
    const { code, error } = await run(
      MccConfirm,
      "-o",
      "open",
      "--confirmations-file",
      file,
      "--check",
      id,
      "--result",
      "pass",
      "--note=seen"
    );
    assert.equal(code, 0, error?.message);
  }

  const guessed = await check("-o", "open", "--confirmations-file", file);
  assert.equal(guessed.code, 2, "what holds for a guess is taken for healthy");
  const systemUser = reportOn(guessed, "open").people.systemUser?.username ?? "";
  const confirmed = await check("-o", "open", "--confirmations-file", file, "--system-user", systemUser);
  assert.equal(confirmed.code, 0);
  assert.deepEqual(
    ids.map((id) => stateOf(reportOn(confirmed, "open"), id)),
    ids.map(() => "confirmed")
  );
  const other = reportOn(await check("-o", "broken", "--confirmations-file", file), "broken");
  const elsewhere = other.findings.filter(({ confirmation }) => confirmation?.note === "seen");
  assert.deepEqual(elsewhere, [], "a word on one org counts for another");

  const refuted = await confirm(
    "-o",
    "open",
    "--confirmations-file",
    file,
    "--check",
    "api-user-flag",
    "--result",
    "fail"
  );
  assert.equal(refuted.code, 0);
  assert.equal((await check("-o", "open", "--confirmations-file", file)).code, 1);
  await confirm("-o", "open", "--confirmations-file", file, "--check", "api-user-flag", "--remove");
  assert.equal((await check("-o", "open", "--confirmations-file", file)).code, 2);

  const app = open?.scenario.store.table("ConnectedApplication").rows[0]?.values.Id;
  open?.change("ConnectedApplication", String(app), { LastModifiedDate: "2026-11-24T11:00:00.000+0000" });
  const changed = reportOn(await check("-o", "open", "--confirmations-file", file), "open");
  assert.equal(stateOf(changed, "ip-relaxation"), "confirm");
  assert.match(changed.findings.find((each) => each.check === "ip-relaxation")?.confirmation?.lapsed ?? "", /./);
});
