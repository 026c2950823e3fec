import assert from "node:assert/strict";
import { test } from "node:test";
import { queriesClass } from "./queries.ts";

test("quotes, backslashes and lines of a query survive in Apex", () => {
  const apex = queriesClass([{ name: "some-users", text: "SELECT Id\r\nFROM User\nWHERE Name LIKE '\\%'\n" }]);
  assert.match(
    apex,
    /'some-users' =>\n {6}'SELECT Id\\n' \+\n {6}'FROM User\\n' \+\n {6}'WHERE Name LIKE \\'\\\\%\\''\n/
  );
});
