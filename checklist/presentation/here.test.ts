import { ENGLISH } from "../catalogue.ts";
import type { SetupChange } from "../changes/change.ts";
import { findingKey, type Finding } from "../judge/finding.ts";
import { translatorOf } from "../messages/text.ts";
import { hereOf, lacksText } from "./here.ts";

const english = translatorOf(ENGLISH, "en");
const findingOf = (id: string, name: string | null): Finding =>
  ({ check: "user-active", subject: { id, name, username: null, role: "impacted-user" } }) as unknown as Finding;
const ADA = findingOf("005A", "Ada Fields");
const BO = findingOf("005B", "Bo Strand");
const NOBODY = findingOf("005C", null);
const changeOf = (finding: Finding, needs: SetupChange["needs"] = []): SetupChange =>
  ({ finding: findingKey(finding), needs }) as unknown as SetupChange;
const whyOf = (finding: Finding) => ({
  finding: findingKey(finding),
  why: { key: "change.withheld.inactive" } as const
});
const NONE = { offered: [], withheld: [], permissions: null };
const INACTIVE = ENGLISH["change.withheld.inactive"] ?? "";
const LACKED = "You don't have the permission for this: “Manage Users”.";
const HERE = "You can't fix this here.";

describe("what can be fixed here", () => {
  test.each<[string, Finding[], object, object]>([
    ["nothing, where nothing is offered", [ADA], {}, { canFix: false, withheld: [] }],
    ["what is offered", [ADA], { offered: [changeOf(ADA)] }, { canFix: true, withheld: [] }],
    ["not what is offered of another finding", [ADA], { offered: [changeOf(BO)] }, { canFix: false, withheld: [] }],
    [
      "not what the person lacks a permission for",
      [ADA],
      { offered: [changeOf(ADA, ["PermissionsManageUsers"])], permissions: new Set() },
      { canFix: false, withheld: [`${HERE} ${LACKED}`] }
    ],
    [
      "what may need a permission that nobody could read",
      [ADA],
      { offered: [changeOf(ADA, ["PermissionsManageUsers"])] },
      { canFix: true, withheld: [] }
    ],
    [
      "not what all can't have, told once",
      [ADA, BO],
      { withheld: [whyOf(ADA), whyOf(BO)] },
      { canFix: false, withheld: [`${HERE} ${INACTIVE}`] }
    ],
    [
      "only some of it, with whom it can't be fixed for",
      [ADA, BO],
      { offered: [changeOf(BO)], withheld: [whyOf(ADA)] },
      { canFix: true, withheld: [`You can't fix this here for Ada Fields. ${INACTIVE}`] }
    ],
    [
      "only some of it, of somebody without a name",
      [NOBODY, BO],
      { offered: [changeOf(BO)], withheld: [whyOf(NOBODY)] },
      { canFix: true, withheld: [`${HERE} ${INACTIVE}`] }
    ],
    [
      "only some of it, where the person lacks a permission for the other",
      [ADA, BO],
      { offered: [changeOf(ADA, ["PermissionsManageUsers"]), changeOf(BO)], permissions: new Set() },
      { canFix: true, withheld: [`You can't fix this here for Ada Fields. ${LACKED}`] }
    ],
    [
      "not what one of them can't have for one reason more, with whom each is about",
      [ADA, BO],
      {
        offered: [changeOf(BO, ["PermissionsManageUsers"])],
        withheld: [whyOf(ADA), whyOf(BO)],
        permissions: new Set()
      },
      {
        canFix: false,
        withheld: [
          `You can't fix this here for Ada Fields. ${INACTIVE}`,
          `You can't fix this here for Bo Strand. ${INACTIVE}`,
          `You can't fix this here for Bo Strand. ${LACKED}`
        ]
      }
    ],
    [
      "not what is both withheld and lacks a permission, for both reasons",
      [ADA],
      {
        offered: [changeOf(ADA, ["PermissionsManageUsers"])],
        withheld: [whyOf(ADA)],
        permissions: new Set(["PermissionsAssignPermissionSets"])
      },
      { canFix: false, withheld: [`${HERE} ${INACTIVE}`, `${HERE} ${LACKED}`] }
    ]
  ])("is %s", (_what, findings, fixes, here) => {
    expect(hereOf(findings, { ...NONE, ...fixes }, english)).toEqual(here);
  });

  test("lacks nothing where the person has the permission", () => {
    const change = changeOf(ADA, ["PermissionsManageUsers"]);
    expect(lacksText(change, new Set(["PermissionsManageUsers"]), english)).toBe("");
  });
});
