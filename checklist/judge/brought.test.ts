import { CHECKS } from "../checks/index.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { marketingCloudSays } from "../testing/marketing-cloud-answer.ts";
import { NOW, situation } from "../testing/situation.ts";
import { broughtBy } from "./brought.ts";

const says = marketingCloudSays({ roles: null, businessUnits: null, lastSignIn: null });
const brought = (changes: Parameters<typeof situation>[0] = {}, answer = says) =>
  broughtBy("Vera Lind", answer, CHECKS, situation(changes));

describe("Marketing Cloud's answer, brought by somebody,", () => {
  test("is theirs, of now, and saved with what it rests on", () => {
    const [flag, ...others] = brought();
    expect(flag).toMatchObject({ check: "api-user-flag", subjectId: null, holds: true, note: "", by: "Vera Lind" });
    expect(flag).toMatchObject({ at: NOW.toISOString(), marketingCloud: says });
    expect(flag?.basis).toHaveProperty("api-user");
    expect(flag).not.toHaveProperty("isJustAsked");
    expect(others).toEqual([]);
  });
  test("refutes what is not so", () => {
    expect(brought({}, marketingCloudSays({ active: false }))[0]).toMatchObject({
      check: "api-user-flag",
      holds: false
    });
  });
  test("takes nothing along that somebody said before", () => {
    const confirmations = [givenConfirmation("scope-by-user")];
    expect(brought({ confirmations }).map(({ check }) => check)).toEqual(["api-user-flag"]);
  });
  test.each([
    ["is about another user", { ...says, asked: "another-user" }],
    ["is about another account", { ...says, account: "7", enterprise: null }]
  ])("settles nothing where it %s", (_where, answer) => {
    expect(brought({}, answer)).toEqual([]);
  });
});
