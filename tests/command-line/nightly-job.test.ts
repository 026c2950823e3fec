import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { keepToItself } from "../../local/embedded-org/connect.ts";

keepToItself();
const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccConfirm } = await import("../../command-line/commands/mcc/confirm.ts");
const { FORMAT_OF_ENDING } = await import("../../command-line/formats/formats.ts");

const COMMANDS = { check: MccCheck, confirm: MccConfirm };
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

for (const path of ["docs/examples/mcc-health.yml", "docs/nightly-job.md", "README.md"]) {
  // A folded scalar goes on in the next line.
  const calls = [...read(path).matchAll(/sf mcc (check|confirm) ((?:(?!\n\s*(?:- |\n|```|sf )).)*)/gs)];
  for (const [call, command = "", args = ""] of calls)
    test(`${path}: the command knows its options: ${call.slice(0, 60).replace(/\s+/g, " ")}…`, () => {
      const { flags } = COMMANDS[command as keyof typeof COMMANDS];
      const used = [...args.matchAll(/(?<![\w-])--([a-z-]+)/g)].map(([, name = ""]) => name);
      assert.deepEqual(
        used.filter((name) => !Object.hasOwn(flags, name) && !["json", "help"].includes(name)),
        []
      );
      const endings = [...args.matchAll(/--output-file \S+(\.\w+)/g)].map(([, ending = ""]) => ending);
      assert.deepEqual(
        endings.filter((ending) => !Object.hasOwn(FORMAT_OF_ENDING, ending)),
        []
      );
    });
  test(`${path} shows the command at work`, () => assert.ok(calls.length > 0, "no call of sf mcc"));
}

test("the tarball of the example is the one that is packed", () => {
  const { version } = JSON.parse(read("command-line/package.json")) as { version: string };
  assert.ok(read("docs/examples/mcc-health.yml").includes(`mcc-health-${version}.tgz`), version);
});
