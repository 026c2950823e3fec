import { healthyRows } from "../testing/situation.ts";
import { QUERIES } from "./queries.ts";
import { readRows, type QueryName } from "./rows.ts";

const read = (name: QueryName, changes: object) => () =>
  readRows(
    (healthyRows()[name] as readonly object[]).map((row) => ({ ...row, ...changes })),
    QUERIES[name].required
  );

describe("rows", () => {
  test.each(Object.keys(healthyRows()) as QueryName[])("of %s read as they are", (name) => {
    expect(read(name, {})()).toEqual(healthyRows()[name]);
  });

  test.each<[string, QueryName, object, string]>([
    [
      "the text of a flag",
      "app-policies",
      { OptionsAllowAdminApprovedUsersOnly: "false" },
      "OptionsAllowAdminApprovedUsersOnly"
    ],
    ["a number for a flag", "users", { IsActive: 1 }, "IsActive"],
    ["an object for a name", "connected-apps", { Name: { first: "x" } }, "Name"],
    ["a list for a name", "connected-apps", { Name: ["x"] }, "Name"],
    ["the text of a number", "app-policies", { RefreshTokenValidityPeriod: "90" }, "RefreshTokenValidityPeriod"],
    ["text for a parent", "app-access", { Parent: "x" }, "Parent.Label"],
    [
      "a flag of another kind in a parent",
      "app-access",
      { Parent: { Label: "x", IsOwnedByProfile: "no" } },
      "Parent.IsOwnedByProfile"
    ],
    ["no date for a date", "connected-apps", { LastModifiedDate: "soon" }, "LastModifiedDate"],
    ["nothing for what is never empty", "users", { ProfileId: null }, "ProfileId"]
  ])("with %s are not judged", (_what, name, changes, place) => {
    expect(read(name, changes)).toThrow(place);
  });
});
