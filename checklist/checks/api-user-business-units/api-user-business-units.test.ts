import type { RowOf } from "../../evidence/query.ts";
import type { businessUnits } from "../../queries/business-units.ts";
import { judge } from "../../judge/judge.ts";
import { situation } from "../../testing/situation.ts";
import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { givenConfirmation } from "../../testing/given-confirmation.ts";
import { marketingCloudSays, pasted } from "../../testing/marketing-cloud-answer.ts";
import { apiUserBusinessUnits } from "./api-user-business-units.ts";

const says = (changes: Parameters<typeof pasted>[1]) => pasted("api-user-business-units", changes);

const unit = (name?: string, mid?: string): RowOf<typeof businessUnits> => ({
  Id: "a01",
  ...(name === undefined ? {} : { et4ae5__Business_Unit_Name__c: name }),
  ...(mid === undefined ? {} : { et4ae5__Business_Unit_ID__c: mid })
});

const oneWithoutMid = { rows: { "business-units": [unit("Nordics", "100"), unit("Alps")] } };

testConfirmedCheck(apiUserBusinessUnits, "confirm/look-at", [
  ["is confirmed when Marketing Cloud names each of them, and the right default", says({}), "confirmed/has-units"],
  ["is refuted when there is no such user", says(null), "refuted/no-such-user"],
  ["is refuted when one is missing", says({ businessUnits: ["900"] }), "refuted/lacks-units"],
  ["is refuted when the default is another", says({ defaultBusinessUnit: "900" }), "refuted/other-default"],
  [
    "is confirmed when the default is the connected child, with Multi-Org",
    {
      ...says({ defaultBusinessUnit: "200" }),
      rows: {
        "connected-account": [{ Id: "a00", et4ae5__Username__c: "mc-api-user", et4ae5__Parent_Account_MID__c: "200" }]
      }
    },
    "confirmed/has-units"
  ],
  [
    "still asks when the org doesn't know the MID of one of them",
    {
      ...oneWithoutMid,
      confirmations: [
        givenConfirmation("api-user-business-units", { marketingCloud: marketingCloudSays() }, oneWithoutMid)
      ]
    },
    "confirm/look-at"
  ],
  ["still asks when Marketing Cloud returns none", says({ businessUnits: null }), "confirm/look-at"],
  [
    "still asks when the configuration names two connected business units",
    {
      ...says({}),
      rows: {
        "connected-account": ["100", "200"].map((mid) => ({
          Id: "a00",
          et4ae5__Username__c: "mc-api-user",
          et4ae5__Parent_Account_MID__c: mid
        }))
      }
    },
    "confirm/look-at"
  ],
  [
    "still asks when the connected business unit can't be read",
    { ...says({}), faults: { "connected-account": "no-field" } },
    "confirm/look-at"
  ],
  ["asks without names when no business unit is enabled", { rows: { "business-units": [] } }, "confirm/look"],
  ["asks without names when business units can't be read", { faults: { "business-units": "no-field" } }, "confirm/look"]
]);

test.each([
  ["name and number", unit("Nordics", "100"), "Nordics (100)"],
  ["name alone", unit("Nordics"), "Nordics"],
  ["number alone", unit(undefined, "100"), "100"],
  ["Id where it has neither", unit(), "a01"]
])("a business unit is told by its %s", (_how, row, expected) => {
  const { findings } = judge([apiUserBusinessUnits], situation({ rows: { "business-units": [row] } }));
  expect(findings[0]?.values).toMatchObject({ units: [expected] });
});

test("a word on business units rests on which there are, in whatever order they come", () => {
  const rests = (...rows: RowOf<typeof businessUnits>[]) =>
    judge([apiUserBusinessUnits], situation({ rows: { "business-units": rows } })).findings[0]?.basis;
  const [one, other] = [unit("Nordics", "200"), unit("Alps", "100")];
  expect(rests(one, other)).toMatchObject({ "business-units": "100/200" });
  expect(rests(unit("Renamed", "200"), other)).toEqual(rests(one, other));
  expect(rests(other, one)).toEqual(rests(one, other));
});
