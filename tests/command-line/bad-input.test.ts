import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, mock, test } from "node:test";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import { isAboutHttp } from "../../local/embedded-org/connect.ts";
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
  const warnings = warn.mock.calls.map((call) => call.arguments[0]).filter((text) => !isAboutHttp(text));
  warn.mock.restore();
  assert.deepEqual(warnings, []);
  assert.equal(code, 3);
  assert.equal(result, undefined, "a report was made");
  assert.match(error?.message ?? "", message);
  assert.equal(error?.cause, undefined);
}

/** What is asked in the last wave, of what the waves before have found. */
const LAST_WAVE = /Id IN \('005|PermissionSetId IN/;

/** @returns answers queries in this way, in each wave or in the last one */
const injectFrom =
  (kind: string, wave: "first" | "last"): InjectFault =>
  (soql) =>
    wave === "first" || LAST_WAVE.test(soql) ? kind : undefined;

const LATER: readonly { name: string; kind: string; message: RegExp }[] = [
  { name: "the login expires", kind: "INVALID_SESSION_ID", message: /no longer accepts this login.*sf org login web/ },
  {
    name: "the org reaches its limit of requests",
    kind: "REQUEST_LIMIT_EXCEEDED",
    message: /used up its API requests/
  },
  { name: "the API is closed to the user", kind: "API_DISABLED_FOR_ORG", message: /API Enabled/ },
  { name: "a page comes in place of each answer", kind: "HTML", message: /response wasn't JSON/ }
];
for (const [i, { name, kind, message }] of LATER.entries())
  for (const wave of ["first", "last"] as const)
    test(`${name} from the ${wave} queries on: no report, no warning, and what to do`, async (t) => {
      const alias = `middle-${String(i)}-${wave}`;
      const org = await signedIn(alias, "several-faults", { injectFault: injectFrom(kind, wave) });
      t.after(() => org.close());
      await fails(message, "-o", alias);
    });

test("the network is cut in the middle of a check: no report, and what to do", async (t) => {
  const org = await signedIn("cut", "several-faults", {
    injectFault: (soql) => {
      if (LAST_WAVE.test(soql)) void org.close();
      return undefined;
    }
  });
  t.after(() => org.close());
  await fails(/connection to Salesforce failed \(\w+\)/, "-o", "cut");
});

for (const kind of ["UNKNOWN_EXCEPTION", "INSUFFICIENT_ACCESS", "NOT_FOUND", "HTML"])
  test(`one query that fails by itself (${kind}) costs only what needs it`, async (t) => {
    const injectFault: InjectFault = (soql) => (/FROM SetupEntityAccess/.test(soql) ? kind : undefined);
    const alias = `one-fails-${kind.toLowerCase()}`;
    const org = await signedIn(alias, "healthy-to-confirm", { injectFault });
    t.after(() => org.close());
    const { result, code } = await run<CheckResult>(MccCheck, "-o", alias);
    const [checked] = result?.orgs ?? [];
    assert.ok(checked && "report" in checked, "there is no report");
    assert.ok(checked.report.counts.unknown > 0, "nothing is unknown");
    assert.equal(code, 2);
  });

test("what is saved in the org can't be read: the report says what it lacks", async (t) => {
  const injectFault: InjectFault = (soql) => (/FROM MCC_Person__c/.test(soql) ? "UNKNOWN_EXCEPTION" : undefined);
  const org = await signedIn("unkept", "healthy-to-confirm", { injectFault });
  t.after(() => org.close());
  const warnings: string[] = [];
  const warn = mock.method(MccCheck.prototype, "warn", (text: string) => (warnings.push(text), text));
  const { result } = await run<CheckResult>(MccCheck, "-o", "unkept");
  warn.mock.restore();
  assert.ok(result, "there is no report");
  const [only = "", ...others] = warnings.filter((text) => !isAboutHttp(text));
  assert.deepEqual(others, []);
  assert.match(only, /^unkept: what is saved in the org couldn't be read \(MCC_Person__c: /);
});

test("a login that has expired is told by what signs in to that very org again", async (t) => {
  const org = await signedIn("expired", "several-faults");
  const port = Number(new URL(org.url).port);
  await org.close();
  const again = await startOrg({ scenario: org.scenario, port });
  t.after(() => again.close());
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
});

function closed(server: Server): void {
  server.closeAllConnections();
  server.close();
}

const error = (errorCode: string, message: string): string => JSON.stringify([{ errorCode, message }]);
for (const [i, { name, status, body, message }] of [
  {
    name: "refuses",
    status: 403,
    body: error("FORBIDDEN", "no access"),
    message: /refused to answer \(FORBIDDEN\)\. In Setup, give "API Enabled"/
  },
  {
    name: "is out of order",
    status: 500,
    body: error("UNKNOWN_EXCEPTION", "An unexpected error occurred."),
    message: /temporarily unavailable \(UNKNOWN_EXCEPTION\)\..* Run the command again later\.$/
  },
  {
    name: "is not there for now",
    status: 503,
    body: error("SERVER_UNAVAILABLE", "The server is unavailable."),
    message: /temporarily unavailable \(SERVER_UNAVAILABLE\)\..* Run the command again later\.$/
  },
  {
    name: "says what nobody has heard of",
    status: 400,
    body: error("TEAPOT", "I am \u001B[31mone\u009B"),
    message: /the request failed \("I am {2}?\[31mone "\)\. Run the command again/
  }
].entries())
  test(`an org that ${name} at once: one message that tells the next step`, async (t) => {
    const alias = `first-${String(i)}`;
    const org = await signedIn(alias, "several-faults");
    await org.close();
    const server: Server = createServer((_request, response) => {
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    }).listen(Number(new URL(org.url).port), "127.0.0.1");
    t.after(() => closed(server));
    await new Promise((resolve) => server.once("listening", resolve));
    await fails(message, "-o", alias);
  });

test("an org that does not answer at first is to be asked again later", () => {
  const { message } = orgError({ name: "slow" }, new TransportError("TIMEOUT", "It did not answer."));
  assert.match(message, /^slow: Salesforce is temporarily unavailable \(TIMEOUT\)\..* Run the command again later\.$/);
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
  test(`${name} in place of Salesforce is told as that`, async (t) => {
    const alias = `page-${String(i)}`;
    const org = await signedIn(alias, "several-faults");
    await org.close();
    const server: Server = createServer((_request, response) => {
      response.writeHead(status, { "content-type": type }).end(body);
    }).listen(Number(new URL(org.url).port), "127.0.0.1");
    t.after(() => closed(server));
    await new Promise((resolve) => server.once("listening", resolve));
    await fails(new RegExp(`^${alias}: .*(response wasn't JSON|Unexpected end)`), "-o", alias);
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
  ...[["-o", "--target-org"], ["--user"], ["--system-user"], ["--confirmations-file"], ["--output-file"]].map(
    ([written = "", name = written]) => ({
      name: `an empty value for ${name}`,
      args: [written, ""],
      message: new RegExp(`${name} is empty\\. Is a variable not set\\?`)
    })
  ),
  ...["--output-format", "--fail-on"].map((option) => ({
    name: `an empty value for ${option}`,
    args: [option, ""],
    message: new RegExp(`^Expected ${option}= to be one of: `)
  })),
  { name: "an empty value for --api-version", args: ["--api-version", ""], message: /api version/i },
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
    message: /^well: .*"x@y\.example".*Setup, under Users/
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
    message: /x\.pdf names no format.*\.sarif/
  },
  {
    name: "a format beside several files",
    args: ["-o", "well", "--output-format", "html", "--output-file", join(folder, "x.html"), "--output-file", "y.html"],
    message: /each one's extension names its format\. Leave --output-format out/
  },
  {
    name: "a format that the ending contradicts",
    args: ["-o", "well", "--output-format", "html", "--output-file", join(folder, "x.JSON")],
    message: /x\.JSON names the format json, and --output-format names html/
  },
  {
    name: "a file of confirmations that is not there",
    args: ["-o", "well", "--confirmations-file", join(folder, "none.json")],
    message: /none\.json can't be read/
  },
  {
    name: "a file of confirmations that is none",
    args: ["-o", "well", "--confirmations-file", confirmations],
    message: /confirmations\[0\]\.orgId: must be the Id of the org/
  }
])
  test(`${name}: one message that names it, exit 3`, () => fails(message, ...args));

for (const { name, injectFault, args, message } of [
  {
    name: "no such API version",
    injectFault: undefined,
    args: ["--api-version", "99.0"],
    message: /no API version 99\.0/
  },
  { name: "a page in place of each answer", injectFault: "HTML", args: [], message: /response wasn't JSON/ }
])
  test(`calibrate on an org with ${name}: the same message, exit 3`, async (t) => {
    const alias = `calibrate-${String(args.length)}`;
    const org = await signedIn(alias, "several-faults", { injectFault: () => injectFault });
    t.after(() => org.close());
    const { code, error } = await run(MccCalibrate, "-o", alias, ...args);
    assert.equal(code, 3);
    assert.match(error?.message ?? "", message);
  });

for (const { command, args, option } of [
  { command: MccConfirm, args: ["--confirmations-file", ""], option: "--confirmations-file" },
  {
    command: MccConfirm,
    args: ["--confirmations-file", "x.json", "--check", "ip-relaxation", "--note="],
    option: "--note"
  },
  { command: MccCalibrate, args: ["--app", " "], option: "--app" },
  { command: MccCalibrate, args: ["--from", ""], option: "--from" }
])
  test(`${command.name}: an empty value for ${option} is told as that, exit 3`, async () => {
    const { code, error } = await run(command, ...args);
    assert.equal(code, 3);
    assert.ok(error?.message.includes(`${option} is empty. Is a variable not set?`), error?.message);
  });

test("a broken run leaves nothing beside the report that was there", async () => {
  assert.deepEqual((await readdir(folder)).sort(), ["confirmations.json"]);
});
