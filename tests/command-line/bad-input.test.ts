import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, mock, test } from "node:test";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import { startOrg, type InjectFault } from "../../local/embedded-org/org.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccConfirm } = await import("../../command-line/commands/mcc/confirm.ts");
const { default: MccCalibrate } = await import("../../command-line/commands/mcc/calibrate.ts");
const { orgError } = await import("../../command-line/orgs/org-error.ts");
const { TransportError } = await import("../../command-line/evidence/transport.ts");

const folder = await mkdtemp(join(tmpdir(), "mcc-bad-"));
after(() => rm(folder, { recursive: true }));

/** Fails, says this and nothing beside it, tells nobody what happened inside, and writes no file. */
async function fails(message: RegExp, ...args: string[]): Promise<void> {
  const file = join(folder, "report.json");
  await rm(file, { force: true });
  const warn = mock.method(MccCheck.prototype, "warn");
  const { code, error, result } = await run<CheckResult>(MccCheck, ...args);
  const warnings = warn.mock.calls.map((call) => call.arguments[0]);
  warn.mock.restore();
  assert.deepEqual(warnings, []);
  assert.equal(code, 3);
  assert.equal(result, undefined, "a report was made");
  assert.match(error?.message ?? "", message);
  assert.equal(error?.cause, undefined);
}

/** @returns answers so many queries well, and all after them in this way */
function afterQueries(count: number, kind: string): InjectFault {
  let asked = 0;
  return () => (++asked > count ? kind : undefined);
}

const LATER: readonly { name: string; kind: string; message: RegExp }[] = [
  { name: "the login expires", kind: "INVALID_SESSION_ID", message: /no longer accepts this login.*sf org login web/ },
  {
    name: "the org reaches its limit of requests",
    kind: "REQUEST_LIMIT_EXCEEDED",
    message: /used up its API requests/
  },
  { name: "the API is closed to the user", kind: "API_DISABLED_FOR_ORG", message: /API Enabled/ },
  { name: "a page comes in place of each answer", kind: "HTML", message: /something else than data came/ }
];
for (const [i, { name, kind, message }] of LATER.entries())
  for (const count of [0, 20])
    test(`${name} after ${String(count)} queries: no report, no warning, and what to do`, async () => {
      const alias = `middle-${String(i)}-${String(count)}`;
      const org = await signedIn(alias, "several-faults", { injectFault: afterQueries(count, kind) });
      await fails(message, "-o", alias);
      await org.close();
    });

test("the network is cut in the middle of a check: no report, and what to do", async () => {
  let asked = 0;
  const org = await signedIn("cut", "several-faults", {
    injectFault: () => {
      if (++asked === 20) void org.close();
      return undefined;
    }
  });
  await fails(/connection to Salesforce failed \(\w+\)/, "-o", "cut");
});

for (const kind of ["UNKNOWN_EXCEPTION", "INSUFFICIENT_ACCESS", "NOT_FOUND", "HTML"])
  test(`one query that fails by itself (${kind}) costs only what needs it`, async () => {
    const injectFault: InjectFault = (soql) => (/FROM SetupEntityAccess/.test(soql) ? kind : undefined);
    const alias = `one-fails-${kind.toLowerCase()}`;
    const org = await signedIn(alias, "healthy-to-confirm", { injectFault });
    const { result, code } = await run<CheckResult>(MccCheck, "-o", alias);
    const [checked] = result?.orgs ?? [];
    assert.ok(checked && "report" in checked, "there is no report");
    assert.ok(checked.report.counts.unknown > 0, "nothing is unknown");
    assert.equal(code, 2);
    await org.close();
  });

test("what the org keeps can't be read: the report says what it lacks", async () => {
  const injectFault: InjectFault = (soql) => (/FROM MCC_Person__c/.test(soql) ? "UNKNOWN_EXCEPTION" : undefined);
  const org = await signedIn("unkept", "healthy-to-confirm", { injectFault });
  const warnings: string[] = [];
  const warn = mock.method(MccCheck.prototype, "warn", (text: string) => (warnings.push(text), text));
  const { result } = await run<CheckResult>(MccCheck, "-o", "unkept");
  warn.mock.restore();
  assert.ok(result, "there is no report");
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? "", /^unkept: what MCC Health keeps in the org could not be read \(MCC_Person__c: /);
  await org.close();
});

