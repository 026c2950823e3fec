import assert from "node:assert/strict";
import { test } from "node:test";
import { latePool, lazyRequires } from "./lazy-require.ts";

for (const { name, text, ran } of [
  { name: "an import that is not used", text: 'const late_1 = require("late");\nexports.value = 1;', ran: [] },
  {
    name: "an import that is used in a function that is not called",
    text: 'const late_1 = require("late");\nexports.f = () => late_1.f();',
    ran: []
  },
  { name: "a call", text: 'const late_1 = require("late");\n(0, late_1.f)();', ran: ["late", "f"] },
  { name: "a class", text: 'const late_1 = require("late");\nnew late_1.C("a");', ran: ["late", "C"] },
  { name: "a spread", text: 'const late_1 = require("late");\n[...late_1.list];', ran: ["late"] },
  { name: "a property of that name", text: 'const late_1 = require("late");\n({}).late_1;', ran: [] }
])
  test(`${name}: the module is loaded when it is needed`, () => {
    const log: string[] = [];
    const late = {
      f: () => log.push("f"),
      C: function () {
        log.push("C");
      },
      list: []
    };
    const load = (path: string): unknown => (log.push(path), late);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a CommonJS module is a function
    const module = new Function("require", "exports", lazyRequires(text)) as (load: unknown, exports: object) => void;
    module(load, {});
    assert.deepEqual(log, ran);
  });

test("a module that jsforce has rewritten is refused", () => {
  assert.throws(() => latePool("let jsforceDispatcher = somethingElse();"), /in another way/);
});
