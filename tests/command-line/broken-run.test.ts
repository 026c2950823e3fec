import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, test } from "node:test";

const ROOT = new URL("../..", import.meta.url);

/** Runs TypeScript in a process of its own. */
const start = (args: readonly string[], stdout: "pipe" | number, env: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, ["--import", "tsx", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", stdout, "pipe"]
  });

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
      async () => {
        const full = openSync("/dev/full", "w");
        const child = start(["local/check.ts", ...args], full);
        closeSync(full);
        const { code, stderr } = await ended(child);
        assert.equal(stderr, "The output couldn't be written (ENOSPC). Is the disk full?\n");
        assert.equal(code, 3);
      }
    );

  test("has enough before the end: silence, and the exit code that the org has earned", async () => {
    const child = start(["local/check.ts", "--scenario", "large", "--output-format", "json"], "pipe");
    child.stdout?.once("data", () => child.stdout?.destroy());
    assert.deepEqual(await ended(child), { code: 2, stderr: "" });
  });
});

describe(
  "a check that is stopped while it waits for the org",
  { skip: process.platform === "win32" && "Windows knows no signals." },
  () => {
    const SCRIPT = `
    import { keepToItself } from "./local/embedded-org/connect.ts";
    keepToItself();
    const { default: MccCheck } = await import("./command-line/commands/mcc/check.ts");
    await MccCheck.run([], { root: "command-line" });`;
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
        const child = start(["--input-type=module", "-e", SCRIPT], "pipe", {
          SF_ACCESS_TOKEN: "00D000000000001!token",
          SF_ORG_INSTANCE_URL: `http://127.0.0.1:${String((org.address() as AddressInfo).port)}`
        });
        await wasAsked;
        child.kill(signal);
        assert.deepEqual(await ended(child), { code: 130, stderr: "" });
      });
  }
);
