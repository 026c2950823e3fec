import { orgCheck, type Asks, type CheckMessages, type OrgCheck, type Source } from "../judge/check.ts";

/** A setting of the Marketing Cloud account that can stop its API users, and that only a person can see. */
interface Question extends Asks {
  readonly id: string;
  readonly messages: CheckMessages<typeof CASES> & Asks["messages"];
  readonly source: Source;
  readonly fix: readonly string[];
}

const CASES = { look: "confirm" } as const;

/** @returns a check that asks a person to look at the security settings of the Marketing Cloud account */
export const askAboutSecuritySettings = ({ id, messages, source, look, fix }: Question): OrgCheck =>
  orgCheck({
    id,
    messages,
    cases: CASES,
    about: "marketing-cloud",
    step: "marketing-cloud",
    severity: "advice",
    requires: ["package"],
    // The settings are the account's: another configuration may be of another account, with another API User.
    restsOn: ["api-user", "configuration"],
    source,
    link: { page: "marketing-cloud" },
    look,
    fix,
    judge: () => ({ case: "look" })
  });
