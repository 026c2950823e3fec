import { setupChanges } from "../queries/setup-changes.ts";
import { inDays, NOW, situation } from "../testing/situation.ts";
import { CHANGE_ACTIONS, changesByPerson, setIn, setupChangesIn, trailSince, type TrailEntry } from "./audit-trail.ts";
import type { Person } from "./people.ts";

const entry = (text: string): TrailEntry => ({ id: text, kind: "frozen", at: inDays(-3), by: null, text });
const person = (name: string | null, username: string | null = null, id: string | null = null): Person => ({
  ...{ id, username, name },
  role: "impacted-user"
});
const ID = "005000000000001AAA";
const OTHER = "005000000000002AAA";

/** The people, by their place, whom each entry is about. */
const about = (people: readonly Person[], ...texts: string[]): (number | null)[] => {
  const found = changesByPerson(texts.map(entry), people);
  return texts.map((text) => {
    const at = people.findIndex((each) => found.get(each)?.some((change) => change.text === text));
    return at < 0 ? null : at;
  });
};

describe("an entry is about", () => {
  test.each<[string, Person[], string, number | null]>([
    [
      "the person whose Id it has",
      [person("A", null, OTHER), person("B", null, ID)],
      "froze (UserID: [005000000000001])",
      1
    ],
    ["the one of two Ids that is known", [person("A", null, ID)], "by [005000000000009] of [005000000000001]", 0],
    [
      "nobody, where its Id is nobody's, whatever the name",
      [person("Ada", null, ID)],
      "froze Ada [005000000000009]",
      null
    ],
    ["the person whose name it has", [person("Bo"), person("Ada Fields")], "froze Ada Fields", 1],
    ["the person whose username it has", [person("Bo", "bo@x.com"), person("Ada", "ada@x.com")], "froze ada@x.com", 1],
    ["the person whose name stands behind a colon and two spaces", [person("Ada Fields")], "user:  Ada Fields, on", 0],
    [
      "the person whose name holds another's",
      [person("Ada Fields"), person("Ada Fields-Berg")],
      "froze Ada Fields-Berg",
      1
    ],
    [
      "the person of the longer name, whoever is first",
      [person("Ada Fields-Berg"), person("Ada Fields")],
      "froze Ada Fields-Berg",
      0
    ],
    ["the person whose name has a comma", [person("Fields, Ada")], "froze Fields, Ada", 0],
    ["nobody, where two people have the name", [person("Ada", "a@x"), person("Ada", "b@x")], "froze Ada", null],
    ["nobody, where only the first word is the same", [person("Ada Fields")], "froze Ada Berg", null],
    ["nobody, where it names nobody", [person("Ada"), person(null)], "saved", null],
    ["nobody, where it says nothing", [person(null), person("")], "", null],
    ["nobody, where two spaces stand in it and somebody has no name", [person(null)], "froze  all", null]
  ])("%s", (_what, people, text, at) => {
    expect(about(people, text)).toEqual([at]);
  });
  test("a person as others are, in the order given", () => {
    const ada = person("Ada", null, ID);
    const [one, two] = [entry("froze Ada"), entry("unfroze Ada")];
    expect(changesByPerson([one, two, entry("froze Bo")], [ada])).toEqual(new Map([[ada, [one, two]]]));
  });
});

const LABELS = ["Set One", "Set", "Größe 2"];

describe("an entry names the set", () => {
  test.each<[string, string, string | undefined]>([
    ["that it has whole, in English", "Permission set Set: unassigned from user X", "Set"],
    ["that is assigned, in English", "Permission set group Set One assigned to user X", "Set One"],
    [
      "by its API name, where it ends some day",
      "Permission set Set_One with expiration: assigned to user X",
      "Set One"
    ],
    ["in other letters, small or capital", "Changed Permission Set größe_2: session", "Größe 2"],
    ["and none that is longer, in English", "Permission set Set Two: unassigned from user X", undefined],
    ["anywhere, in another language", "Behörighetsuppsättning Set One: borttagen", "Set One"],
    ["that is the first of those it holds, in another language", "Uppsättning Set", "Set"],
    ["and none that it does not hold", "Uppsättning Two", undefined]
  ])("%s", (_what, text, label) => {
    expect(setIn(entry(text), LABELS)).toBe(label);
  });
});

const row = (days: number, differs: object = {}) => ({
  ...{ Id: `0Ym${String(days)}`, Action: "frozeuser", Display: "froze Ada", CreatedDate: inDays(-days) },
  ...differs
});
const evidenceOf = (...rows: object[]) => situation({ rows: { "setup-changes": rows } }).evidence;

describe("the entries of the audit trail", () => {
  test.each<[string, object, object]>([
    ["say what, when and by whom", { CreatedBy: { Name: "Otto" } }, { kind: "frozen", by: "Otto", text: "froze Ada" }],
    ["have nobody, where the trail names nobody", {}, { by: null }],
    ["have an empty text, where the trail has none", { Display: undefined }, { text: "" }]
  ])("%s", (_what, differs, expected) => {
    expect(setupChangesIn(evidenceOf(row(3, differs)))).toMatchObject([{ id: "0Ym3", at: inDays(-3), ...expected }]);
  });
  test("leave out an action that nobody knows, and come newest first", () => {
    const rows = [row(3), row(1), row(2, { Action: "odd" })];
    expect(setupChangesIn(evidenceOf(...rows)).map(({ id }) => id)).toEqual(["0Ym1", "0Ym3"]);
  });
  test("have a kind for each action that is asked for", () => {
    const rows = CHANGE_ACTIONS.map((Action) => row(1, { Action }));
    expect(setupChangesIn(evidenceOf(...rows))).toHaveLength(CHANGE_ACTIONS.length);
  });
});

describe("the trail reaches back", () => {
  const { limit = 0 } = setupChanges;
  test.each<[string, number, number, number]>([
    ["as long as entries are kept, where all were read", limit - 1, 9, 180],
    ["to the oldest entry, where there may be more", limit, 9, 9],
    ["as long as entries are surely kept, where the oldest is older", limit, 200, 180]
  ])("%s", (_what, count, oldest, days) => {
    const rows = Array.from({ length: count }, (_each, at) => row(at === 0 ? oldest : 1));
    expect(trailSince(evidenceOf(...rows), NOW)).toBe(inDays(-days));
  });
});
