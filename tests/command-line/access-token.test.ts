import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, mock, test } from "node:test";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import { run, signedIn, type Ended } from "./signed-in.ts";

const { ConfigAggregator } = await import("@salesforce/core");
const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccCalibrate } = await import("../../command-line/commands/mcc/calibrate.ts");
const { defaultTarget } = await import("../../command-line/orgs/target.ts");

const folder = await mkdtemp(join(tmpdir(), "mcc-token-"));
// The scenarios tell of one org; here they are two.
const scenario = await readFile(new URL("../../local/scenarios/several-faults.json", import.meta.url), "utf8");
const anotherOrg = join(folder, "another-org.json");
await writeFile(anotherOrg, scenario.replaceAll("00D000000000001", "00D000000000002"));
const org = await signedIn("kept", "several-faults");
const other = await signedIn("other", anotherOrg);
after(async () => {
  await Promise.all([org.close(), other.close()]);
  await rm(folder, { recursive: true });
});

type Environment = Partial<Record<"SF_ACCESS_TOKEN" | "SF_ORG_INSTANCE_URL" | "SF_TARGET_ORG", string>>;

/** Sets these variables and no others of them; the library remembers what it has read. */
async function setEnvironment(environment: Environment): Promise<void> {
  for (const name of ["SF_ACCESS_TOKEN", "SF_ORG_INSTANCE_URL", "SF_TARGET_ORG"])
    Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, environment);
  await ConfigAggregator.clearInstance();
}
afterEach(() => setEnvironment({}));

const FILES = ["a.json", "a.txt", "a.xml", "a.sarif", "a.md", "a.html"].map((file) => join(folder, file));

async function checkWith(environment: Environment, ...args: string[]): Promise<Ended<CheckResult>> {
  await setEnvironment(environment);
  return run<CheckResult>(MccCheck, ...args);
}

/** Where a token can be given. */
const WAYS = [
  { from: "SF_ACCESS_TOKEN", given: (text: string) => ({ environment: { SF_ACCESS_TOKEN: text }, args: [] }) },
  { from: "--target-org", given: (text: string) => ({ environment: {}, args: ["--target-org", text] }) }
].map(({ from, given }) => ({
  from,
  check: (text: string, address: string | undefined, ...more: string[]): Promise<Ended<CheckResult>> => {
    const { environment, args } = given(text);
    const beside = address === undefined ? {} : { SF_ORG_INSTANCE_URL: address };
    return checkWith({ ...environment, ...beside }, ...args, ...more);
  }
}));

const token = org.accessToken;
const [, secret = ""] = token.split("!");
const ACCEPTED = [
  { name: "alone", text: token },
  { name: "after a space and before a line end", text: ` ${token}\n` }
];
const REFUSED = [
  { name: "in quotes", text: `"${token}"` },
  { name: "after Bearer", text: `Bearer ${token}` },
  { name: "with another beside it", text: `${token} ${token}` },
  { name: "cut off", text: `${token.split("!")[0] ?? ""}!` },
  { name: "as a login URL", text: `force://PlatformCLI::${secret}@acme.my.salesforce.com` },
  { name: "as a login URL in quotes", text: `'force://PlatformCLI::${secret}@acme.my.salesforce.com'` },
  { name: "as a JSON Web Token", text: `eyJ0bmsiOiJ4In0.eyJzY3AiOiJhcGkifQ.${secret}` }
];

