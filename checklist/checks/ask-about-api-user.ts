import { apiUserOf } from "../facts/api-user.ts";
import type { BasisPart } from "../facts/basis.ts";
import { orgCheck, type CheckMessages, type OrgCheck, type Severity } from "../judge/check.ts";
import { article } from "../judge/sources.ts";
import { packageLicense } from "../queries/package-license.ts";

/** A question about the Marketing Cloud API User that only a person can answer. */
interface Question {
  readonly id: string;
  readonly messages: CheckMessages<typeof CASES>;
  readonly severity: Severity;
  readonly fix: readonly string[];
  /** Beside which user it is, and whom that user stands for. */
  readonly restsOn?: readonly BasisPart[];
}

const CASES = { look: "confirm", "look-at": "confirm" } as const;

/** @returns a check that asks a person to look in Marketing Cloud, at the user whom the configuration names, if it names one */
export const askAboutApiUser = ({ id, messages, severity, fix, restsOn = [] }: Question): OrgCheck =>
  orgCheck({
    id,
    messages,
    cases: CASES,
    about: "marketing-cloud",
    step: "marketing-cloud",
    severity,
    requires: ["package"],
    needs: [],
    consults: [packageLicense],
    restsOn: ["api-user", "configuration", "system-user", ...restsOn],
    source: article("Marketing Cloud Checklist"),
    link: { page: "marketing-cloud" },
    fix,
    judge(facts) {
      const apiUser = apiUserOf(facts);
      return apiUser === undefined ? { case: "look" } : { case: "look-at", values: { apiUser } };
    }
  });
