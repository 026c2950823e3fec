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
    ...LISTS.map((field) => ({ field, value: [1] }))
  ])("is none where $field of the user is malformed", ({ field, value }) => {
    expect(answerIn({ ...whole, user: { ...user, [field]: value } })).toBeUndefined();
  });
});
