import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { ROOT } from "../../build/project.ts";

const ID = "04t000000000001AAA";
const release = (args: readonly string[], input: string) =>
  spawnSync(process.execPath, ["--import", "tsx", "scripts/release/release.ts", ...args], {
    cwd: ROOT,
    encoding: "utf8",
    input
  });

test("the id of the version that sf created is printed alone", () => {
  const { status, stdout } = release(["id"], JSON.stringify({ result: { SubscriberPackageVersionId: ID } }));
  assert.deepEqual([status, stdout], [0, `${ID}\n`]);
});

for (const [what, args, input] of [
  ["sf created no version", ["id"], JSON.stringify({ status: 1, message: "No." })],
  ["it is not known what is released", ["free"], ""],
  ["what is announced is no version", ["announce", "04t1"], ""]
] as const)
  test(`where ${what}, it ends with 3 and prints nothing for programs`, () => {
    const { status, stdout, stderr } = release(args, input);
    assert.deepEqual([status, stdout], [3, ""]);
    assert.notEqual(stderr, "");
  });
