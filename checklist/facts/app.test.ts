import { APP, inDays, situation } from "../testing/situation.ts";
import { APP_NAME, appOf, signInNames } from "./app.ts";

const app = (Name: string, Id: string) => ({ Id, Name, LastModifiedDate: inDays(-9) });
const found = (names: readonly string[], appId?: string) => {
  const rows = { "connected-apps": names.map((name, at) => app(name, at ? `0H4000000000002AA${String(at)}` : APP)) };
  return appOf(situation({ rows }).evidence, { impactedUsers: [], ...(appId === undefined ? {} : { appId }) });
};

describe("the connected app is", () => {
  test.each<[string, readonly string[], string | undefined, object]>([
    ["the one of the article's name", [APP_NAME, "Other"], undefined, { kind: "one", row: { Id: APP }, chosen: false }],
    ["the one that a person chose", ["Acme"], APP, { kind: "one", row: { Name: "Acme" }, chosen: true }],
    ["none of those whose names resemble it", ["Acme"], undefined, { kind: "none", similar: [{ Name: "Acme" }] }],
    ["not told where another reads alike", [APP_NAME, ` ${APP_NAME.toUpperCase()}`], undefined, { kind: "several" }],
    ["not told where another has more spaces", [APP_NAME, APP_NAME.replace(" ", "  ")], undefined, { kind: "several" }],
    ["another one than what has no spaces", [APP_NAME, APP_NAME.replaceAll(" ", "")], undefined, { kind: "one" }]
  ])("%s", (_what, names, appId, expected) => {
    expect(found(names, appId)).toMatchObject(expected);
  });
});

test("the names of its sign-ins are the known ones, and its own", () => {
  expect(signInNames(found(["Acme"], APP))).toEqual(["Acme", ...signInNames(found(["Acme"]))]);
  expect(signInNames(found(["Acme"]))).toContain(APP_NAME);
  expect(signInNames(found(["Acme"]))).not.toContain("Acme");
});