for (const { from, check } of WAYS) {
  for (const { name, text } of ACCEPTED)
    test(`a token in ${from} ${name}: the org goes by its address, and nothing shows the token`, async () => {
      const { result, code, error } = await check(text, org.url, ...FILES.flatMap((file) => ["--output-file", file]));
      assert.equal(code, 1, error?.message);
      assert.deepEqual(
        result?.orgs.map(({ targetOrg }) => targetOrg),
        [org.url]
      );
      const written = await Promise.all(FILES.map((file) => readFile(file, "utf8")));
      assert.ok(![JSON.stringify(result), ...written].some((each) => each.includes(secret)), "the token is shown");
    });

  for (const { name, text } of REFUSED)
    test(`a token in ${from} ${name}: refused without showing it`, async () => {
      const { code, error, result } = await check(text, org.url);
      assert.deepEqual([code, result], [3, undefined]);
      assert.ok(error?.message.startsWith(`${from} isn't a valid access token. Its value`), error?.message);
      assert.ok(!JSON.stringify(error, Object.getOwnPropertyNames(error)).includes(secret), "the token is shown");
    });

  for (const { name, address } of [
    { name: "no address", address: undefined },
    { name: "an empty address", address: "" },
    { name: "a word for an address", address: "notaurl" },
    { name: "an address without https://", address: "acme.my.salesforce.com" },
    { name: "an address in the clear", address: "http://acme.my.salesforce.com" },
    { name: "the token for an address", address: token }
  ])
    test(`a token in ${from} with ${name}: nothing is sent, and which variable to set is told`, async () => {
      const sent = mock.method(globalThis, "fetch");
      try {
        const { code, error } = await check(token, address);
        assert.equal(code, 3);
        assert.match(error?.message ?? "", /Set SF_ORG_INSTANCE_URL to .* https:\/\/acme\.my\.salesforce\.com\.$/);
        assert.ok(error?.message.includes(from) && !error.message.includes(secret), error?.message);
        assert.equal(sent.mock.callCount(), 0);
      } finally {
        sent.mock.restore();
      }
    });

  test(`a token in ${from} that has expired: a new one is asked for, and no sign-in`, async () => {
    const { code, error } = await check(`${token.split("!")[0] ?? ""}!stale`, org.url);
    assert.equal(code, 3);
    assert.equal(
      error?.message,
      `${org.url}: Salesforce no longer accepts the access token in ${from}. Set a new one, of the org at this address, then run the command again.`
    );
  });
}

test("what is no token at all in SF_ACCESS_TOKEN is refused, and not shown either", async () => {
  const { error } = await checkWith({ SF_ACCESS_TOKEN: "correct horse", SF_ORG_INSTANCE_URL: org.url });
  assert.match(error?.message ?? "", /^SF_ACCESS_TOKEN isn't a valid access token/);
  assert.doesNotMatch(error?.message ?? "", /horse/);
});

test("an address with a path: what is called and asked is the org itself", async () => {
  const { result } = await checkWith({ SF_ACCESS_TOKEN: token, SF_ORG_INSTANCE_URL: `${org.url}/lightning/page/home` });
  assert.equal(result?.orgs[0]?.targetOrg, org.url);
});

test("neither a default org nor a token: how to name one", async () => {
  const { error } = await checkWith({ SF_ACCESS_TOKEN: " " });
  assert.match(error?.message ?? "", /No org is named.*--target-org.*SF_ACCESS_TOKEN and SF_ORG_INSTANCE_URL/);
});

test("mcc-health without sf: the token of the environment goes before the default org", async () => {
  const environment = { SF_ACCESS_TOKEN: token, SF_ORG_INSTANCE_URL: org.url, SF_TARGET_ORG: "other" };
  assert.equal((await checkWith(environment)).result?.orgs[0]?.targetOrg, org.url);
  assert.equal((await checkWith(environment, "--target-org", "other")).result?.orgs[0]?.targetOrg, "other");
  await setEnvironment(environment);
  const asked = await run(MccCalibrate, "--json");
  assert.equal(asked.code, 0, asked.error?.message);
});

for (const { name, environment, target, warning } of [
  {
    name: "only a token",
    environment: { SF_ACCESS_TOKEN: token, SF_ORG_INSTANCE_URL: org.url },
    target: org.url,
    warning: []
  },
  { name: "only a default org", environment: { SF_TARGET_ORG: "other" }, target: "other", warning: [] },
  {
    name: "a token of the default org",
    environment: { SF_ACCESS_TOKEN: token, SF_ORG_INSTANCE_URL: org.url, SF_TARGET_ORG: "kept" },
    target: "kept",
    warning: []
  },
  {
    name: "a token of another org than the default one",
    environment: { SF_ACCESS_TOKEN: token, SF_ORG_INSTANCE_URL: org.url, SF_TARGET_ORG: "other" },
    target: "other",
    warning: [
      `The default org "other" is used, although SF_ACCESS_TOKEN is set for another one (${org.url}). Name the org with --target-org, or unset SF_ACCESS_TOKEN.`
    ]
  },
  {
    name: "a default org that is a token itself",
    environment: { SF_TARGET_ORG: token, SF_ORG_INSTANCE_URL: org.url },
    target: org.url,
    warning: []
  }
])
  test(`in sf, ${name}: ${warning.length ? "the default org is meant, and both are named" : "that org is meant"}`, async () => {
    await setEnvironment(environment);
    const warned: string[] = [];
    const { name: meant } = await defaultTarget({ tokenFirst: false, warn: (text) => void warned.push(text) });
    assert.deepEqual([meant, warned], [target, warning]);
  });
