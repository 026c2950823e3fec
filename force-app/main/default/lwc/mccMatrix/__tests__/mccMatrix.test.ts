import { createElement } from "lwc";
import MccMatrix from "c/mccMatrix";
import {
  allInside,
  assignment,
  clear,
  heard,
  IMPACTED_USER,
  impactedUser,
  inside,
  settled,
  shown,
  SYSTEM_USER,
  systemUser,
  unchosenView,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (changes: Changes = {}) =>
  shown(createElement("c-mcc-matrix", { is: MccMatrix }), { view: viewOf(changes) });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `005${1e11 + index}AAA`);

describe("people by checks", () => {
  afterEach(clear);

  it("is a table with a header for each check and each person", async () => {
    const element = mount();
    expect(allInside(element, "th[scope=row]").map(({ textContent }) => textContent)).toEqual([
      "Marketing Cloud IntegrationSystem user",
      "Ada FieldsImpacted user"
    ]);
    expect(allInside(element, "th[role=rowheader] bdi")).toHaveLength(2);
    const columns = allInside(element, "th[scope=col]").length;
    expect(allInside(element, "tbody tr:first-child > *")).toHaveLength(columns);
    await expect(element).toBeAccessible();
  });

  it("tells each cell in words, and leads from it to the finding", () => {
    const element = mount({ rows: { users: [systemUser(), impactedUser({ IsActive: false })] } });
    const cell = inside(element, "button[aria-label='Active: Problem']");
    const asked = heard(element, "showfinding");
    cell.click();
    expect(asked).toEqual([`user-active/${IMPACTED_USER}`]);
  });

  it.each([
    ["passed", {}, "All OK"],
    ["is broken", { rows: { users: [systemUser(), impactedUser({ IsActive: false })] } }, "1 to fix"],
    ["could not be read", { faults: { "user-checkboxes": "timeout" } }, "2 to review"]
  ] satisfies [string, Changes, string][])("says in short what %s", (_what, changes, words) => {
    expect(inside(mount(changes), "tbody tr:last-child .sum").textContent).toBe(words);
  });

  it("has a column only for what is open for somebody", () => {
    const columns = (element: Element) => allInside(element, "th[scope=col]").map(({ textContent }) => textContent);
    expect(columns(mount())).toEqual(["Person", "Summary"]);
    const inactive = { rows: { users: [systemUser(), impactedUser({ IsActive: false })] } };
    expect(columns(mount(inactive))).toEqual(["Person", "Summary", "Active"]);
  });

  it("leads from the summary to the worst of that person", () => {
    const element = mount({ rows: { users: [systemUser(), impactedUser({ IsActive: false })] } });
    const asked = heard(element, "showfinding");
    inside(element, "tbody tr:last-child .sum button").click();
    expect(asked).toEqual([`user-active/${IMPACTED_USER}`]);
  });

  it("is one stop for Tab, and the arrow keys go from cell to cell", async () => {
    const element = mount({ rows: { users: [systemUser(), impactedUser({ IsActive: false })] } });
    const stops = () =>
      allInside(element, "tbody button[tabindex='0']").map(({ dataset: { row, column } }) => [row, column]);
    const press = async (key: string, ctrlKey = false): Promise<void> => {
      inside(element, "table").dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey }));
      await settled();
    };
    expect(stops()).toEqual([["0", "0"]]);
    for (const [key, ctrlKey, row, column] of [
      ["ArrowDown", false, "1", "0"],
      ["ArrowRight", false, "1", "1"],
      ["ArrowRight", false, "1", "1"],
      ["PageUp", false, "0", "1"],
      ["Home", false, "0", "0"],
      ["End", true, "1", "1"],
      ["Home", true, "0", "0"],
      ["a", false, "0", "0"]
    ] as const) {
      await press(key, ctrlKey);
      expect([key, ...stops()]).toEqual([key, [row, column]]);
    }
    await press("ArrowDown");
    expect((element.shadowRoot?.activeElement as HTMLElement | null)?.dataset["row"]).toBe("1");
    await expect(element).toBeAccessible();
  });

  it("shows the first 50 of many, and the next ones on a click", async () => {
    const people = ids(60);
    const element = mount({
      selection: { impactedUsers: people.map((id) => ({ id })) },
      rows: { users: [systemUser(), ...people.map((Id) => impactedUser({ Id }))] }
    });
    expect(allInside(element, "tbody tr")).toHaveLength(50);
    inside(element, "[data-id=more]").click();
    await settled();
    expect(allInside(element, "tbody tr")).toHaveLength(61);
    expect(allInside(element, "[data-id=more]")).toHaveLength(0);
  });

  describe("of many people", () => {
    const people = ids(30);
    const named = (Id: string, index: number) =>
      impactedUser({ Id, Name: `Person ${String.fromCharCode(90 - (index % 26))}${index}`, IsActive: index !== 4 });
    const boxes = (Id: string) => ({
      Id,
      et4ae5__ExactTargetForAppExchangeUser__c: true,
      et4ae5__ExactTargetForAppExchangeAdmin__c: true
    });
    // All of them hold, but for one who is not active.
    const many: Changes = {
      selection: { impactedUsers: people.map((id) => ({ id })) },
      rows: {
        users: [systemUser(), ...people.map(named)],
        "user-checkboxes": [SYSTEM_USER, ...people].map(boxes),
        "permission-set-assignments": [SYSTEM_USER, ...people].map((id) => assignment(id)),
        "user-login": [SYSTEM_USER, ...people].map((id) => ({
          Id: `0Yw${id.slice(3)}`,
          UserId: id,
          IsFrozen: false,
          IsPasswordLocked: false
        }))
      }
    };
    const choose = async (element: Element, id: string, value: string): Promise<void> => {
      inside(element, `[data-id=${id}]`).dispatchEvent(new CustomEvent("change", { detail: { value } }));
      await settled();
    };
    const names = (element: Element) => allInside(element, "th[scope=row] strong").map((name) => name.textContent);

    it("counts those to fix, those to look at and those who hold", () => {
      const { options } = inside<HTMLElement & { options: { label: string }[] }>(mount(many), "[data-id=filter]");
      expect(options.map(({ label }) => label)).toEqual(["All 31", "1 to fix", "0 to review", "30 OK"]);
    });

    it("shows whom the filter asks for, and says how many", async () => {
      const element = mount(many);
      const announced = heard(element, "announce");
      await choose(element, "filter", "to-fix");
      expect(names(element)).toEqual(["Person V4"]);
      expect(announced).toEqual(["1 of 1"]);
      // With one row: thirty are alike, and axe looks at each cell.
      await expect(element).toBeAccessible();
      await choose(element, "filter", "passed");
      expect(names(element)).not.toContain("Person V4");
    });

    it("shows the worst first, or by name", async () => {
      const element = mount(many);
      expect(names(element)[1]).toBe("Person V4");
      await choose(element, "sort", "name");
      expect(names(element)).toEqual([...names(element)].sort((a, b) => a.localeCompare(b, "en")));
    });
  });

  it("has neither filter nor order for a few", () => {
    expect(allInside(mount(), "lightning-combobox")).toHaveLength(0);
  });

  it("is not there while nobody is known", () => {
    const view = unchosenView({ rows: { "candidate-users": [], "mapped-users": [] } });
    const element = shown(createElement("c-mcc-matrix", { is: MccMatrix }), { view });
    expect(allInside(element, "table")).toHaveLength(0);
  });
});
