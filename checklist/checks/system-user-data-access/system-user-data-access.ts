import { DATA_QUERIES, gapsOf, isEmpty } from "../../facts/data-access.ts";
import { bestOf, routeBy } from "../../facts/route.ts";
import { personCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { packageLicense } from "../../queries/package-license.ts";
import { securedFields } from "../../queries/secured-fields.ts";
import { securedObjects } from "../../queries/secured-objects.ts";
import { systemUserSets } from "../../queries/system-user-sets.ts";
import { users } from "../../queries/users.ts";
import { viewerPermissions } from "../../queries/viewer-permissions.ts";
import messages from "./en.json" with { type: "json" };

/** Every org has contacts, and protects this field of theirs: without rows of them, permissions were not shown. */
const ALWAYS_SECURED = { object: "Contact", field: "Contact.Email" };

/**
 * Whether the system user may read and write what the connector carries. Field-level security binds admins too; object
 * permissions don't bind who may modify all data. What a gap stops, no org has shown: hence a warning.
 */
export const systemUserDataAccess = personCheck({
  id: "system-user-data-access",
  messages,
  cases: {
    all: "pass",
    "out-of-reach": "warn",
    "read-only": "warn",
    both: "warn",
    unsure: "warn",
    "no-rights": "unknown",
    "no-security": "unknown"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "problem" },
  requires: ["package"],
  needs: [users, systemUserSets, ...DATA_QUERIES],
  consults: [packageLicense, viewerPermissions],
  source: {
    title: "Object Reference, FieldPermissions",
    section: "Fields",
    published: "Summer '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_fieldpermissions.htm"
  },
  link: () => ({ page: "permission-sets" }),
  fix: ["create", "fields", "assign"],
  judge(user, _person, facts) {
    const sets = facts.rowsWith(systemUserSets, "AssigneeId", user.Id);
    const stateOf = (row: (typeof sets)[number]) =>
      bestOf(routeBy(row, row.PermissionSetGroup ?? row.PermissionSet), facts.now)?.case;
    const open = sets.filter((row) => !["expired", undefined].includes(stateOf(row)));
    const sure = open.filter((row) => !DOUBTFUL.includes(stateOf(row)));
    const { object, field } = ALWAYS_SECURED;
    if (
      !facts.rowsWith(securedFields, "Field", field).length ||
      !facts.rowsWith(securedObjects, "SobjectType", object).length
    )
      return facts.mayHide(securedFields) ? hidden(securedFields, facts.evidence) : { case: "no-security" };
    // Without the set of the profile, what it allows is not known.
    if (!sets.some(({ PermissionSet }) => PermissionSet.IsOwnedByProfile))
      return facts.mayHide(systemUserSets) ? hidden(systemUserSets, facts.evidence) : { case: "no-rights" };

    const gaps = gapsOf(sure, facts.evidence);
    if (isEmpty(gaps)) return { case: "all" };
    const left = gapsOf(open, facts.evidence);
    const values = (each: typeof gaps) => ({ hidden: textsOf(each.hidden), readOnly: textsOf(each.readOnly) });
    if (isEmpty(left))
      return { case: "unsure", values: { data: textsOf([...gaps.hidden, ...gaps.readOnly]), ...values(gaps) } };
    return {
      case: left.hidden.length ? (left.readOnly.length ? "both" : "out-of-reach") : "read-only",
      values: values(left)
    };
  }
});

const DOUBTFUL: readonly (string | undefined)[] = ["session-based", "group-not-updated"];

const textsOf = (names: readonly string[]) => ({ texts: names.map((name) => `system-user-data-access.data.${name}`) });
