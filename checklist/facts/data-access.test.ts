import { SYSTEM_USER, ADMIN_SET, situation } from "../testing/situation.ts";
import { systemUserSets } from "../queries/system-user-sets.ts";
import { rowsOf } from "../evidence/evidence.ts";
import { gapsOf } from "./data-access.ts";

/** The system user's profile may not modify all data: object permissions count. */
const gaps = (ParentId: string) => {
  const rights = { PermissionsRead: true, PermissionsEdit: true, PermissionsViewAllFields: false };
  const { evidence } = situation({
    rows: { "system-user-objects": [{ Id: "110", ParentId, SobjectType: "Contact", ...rights }] }
  });
  const sets = rowsOf(evidence, systemUserSets).filter(({ AssigneeId }) => AssigneeId === SYSTEM_USER);
  const limited = sets.map((set) => ({
    ...set,
    PermissionSet: { ...set.PermissionSet, PermissionsModifyAllData: false }
  }));
  return gapsOf(limited, evidence);
};

test.each([
  ["of the user's own set counts", ADMIN_SET, false],
  ["of a set that the user does not hold counts for nothing", "0PS000000000099AAA", true]
])("a right to an object %s", (_what, set, hidden) => {
  expect(gaps(set).hidden.includes("Contact")).toBe(hidden);
});
