import assert from "node:assert/strict";
import { test } from "node:test";
import fastify from "fastify";
import { listenFrom } from "./listen.ts";

test("a taken port gives way to a later one", async (t) => {
  const [first, second] = [fastify(), fastify()];
  t.after(() => Promise.all([first.close(), second.close()]));
  const taken = await listenFrom(first, 0);
  assert.ok((await listenFrom(second, taken)) > taken);
});
