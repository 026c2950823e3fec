import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { promisify } from "node:util";

const COMMAND = ["--import", "tsx", new URL("main.ts", import.meta.url).pathname];

const REFUSED: readonly { name: string; options: string[]; says: RegExp }[] = [
  {
    name: "an unknown scenario",
    options: ["--scenario", "nowhere"],
    says: /^nowhere: this is neither a file nor a built-in/
  },
  { name: "a port that is none", options: ["--port", "99999"], says: /0 to 65535/ }
];

for (const { name, options, says } of REFUSED)
  test(`${name}: one message on stderr, exit 3`, async () => {
    const run = promisify(execFile)(process.execPath, [...COMMAND, ...options]);
    await assert.rejects(run, (error: Error & { code: number; stdout: string; stderr: string }) => {
      assert.deepEqual([error.code, error.stdout], [3, ""]);
      assert.match(error.stderr, says);
      assert.doesNotMatch(error.stderr, /\n\s+at /);
      return true;
    });
  });

test("it prints address, version and token, serves, and ends when told to", async () => {
  const child = spawn(process.execPath, [...COMMAND, "--scenario", "package-missing"]);
  const printed = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, key = "", value = ""] = /^([^:]+):\s+(.*)$/.exec(line) ?? [];
    printed.set(key, value);
    if (line.startsWith("Stop")) break;
  }
  const response = await fetch(
    `${printed.get("Address") ?? ""}/services/data/v${printed.get("API version") ?? ""}/limits`,
    {
      headers: { authorization: `Bearer ${printed.get("Access token") ?? ""}` }
    }
  );
  assert.equal(response.status, 200);
  assert.match(printed.get("Point sf at it") ?? "", /SF_ORG_INSTANCE_URL=http:\/\/127\.0\.0\.1:\d+ sf /);
  child.kill("SIGINT");
  assert.deepEqual(await once(child, "exit"), [0, null]);
});
