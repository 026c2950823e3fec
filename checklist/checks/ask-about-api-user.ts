import { apiUserBasis, apiUserOf } from "../facts/api-user.ts";
import { orgCheck, type CheckMessages, type OrgCheck, type Severity } from "../judge/check.ts";
import { article } from "../judge/sources.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";
import { packageLicense } from "../queries/package-license.ts";

/** A question about the Marketing Cloud API User that only a person can answer. */
interface Question {
  readonly id: string;
  readonly messages: CheckMessages<typeof CASES>;
  readonly severity: Severity;
  readonly fix: readonly string[];
}

const CASES = { look: "confirm", "look-at": "confirm" } as const;

/** @returns a check that asks a person to look in Marketing Cloud, at the user whom the configuration names, if it names one */
export const askAboutApiUser = ({ id, messages, severity, fix }: Question): OrgCheck =>
  orgCheck({
    id,
    messages,
    cases: CASES,
    about: "marketing-cloud",
    step: "marketing-cloud",
    severity,
    requires: ["package"],
    needs: [],
    consults: [packageLicense, connectorConfiguration],
    source: article("Marketing Cloud Checklist"),
    link: { page: "marketing-cloud" },
    fix,
    judge(facts) {
      const apiUser = apiUserOf(facts);
      const basis = apiUserBasis(facts);
      return apiUser === undefined ? { case: "look", basis } : { case: "look-at", values: { apiUser }, basis };
    }
  });
