import assert from "node:assert/strict";
import { test } from "node:test";
import { apexProblems } from "./check-apex.ts";
import { whyNoJava } from "./java.ts";
import { project } from "./project-fixture.ts";

const META =
  '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';

const MISTAKES = [
  { name: "UnknownMethod", line: "FeatureManagement.checkNothing('A');", message: /checkNothing/ },
  { name: "UnknownClass", line: "Object value = new NoSuchClass();", message: /NoSuchClass/ },
  {
    name: "WrongArgument",
    line: "Database.queryWithBinds('SELECT Id FROM User', 1, AccessLevel.USER_MODE);",
    message: /queryWithBinds/
  },
  { name: "UnknownLabel", line: "String text = System.Label.No_Such_Label;", message: /No_Such_Label/ }
];

const classFile = (name: string, line: string): [string, string][] => [
  [
    `force-app/main/default/classes/${name}.cls`,
    `public with sharing class ${name} {\n  void run() {\n    ${line}\n  }\n}\n`
  ],
  [`force-app/main/default/classes/${name}.cls-meta.xml`, META]
];

void test("the Apex checker", { skip: whyNoJava() ?? false }, async (t) => {
  const good = classFile("Good", "Boolean may = FeatureManagement.checkPermission('A');");
  const files = [...good, ...MISTAKES.flatMap(({ name, line }) => classFile(name, line))];
  const problems = await apexProblems(project(t, Object.fromEntries(files)));

  for (const { name, message } of MISTAKES) {
    await t.test(`${name} is told with its file and line`, () => {
      const [problem, ...others] = problems.filter(({ file }) => file.endsWith(`/${name}.cls`));
      assert.match(problem?.message ?? "", message);
      assert.equal(problem?.line, 3);
      assert.deepEqual(others, []);
    });
  }
  await t.test("a class without a mistake is not told", () => {
    assert.equal(problems.length, MISTAKES.length);
  });
});
