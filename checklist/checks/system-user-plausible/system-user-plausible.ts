import { namedBy, type Witness } from "../../facts/candidates.ts";
import { mayHideAll } from "../../facts/permissions.ts";
import { orgCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { hidden } from "../../judge/unreadable.ts";
import { mappedUsers } from "../../queries/mapped-users.ts";
import { packageLicense } from "../../queries/package-license.ts";
import { systemSetHolders } from "../../queries/system-set-holders.ts";
import { trackingWriters } from "../../queries/tracking-writers.ts";
import { viewerPermissions } from "../../queries/viewer-permissions.ts";
import messages from "./en.json" with { type: "json" };

/** The weightiest first: several people may hold the packaged set, while the mapping names one. */
const WITNESSES: readonly Witness[] = ["mapping", "results", "system-set"];

/** Whether what the org shows of Marketing Cloud's work points to the user whom a person chose. */
export const systemUserPlausible = orgCheck({
  id: "system-user-plausible",
  messages,
  cases: {
    agrees: "pass",
    contradicted: "warn",
    "no-trace": "not-applicable",
    "not-chosen": "not-applicable"
  },
  about: "org",
  step: "people",
  severity: "problem",
  requires: ["package"],
  needs: [mappedUsers, systemSetHolders, trackingWriters],
  consults: [packageLicense, viewerPermissions],
  source: article("Sales Checklist"),
  link: null,
  fix: ["compare", "choose-system-user"],
  judge({ evidence, people: { systemUser, systemUserChosen } }) {
    if (!systemUser || !systemUserChosen) return { case: "not-chosen" };
    const named = namedBy(evidence);
    const [weightiest] = WITNESSES.filter((witness) => named[witness].length);
    if (!weightiest)
      return mayHideAll(systemSetHolders, evidence) ? hidden(systemSetHolders, evidence) : { case: "no-trace" };
    if (named[weightiest].some(({ id }) => id === systemUser.id)) return { case: "agrees" };
    const who = (witness: Witness): string[] => named[witness].map(({ user }) => user.Username);
    return {
      case: "contradicted",
      values: { witness: { texts: [`witness.${weightiest}`] }, users: who(weightiest) }
    };
  }
});
