import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { BLOCK } from "./schema.ts";
import { UNPROVEN } from "./unproven.ts";

const ids: readonly string[] = UNPROVEN.map(({ id }) => id);

test("docs/unproven.md names each thing that is not proven, in the same order, and no other", async () => {
  const page = await readFile(new URL("../../docs/unproven.md", import.meta.url), "utf8");
  const [, section = ""] = /\n## What is not proven yet\n([^]*?)\n## /.exec(page) ?? [];
  const named = [...section.matchAll(/^- ((?:`[a-z-]+`(?:, )?)+):/gm)].flatMap(([, list = ""]) =>
    [...list.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id)
  );
  assert.deepEqual(named, ids);
});

test("a block has an answer for each, and for no other", () => {
  assert.deepEqual(Object.keys(BLOCK.shape.answers.shape), ids);
});
