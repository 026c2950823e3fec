import { marketingCloudSays } from "../testing/marketing-cloud-answer.ts";
import { answerIn } from "./answer.ts";

const whole = marketingCloudSays();
const user = whole.user as object;
const TEXTS = ["lastSignIn", "defaultBusinessUnit"];
const FLAGS = ["active", "apiUser", "locked", "mustChangePassword"];
const LISTS = ["roles", "businessUnits"];

describe("a saved answer of Marketing Cloud", () => {
  test("is taken as it was saved", () => {
    expect(answerIn(whole)).toEqual(whole);
    expect(answerIn({ ...whole, user: null })).toEqual({ ...whole, user: null });
  });

  test.each([...TEXTS, ...FLAGS, ...LISTS])("may not say %s of the user", (field) => {
    const saved = { ...whole, user: { ...user, [field]: null } };
    expect(answerIn(saved)).toEqual(saved);
  });

  test.each([
    ...["userId", ...TEXTS].map((field) => ({ field, value: 1 })),
    ...FLAGS.map((field) => ({ field, value: "yes" })),
    ...LISTS.flatMap((field) => [
      { field, value: [1] },
      { field, value: ["100", 1] }
    ])
  ])("is none where $field of the user is malformed", ({ field, value }) => {
    expect(answerIn({ ...whole, user: { ...user, [field]: value } })).toBeUndefined();
  });

  test.each([
    { field: "asked", value: 1 },
    { field: "account", value: null },
    { field: "enterprise", value: 1 },
    { field: "at", value: 1 },
    { field: "at", value: "yesterday" },
    { field: "user", value: "mc-api-user" },
    { field: "user", value: [] },
    { field: "user", value: undefined }
  ])("is none where its $field is $value", ({ field, value }) => {
    expect(answerIn({ ...whole, [field]: value })).toBeUndefined();
  });

  test("may not say which business unit is on top", () => {
    expect(answerIn({ ...whole, enterprise: null })).toEqual({ ...whole, enterprise: null });
  });

  test.each([[null], [undefined], ["an answer"], [1], [[]], [Object.assign([], whole)]])("is not %p", (value) => {
    expect(answerIn(value)).toBeUndefined();
  });
});