test("a login that has expired is told by what signs in to that very org again", async () => {
  const org = await signedIn("expired", "several-faults");
  const port = Number(new URL(org.url).port);
  await org.close();
  const again = await startOrg({ scenario: org.scenario, port });
  for (const [name, alias] of [
    ["expired", " --alias expired"],
    ["expired@example.com", ""]
  ] as const)
    await fails(
      new RegExp(
        `^${name}: .*no longer accepts this login\\. Sign in again: "sf org login web${alias} --instance-url ${org.url}"\\.$`
      ),
      "-o",
      name
    );
  await again.close();
});

const error = (errorCode: string, message: string): string => JSON.stringify([{ errorCode, message }]);
for (const [i, { name, status, body, message }] of [
  {
    name: "refuses",
    status: 403,
    body: error("FORBIDDEN", "no access"),
    message: /refused to answer \(FORBIDDEN\)\. Have "API Enabled" given/
  },
  {
    name: "is out of order",
    status: 500,
    body: error("UNKNOWN_EXCEPTION", "An unexpected error occurred."),
    message: /not able to answer now \(UNKNOWN_EXCEPTION\)\..* Run the command again later\.$/
  },
  {
    name: "is not there for now",
    status: 503,
    body: error("SERVER_UNAVAILABLE", "The server is unavailable."),
    message: /not able to answer now \(SERVER_UNAVAILABLE\)\..* Run the command again later\.$/
  },
  {
    name: "says what nobody has heard of",
    status: 400,
    body: error("TEAPOT", "I am one"),
    message: /could not be asked \("I am one"\)\. Run the command again/
  }
].entries())
  test(`an org that ${name} at once: one message that tells the next step`, async () => {
    const alias = `first-${String(i)}`;
    const org = await signedIn(alias, "several-faults");
    await org.close();
    const server: Server = createServer((_request, response) => {
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    }).listen(Number(new URL(org.url).port), "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    await fails(message, "-o", alias);
    server.closeAllConnections();
    server.close();
  });

test("an org that does not answer at first is to be asked again later", () => {
  const { message } = orgError({ name: "slow" }, new TransportError("TIMEOUT", "It did not answer."));
  assert.match(message, /^slow: Salesforce is not able to answer now \(TIMEOUT\)\..* Run the command again later\.$/);
});

test("an org that can't be reached is told as that", async () => {
  const org = await signedIn("away", "several-faults");
  await org.close();
  await fails(/^away: the connection to Salesforce failed \(ECONNREFUSED\)/, "-o", "away");
});

for (const [i, { name, status, type, body }] of [
  { name: "a page of a proxy", status: 200, type: "text/html", body: "<html><body>Sign in</body></html>" },
  { name: "a page that says that it is busy", status: 503, type: "text/html", body: "<html>503</html>" },
  { name: "JSON of something else", status: 200, type: "application/json", body: '{"hello":"world"}' },
  { name: "half of an answer", status: 200, type: "application/json", body: '{"identity":' }
].entries())
  test(`${name} in place of Salesforce is told as that`, async () => {
    const alias = `page-${String(i)}`;
    const org = await signedIn(alias, "several-faults");
    await org.close();
    const server: Server = createServer((_request, response) => {
      response.writeHead(status, { "content-type": type }).end(body);
    }).listen(Number(new URL(org.url).port), "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    assert.ok((server.address() as AddressInfo).port > 0);
    await fails(new RegExp(`^${alias}: .*(something else than data|Unexpected end)`), "-o", alias);
    server.closeAllConnections();
    server.close();
  });

const org = await signedIn("well", "healthy-to-confirm");
after(() => org.close());
const confirmations = join(folder, "confirmations.json");
await writeFile(confirmations, '{ "confirmations": [{ "check": "ip" }] }');

for (const { name, args, message } of [
  {
    name: "an org that nobody signed in to",
    args: ["-o", "nowhere"],
    message: /"nowhere".*"sf org list".*"sf org login web --alias nowhere"/
  },
  {
    name: "a username that nobody signed in as",
    args: ["-o", "no@where.example"],
    message: /"no@where\.example".*"sf org login web" signs/
  },
  {
    name: "an API version that the org does not have",
    args: ["-o", "well", "--api-version", "99.0"],
    message: /^well: this org has no API version 99\.0\. Leave --api-version out, or name a lower one with it\.$/
  },
  { name: "an unknown option", args: ["--colour"], message: /--colour/ },
  { name: "an option without its value", args: ["--user"], message: /--user/ },
  ...[
    ["-o", "--target-org"],
    ["--user"],
    ["--system-user"],
    ["--confirm"],
    ["--output-file"],
    ["--output-format"],
    ["--fail-on"],
    ["--api-version"]
  ].map(([written = "", name = written]) => ({
    name: `an empty value for ${name}`,
    args: [written, ""],
    message: new RegExp(`^${name} is empty\\. Is a variable not set\\?$`)
  })),
  { name: "a word too many", args: ["now"], message: /Unexpected argument: now/ },
  {
    name: "an unknown format",
    args: ["-o", "well", "--output-format", "pdf"],
    message: /--output-format=pdf.*human, json, junit, sarif/s
  },
  { name: "an unknown threshold", args: ["-o", "well", "--fail-on", "advice"], message: /blocker, problem, warning/ },
  {
    name: "an unknown system user",
    args: ["-o", "well", "--system-user", "x@y.example"],
    message: /^well: .*"x@y\.example".*Setup, Users/
  },
  {
    name: "two unknown users",
    args: ["-o", "well", "--user", "a@x.example", "--user", "b@x.example"],
    message: /"a@x\.example", "b@x\.example"/
  },
  {
    name: "a file in no folder, before any org is asked",
    args: ["-o", "nowhere", "--output-file", join(folder, "none/x.json")],
    message: /none\/x\.json can't be written \(there is no folder .*none\)\. Choose another path/
  },
  {
    name: "a folder as a file, before any org is asked",
    args: ["-o", "nowhere", "--output-file", folder, "--output-format", "json"],
    message: /can't be written \(it is a folder\)/
  },
  {
    name: "an ending that tells no format",
    args: ["-o", "well", "--output-file", join(folder, "x.pdf")],
    message: /x\.pdf tells no format.*\.sarif/
  },
  {
    name: "a format beside several files",
    args: ["-o", "well", "--output-format", "html", "--output-file", join(folder, "x.html"), "--output-file", "y.html"],
    message: /each one's ending tells its format\. Leave --output-format out/
  },
  {
    name: "a format that the ending contradicts",
    args: ["-o", "well", "--output-format", "html", "--output-file", join(folder, "x.JSON")],
    message: /x\.JSON tells the format json, and --output-format tells html/
  },
  {
    name: "a file of confirmations that is not there",
    args: ["-o", "well", "--confirm", join(folder, "none.json")],
    message: /none\.json can't be read/
  },
  {
    name: "a file of confirmations that is none",
    args: ["-o", "well", "--confirm", confirmations],
    message: /confirmations\[0\]\.orgId: must be the Id of the org/
  }
])
  test(`${name}: one message that names it, exit 3`, () => fails(message, ...args));

for (const { name, disturb, args, message } of [
  { name: "no such API version", disturb: undefined, args: ["--api-version", "99.0"], message: /no API version 99\.0/ },
  { name: "a page in place of each answer", disturb: "HTML", args: [], message: /something else than data came/ }
])
  test(`calibrate on an org with ${name}: the same message, exit 3`, async () => {
    const alias = `calibrate-${String(args.length)}`;
    const org = await signedIn(alias, "several-faults", { injectFault: () => disturb });
    const { code, error } = await run(MccCalibrate, "-o", alias, ...args);
    assert.equal(code, 3);
    assert.match(error?.message ?? "", message);
    await org.close();
  });

for (const { command, args, option } of [
  { command: MccConfirm, args: ["--confirm", ""], option: "--confirm" },
  { command: MccConfirm, args: ["--confirm", "x.json", "--check", "ip-relaxation", "--note="], option: "--note" },
  { command: MccCalibrate, args: ["--app", " "], option: "--app" },
  { command: MccCalibrate, args: ["--from", ""], option: "--from" }
])
  test(`${command.name}: an empty value for ${option} is told as that, exit 3`, async () => {
    const { code, error } = await run(command, ...args);
    assert.deepEqual([code, error?.message], [3, `${option} is empty. Is a variable not set?`]);
  });

test("a broken run leaves nothing beside the report that was there", async () => {
  assert.deepEqual((await readdir(folder)).sort(), ["confirmations.json"]);
});
