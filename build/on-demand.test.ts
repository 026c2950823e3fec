import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import * as details from "../checklist/details.ts";
import * as onDemand from "../checklist/on-demand.ts";
import { namesImportedFrom } from "./imported-names.ts";
import { onDemandPart } from "./on-demand.ts";
import { componentSources } from "./project.ts";

test("the script sets one global, with everything that is loaded on demand", async () => {
  const [text] = [...(await onDemandPart().make()).values()];
  const window: Record<string, object> = {};
  runInContext(text ?? "", createContext({ window }));
  assert.deepEqual(Object.keys(window), ["mccHealthOnDemand"]);
  assert.deepEqual(Object.keys(window["mccHealthOnDemand"] ?? {}).sort(), Object.keys(onDemand).sort());
});

test("no component loads at first what is there later", () => {
  const names = namesImportedFrom(
    "c/mccChecklist",
    componentSources().map((file) => readFileSync(file, "utf8"))
  );
  assert.deepEqual(
    names.filter((name) => name in onDemand || name in details),
    []
  );
});
