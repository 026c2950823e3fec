// `npm start -- --target-org`, as a program of its own: what is printed, and what is left on the disk.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { ROOT } from "../../build/project.ts";
import { ask, enter, startHeardOrg, type HeardOrg } from "./real-org.ts";

interface Running {
  /** What is said on the first line that matches. */
  readonly line: (pattern: RegExp) => Promise<string>;
  readonly stop: () => void;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

describe("npm start on an org that one is signed in to", () => {
  const home = mkdtempSync(join(tmpdir(), "home-"));
  let heard: HeardOrg;

  /** As on a machine where nobody has set anything up, but for the logins of this home. */
  function run(...args: readonly string[]): Running {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: home, USERPROFILE: home, SF_USE_GENERIC_UNIX_KEYCHAIN: "true" },
      stdio: ["ignore", "pipe", "pipe"]
    });
    const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
    const streams = Promise.all([text(child.stdout), text(child.stderr)]);
    const line = (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        let said = "";
        child.stdout.on("data", (chunk: Buffer) => {
          said += String(chunk);
          const found = pattern.exec(said)?.[0];
          if (found !== undefined) resolve(found);
        });
        void closed.then(() => reject(new Error(`It ended, and said: ${said}`)));
      });
    const ended = Promise.all([closed, streams]).then(([code, [stdout, stderr]]) => ({ code, stdout, stderr }));
    return { line, ended, stop: () => void child.kill("SIGTERM") };
  }

  const start = (...args: readonly string[]): Running => run("local/page/main.ts", "--no-open", "--port", "0", ...args);

  /** Signs in as sf does, so that the logins lie in the home, encrypted. */
  async function signIn(...logins: readonly (readonly [alias: string, accessToken: string, instanceUrl: string])[]) {
    const { code, stderr } = await run("tests/browser/sign-in.ts", ...logins.flat()).ended;
    assert.equal(code, 0, stderr);
  }

  before(async () => {
    heard = await startHeardOrg("several-faults");
    const { accessToken } = heard.org;
    await signIn(
      ["acme", accessToken, heard.address],
      ["stale", `${accessToken.split("!")[0] ?? ""}!stale`, heard.address]
    );
  });
  after(async () => {
    await heard.close();
    rmSync(home, { recursive: true });
  });

  test("by its alias: the page is shown, and neither the terminal nor a file tells a credential", async () => {
    const page = start("--target-org", "acme");
    const address = await page.line(/http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/);
    const cookie = await enter({ url: address });
    const { status, body } = await ask(new URL("/", address), { headers: cookie });
    assert.equal(status, 200);
    assert.ok(body.includes(`"username":"ada.fields@example.com","address":"${heard.address}"`));
    page.stop();

    const { code, stdout, stderr } = await page.ended;
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(
      stdout,
      /The address opens the page once, in one browser\. The org is only read\.\nStop with Ctrl-C\.$/m
    );
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.ok(files.length > 1);
    const token = new URL(address).searchParams.get("token") ?? "";
    const written = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "utf8")).join("\n");
    for (const [where, text] of Object.entries({ terminal: stdout, files: written })) {
      assert.equal(text.includes(heard.org.accessToken), false, where);
      assert.equal(text.includes(cookie.cookie.split("=")[1] ?? ""), false, where);
    }
    assert.equal(written.includes(token), false);
    assert.equal(stdout.split(token).length, 2, "the token is printed once, in the address");
  });

  // What is said of an org and of its name is tried in tests/command-line; here, that the page says it too.
  const REFUSED = [
    {
      name: "a login that is not accepted any more",
      args: ["-o", "stale"],
      says: /^stale: Salesforce no longer accepts this login\. Sign in again: "sf org login web --alias stale --instance-url http:\/\/127\.0\.0\.1:\d+"\.$/
    },
    {
      name: "Marketing Cloud without its variables",
      args: ["--target-org", "acme", "--marketing-cloud"],
      says: /^Marketing Cloud can't be asked: MCC_MARKETING_CLOUD_SUBDOMAIN, MCC_MARKETING_CLOUD_CLIENT_ID, MCC_MARKETING_CLOUD_CLIENT_SECRET missing\. .*environment variables.*$/
    },
    {
      name: "Marketing Cloud of a demonstration org",
      args: ["--marketing-cloud"],
      says: "--marketing-cloud goes with --target-org. A demonstration org answers with the button above the wizard."
    },
    {
      name: "a scenario beside it",
      args: ["--target-org", "acme", "--scenario", "large"],
      says: /^error: option '-o, --target-org <.*>' cannot be used with option '--scenario <.*>'$/
    }
  ];
  for (const { name, args, says } of REFUSED)
    test(`${name}: one sentence, and exit 3`, async () => {
      const { code, stdout, stderr } = await start(...args).ended;
      assert.deepEqual([code, stdout], [3, ""]);
      if (typeof says === "string") assert.equal(stderr, `${says}\n`);
      else assert.match(stderr.trimEnd(), says);
    });
});
