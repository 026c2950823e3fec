import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { buildPart, type Part } from "./part.ts";
import { CACHE } from "./project.ts";

const folder = join(CACHE, "test-part");
const input = join(folder, "input");
const output = join(folder, "output");
const forget = (): void => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(CACHE, "build/test-part.json"), { force: true });
};

const part = (change: Partial<Part> = {}): Part => ({
  name: "test-part",
  inputs: [input],
  make: () => new Map([[output, readFileSync(input, "utf8").toUpperCase()]]),
  ...change
});

beforeEach(() => {
  forget();
  mkdirSync(folder, { recursive: true });
  writeFileSync(input, "one");
});
after(forget);

test("a part that was never built is built", async () => {
  assert.equal(await buildPart(part()), true);
  assert.equal(readFileSync(output, "utf8"), "ONE");
});

test("an unchanged part is left alone", async () => {
  await buildPart(part());
  assert.equal(await buildPart(part()), false);
});

const CHANGES = [
  { name: "a changed input", change: () => writeFileSync(input, "two"), text: "TWO" },
  { name: "a changed output", change: () => writeFileSync(output, "by hand"), text: "ONE" },
  { name: "a missing output", change: () => rmSync(output), text: "ONE" }
];
for (const { name, change, text } of CHANGES)
  test(`${name} builds the part again`, async () => {
    await buildPart(part());
    change();
    assert.equal(await buildPart(part()), true);
    assert.equal(readFileSync(output, "utf8"), text);
  });

test("a file that is no longer made is removed", async () => {
  await buildPart(part());
  writeFileSync(input, "two");
  await buildPart(part({ make: () => new Map() }));
  assert.equal(existsSync(output), false);
});

test("a part that can't be made writes nothing and is tried again", async () => {
  const broken = part({ make: () => Promise.reject(new Error("input:1: no")) });
  await assert.rejects(buildPart(broken), /input:1: no/);
  assert.equal(existsSync(output), false);
  assert.equal(await buildPart(part()), true);
});
