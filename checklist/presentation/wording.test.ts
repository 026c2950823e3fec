import { inDays } from "../testing/situation.ts";
import type { Finding } from "../judge/finding.ts";
import { article } from "../judge/sources.ts";
import { translatorOf, type Messages } from "../messages/text.ts";
import { wordingOf, type Wording } from "./wording.ts";

/** Each sentence says where it stands in the catalogue. */
const catalogue = (...keys: string[]): Messages => Object.fromEntries(keys.map((key) => [key, key]));
const finding = (changes: Partial<Finding> = {}): Finding => ({
  check: "user-active",
  step: "users",
  subject: null,
  tentative: false,
  state: "fail",
  severity: "problem",
  case: "inactive",
  values: {},
  source: article("Sales Checklist"),
  fix: { of: "user-active", steps: ["open"], link: null },
  basis: null,
  confirmation: null,
  lapsed: null,
  changed: null,
  ...changes
});
const worded = (messages: Messages, changes: Partial<Finding> = {}): Wording =>
  wordingOf(finding(changes), translatorOf(messages, "en"));
const fixOf = (of: Finding["fix"]["of"], steps: string[] = ["open"]) => ({ fix: { of, steps, link: null } });

describe("a sentence", () => {
  test.each(["title", "actual", "reason"] as const)(
    "as the %s is the case's, else any check's, else its own",
    (part) => {
      const [own, common, check] = [`user-active.inactive.${part}`, `common.inactive.${part}`, `user-active.${part}`];
      expect(worded(catalogue(own, common, check))[part]).toBe(own);
      expect(worded(catalogue(common, check))[part]).toBe(common);
      expect(worded(catalogue(check))[part]).toBe(check);
      expect(worded({})[part]).toBe("");
    }
  );
  test("on what a person answered is the answer's, else the check's on whether that is right, else any check's", () => {
    const keys = [
      "user-active.inactive",
      "common.inactive",
      "user-active.refuted",
      "common.answered",
      "user-active"
    ].map((place) => `${place}.title`);
    const answered: Partial<Finding> = { state: "refuted", values: { answer: "inactive" } };
    expect(keys.map((_key, at) => worded(catalogue(...keys.slice(at)), answered).title)).toEqual(keys);
    expect(worded(catalogue(...keys.slice(2)), { state: "refuted" }).title).toBe("user-active.title");
  });
  test("as what should be is the check's", () => {
    expect(worded(catalogue("user-active.expected")).expected).toBe("user-active.expected");
    expect(worded({}).expected).toBe("");
  });
  test("as the label is the check's name, else its id", () => {
    expect(worded({ "user-active.name": "Active" }).label).toBe("Active");
    expect(worded({}).label).toBe("user-active");
  });
  test.each<[string, keyof Wording, string]>([
    ["of a case", "title", "user-active.inactive.title"],
    ["of any check", "actual", "common.inactive.actual"],
    ["of the check", "reason", "user-active.reason"],
    ["on what should be", "expected", "user-active.expected"],
    ["on what comes first", "first", "user-active.first"]
  ])("%s is filled with the finding's values and the label", (_of, part, key) => {
    const messages = { "user-active.name": "Active", [key]: "{label} of {user}" };
    expect(worded(messages, { values: { user: "Ada" } })[part]).toBe("Active of Ada");
  });
});

describe("what comes first", () => {
  const all = catalogue("first.confirm", "user-active.first", "user-active.inactive.title", "common.fix.wait");
  test.each<[string, Messages, Partial<Finding>, string]>([
    ["is to look where a person is asked", all, { state: "confirm" }, "first.confirm"],
    ["is the first step where no check's fix would help", all, fixOf("common", ["wait"]), "common.fix.wait"],
    ["is the check's order", all, {}, "user-active.first"],
    [
      "is the title where the check has no order",
      catalogue("user-active.inactive.title"),
      {},
      "user-active.inactive.title"
    ]
  ])("%s", (_what, messages, changes, expected) => {
    expect(worded(messages, changes).first).toBe(expected);
  });
  test("has no full stop, and keeps those between its sentences", () => {
    const messages = { "common.fix.wait": "Wait. Then check again." };
    expect(worded(messages, fixOf("common", ["wait"])).first).toBe("Wait. Then check again");
  });
  test("names the setting to review", () => {
    const messages = { "first.confirm": "Look at {label}", "user-active.name": "Active" };
    expect(worded(messages, { state: "confirm" }).first).toBe("Look at Active");
  });
});

describe("the fix", () => {
  test("has the check's steps, else those of any check, else their names", () => {
    const [own, common] = ["user-active.fix.open", "common.fix.open"];
    expect(worded(catalogue(own, common)).fix.steps).toEqual([own]);
    expect(worded(catalogue(common)).fix.steps).toEqual([common]);
    expect(worded({}).fix.steps).toEqual(["open"]);
  });
  test("says of a step what it says in the step where somebody is, if that differs", () => {
    const [here, own] = ["common.fix.open.in-users", "user-active.fix.open"];
    expect(worded(catalogue(here, own)).fix.steps).toEqual([here]);
    expect(worded(catalogue(here, own), { step: "access" }).fix.steps).toEqual([own]);
  });
  test.each(["user-active.fix.open", "common.fix.open"])("names the person in %s", (key) => {
    expect(worded({ [key]: "Open {user}" }, { values: { user: "Ada" } }).fix.steps).toEqual(["Open Ada"]);
  });
  test("leads to a page by its name, else by its address", () => {
    const link = { page: "users", address: "/users" } as const;
    const changes = { fix: { of: "user-active", steps: [], link } } as const;
    expect(worded({ "page.users": "Users" }, changes).fix.link).toBe("Users");
    expect(worded({}, changes).fix.link).toBe("/users");
    expect(worded({}).fix.link).toBeNull();
  });
  test("has a risk only where it is the check's own", () => {
    const messages = { "user-active.risk": "Stops {user}" };
    expect(worded(messages, { values: { user: "Ada" } }).fix.risk).toBe("Stops Ada");
    expect(worded(messages, fixOf("common")).fix.risk).toBeNull();
    expect(worded({}).fix.risk).toBeNull();
  });
});

test.each([
  ["a day", "2026-04-14", "Apr 14, 2026"],
  ["a release", "Winter '26", "Winter '26"],
  ["a day with more before it", "of 2026-04-14", "of 2026-04-14"],
  ["a day with more after it", "2026-04-14 (revised)", "2026-04-14 (revised)"]
])("the source was published on %s", (_what, published, expected) => {
  const messages = { source: "{title}, {section}, {published}" };
  const source = { title: "Article", section: "Users", published, url: "" };
  expect(worded(messages, { source }).source).toBe(`Article, Users, ${expected}`);
});

describe("why a word no longer counts", () => {
  const messages = {
    "lapsed.age": "{by} looked long ago",
    "lapsed.changed": "{parts} changed since {by} looked",
    "basis.app": "the app",
    "basis.policies": "its policies"
  };
  const values = { by: "Vera", at: { date: inDays(-200) } };
  test.each<[string, Finding["lapsed"], string | null]>([
    ["is nothing where it counts", null, null],
    ["is its age", { why: "age" }, "Vera looked long ago"],
    [
      "is what changed since",
      { why: "changed", parts: ["app", "policies"] },
      "the app and its policies changed since Vera looked"
    ]
  ])("%s", (_what, lapsed, expected) => {
    expect(worded(messages, { lapsed, values }).lapsed).toBe(expected);
  });
});
