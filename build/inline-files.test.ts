import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { inlined } from "./inline-files.ts";
import { ROOT } from "./project.ts";

const folder = await mkdtemp(join(tmpdir(), "mcc-inline-"));
after(() => rm(folder, { recursive: true }));
await writeFile(join(folder, "a.soql"), "SELECT Id FROM User\n");
await writeFile(join(folder, "b.txt"), 'say "b"');

const valueOf = (text: string, name = ""): unknown => {
  const code = `return ${inlined(join(folder, "module.ts"), text)}`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what was inlined is code
  return (new Function("name", code) as (name: string) => unknown)(name);
};

test("a file that is read by its name is in the module", () => {
  assert.equal(valueOf('readFileSync(new URL("b.txt", import.meta.url), "utf8")'), 'say "b"');
});

test("files that are read by a part of their name are in the module, and no others", () => {
  const read = 'readFileSync(new URL(`./${name}.soql`, import.meta.url), "utf8")';
  assert.equal(valueOf(read, "a"), "SELECT Id FROM User\n");
  assert.equal(valueOf(read, "b"), undefined);
});

test("a file that is not there ends the build", () => {
  assert.throws(() => valueOf('readFileSync(new URL("c.txt", import.meta.url), "utf8")'), /ENOENT/);
});

test("messages are in the module as @salesforce/core reads them", () => {
  const file = join(ROOT, "command-line/mcc-command.ts");
  const text =
    'Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);\nMessages.loadMessages("mcc-health", "mcc.command")';
  assert.match(inlined(file, text), /^\s*new Messages\("mcc-health","mcc\.command", new Map\(\[\[.*"file\.is-folder"/);
});
