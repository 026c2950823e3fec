import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, test, type TestContext } from "node:test";
import { commandLinePart, PLUGIN } from "../../build/command-line.ts";
import { buildPart } from "../../build/part.ts";
import { keepToItself } from "../../local/embedded-org/connect.ts";
import { startOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";

keepToItself();
// The program as it is published: it starts in a tenth of the time that its sources take.
await buildPart(commandLinePart());
const PROGRAM = join(PLUGIN, "bin/run.js");

interface Org {
  readonly url: string;
  readonly accessToken: string;
}

/** Checks an org in a process of its own. */
const start = ({ url, accessToken }: Org, args: readonly string[], stdout: "pipe" | number) =>
  spawn(process.execPath, [PROGRAM, "check", ...args], {
    env: { ...process.env, SF_ACCESS_TOKEN: accessToken, SF_ORG_INSTANCE_URL: url },
    stdio: ["ignore", stdout, "pipe"]
  });

async function embedded(t: TestContext, scenario: string): Promise<Org> {
  const org = await startOrg({ scenario: await loadScenario(scenario) });
  t.after(() => org.close());
  return org;
}

type Child = ReturnType<typeof start>;

const ended = async (child: Child): Promise<{ code: number | null; stderr: string }> => {
  const code = new Promise<number | null>((resolve) => child.once("close", resolve));
  const stderr = child.stderr ? await text(child.stderr) : "";
  return { code: await code, stderr };
};

describe("what reads the output of a check", () => {
  for (const args of [[], ["--json"]])
    test(
      `has no room (${args.join() || "for people"}): one sentence, exit 3`,
      { skip: !existsSync("/dev/full") && "This system has no /dev/full." },
      async (t) => {
        const org = await embedded(t, "package-missing");
        const full = openSync("/dev/full", "w");
        const child = start(org, args, full);
        closeSync(full);
        const { code, stderr } = await ended(child);
        assert.equal(stderr, "The output couldn't be written (ENOSPC). Is the disk full?\n");
        assert.equal(code, 3);
      }
    );

  // Closed before anything is written: how much of a report is on its way by then depends on the machine.
  test("has had enough: silence, and the exit code that the org has earned", async (t) => {
    const child = start(await embedded(t, "package-missing"), ["--output-format", "json"], "pipe");
    child.stdout?.destroy();
    assert.deepEqual(await ended(child), { code: 1, stderr: "" });
  });
});

describe(
  "a check that is stopped while it waits for the org",
  { skip: process.platform === "win32" && "Windows knows no signals." },
  () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      test(`by ${signal}: exit 130, and no stack`, async (t) => {
        let asked: () => void;
        const wasAsked = new Promise<void>((resolve) => (asked = resolve));
        const org = createServer(() => asked()).listen(0, "127.0.0.1");
        t.after(() => {
          org.closeAllConnections();
          org.close();
        });
        await new Promise((resolve) => org.once("listening", resolve));
        const url = `http://127.0.0.1:${String((org.address() as AddressInfo).port)}`;
        const child = start({ url, accessToken: "00D000000000001!token" }, [], "pipe");
        await wasAsked;
        child.kill(signal);
        assert.deepEqual(await ended(child), { code: 130, stderr: "" });
      });
  }
);
