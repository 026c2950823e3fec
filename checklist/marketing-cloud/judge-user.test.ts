import type { MarketingCloudAnswer, MarketingCloudUser } from "./answer.ts";
import { apiUserShown, businessUnitsShown, rolesShown, signInShown, type ExpectedUnits } from "./judge-user.ts";

const USER: MarketingCloudUser = {
  userId: "mc-api-user",
  active: true,
  apiUser: true,
  locked: false,
  mustChangePassword: false,
  lastSignIn: "2026-11-20T08:00:00.000",
  defaultBusinessUnit: "100",
  roles: ["SYS_DEF_ADMIN", "SYS_DEF_IMHADMIN", "9"],
  businessUnits: ["100", "200"]
};
const says = (changes: Partial<MarketingCloudUser> = {}): MarketingCloudAnswer => ({
  asked: "mc-api-user",
  account: "100",
  enterprise: "100",
  at: "2026-11-27T10:00:00.000Z",
  user: { ...USER, ...changes }
});
const nobody: MarketingCloudAnswer = { ...says(), user: null };

test.each<[string, MarketingCloudAnswer, string | null]>([
  ["nothing keeps them from working", says(), "is-api-user"],
  ["there is no such user", nobody, "no-such-user"],
  ["API User is not selected", says({ apiUser: false }), "not-api-user"],
  ["they are inactive", says({ active: false }), "inactive"],
  ["they are locked", says({ locked: true }), "is-locked"],
  ["their password must change", says({ mustChangePassword: true }), "must-change-password"],
  ["they are locked, and the rest is not told", says({ locked: true, apiUser: null, active: null }), "is-locked"],
  ["API User is not told", says({ apiUser: null }), null],
  ["active is not told", says({ active: null }), null],
  ["locked is not told", says({ locked: null }), null],
  ["the password is not told", says({ mustChangePassword: null }), null]
])("API user: %s", (_what, answer, expected) => {
  expect(apiUserShown(answer)).toEqual(expected && { case: expected, values: { apiUser: "mc-api-user" } });
});

test.each<[string, MarketingCloudAnswer, ReturnType<typeof rolesShown>]>([
  ["both, among others", says(), { case: "has-roles", values: { apiUser: "mc-api-user" } }],
  [
    "one",
    says({ roles: ["SYS_DEF_IMHADMIN"] }),
    { case: "lacks-roles", values: { apiUser: "mc-api-user", roles: ["Administrator"] } }
  ],
  [
    "none",
    says({ roles: [] }),
    {
      case: "lacks-roles",
      values: { apiUser: "mc-api-user", roles: ["Administrator", "Marketing Cloud Administrator"] }
    }
  ],
  [
    "a role of that name with another key",
    says({ roles: ["Administrator", "SYS_DEF_IMHADMIN"] }),
    {
      case: "lacks-roles",
      values: { apiUser: "mc-api-user", roles: ["Administrator"] }
    }
  ],
  ["not told", says({ roles: null }), null],
  ["no such user", nobody, { case: "no-such-user", values: { apiUser: "mc-api-user" } }]
])("roles: %s", (_what, answer, expected) => {
  expect(rolesShown(answer)).toEqual(expected);
});

const ENABLED = new Map([
  ["100", "Top (100)"],
  ["200", "Nordics (200)"]
]);
const expects = (changes: Partial<ExpectedUnits> = {}): ExpectedUnits => ({
  enabled: ENABLED,
  connected: "100",
  ...changes
});

test.each<[string, MarketingCloudAnswer, ExpectedUnits, ReturnType<typeof businessUnitsShown>]>([
  [
    "each enabled one, and the right default",
    says(),
    expects(),
    { case: "has-units", values: { apiUser: "mc-api-user", units: ["Top (100)", "Nordics (200)"] } }
  ],
  [
    "more than are enabled",
    says({ businessUnits: ["300", "200", "100"] }),
    expects(),
    { case: "has-units", values: { apiUser: "mc-api-user", units: ["Top (100)", "Nordics (200)"] } }
  ],
  [
    "one is missing",
    says({ businessUnits: ["100"] }),
    expects(),
    { case: "lacks-units", values: { apiUser: "mc-api-user", units: ["Nordics (200)"] } }
  ],
  [
    "another default",
    says({ defaultBusinessUnit: "200" }),
    expects(),
    {
      case: "other-default",
      values: { apiUser: "mc-api-user", unit: "Nordics (200)", connected: "Top (100)" }
    }
  ],
  [
    "Multi-Org: the connected child is the default",
    says({ defaultBusinessUnit: "200" }),
    expects({ connected: "200" }),
    { case: "has-units", values: { apiUser: "mc-api-user", units: ["Top (100)", "Nordics (200)"] } }
  ],
  ["no such user", nobody, expects(), { case: "no-such-user", values: { apiUser: "mc-api-user" } }],
  ["their business units are not told", says({ businessUnits: null }), expects(), null],
  ["the default is not told", says({ defaultBusinessUnit: null }), expects(), null],
  ["this org's can't be read", says(), expects({ enabled: undefined }), null],
  ["this org has none", says(), expects({ enabled: new Map() }), null],
  ["the connected one can't be read", says(), expects({ connected: undefined }), null],
  [
    "one is missing, and the rest is not told",
    says({ businessUnits: [], defaultBusinessUnit: null }),
    expects({ connected: undefined }),
    { case: "lacks-units", values: { apiUser: "mc-api-user", units: ["Top (100)", "Nordics (200)"] } }
  ]
])("business units: %s", (_what, answer, expected, shown) => {
  expect(businessUnitsShown(answer, expected)).toEqual(shown);
});

const NOON_IN_CENTRAL_TIME = { date: "2026-11-20T18:00:00.000Z" };
test.each([
  ["Marketing Cloud's own time", "2026-11-20T12:00:00.000", { signedIn: NOON_IN_CENTRAL_TIME, days: 6 }],
  ["its own time, without a fraction", "2026-11-20T12:00:00", { signedIn: NOON_IN_CENTRAL_TIME, days: 6 }],
  ["a time that names its zone", "2026-11-20T18:00:00.000Z", { signedIn: NOON_IN_CENTRAL_TIME, days: 6 }],
  ["another form, as it is written", "11/20/2026 12:00:00 PM", { signedIn: "11/20/2026 12:00:00 PM" }],
  ["no time that there is, as it is written", "2026-11-20T32:00:00", { signedIn: "2026-11-20T32:00:00" }]
])("signed in: %s", (_what, lastSignIn, values) => {
  const answer = says({ lastSignIn });
  const said = { apiUser: "mc-api-user", said: { date: answer.at } };
  expect(signInShown(answer)?.values).toEqual({ ...said, ...values });
});
