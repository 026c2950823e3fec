import { orgCheck, type Answers, type Asks, type CheckMessages, type OrgCheck, type Source } from "../judge/check.ts";

/** A setting of the Marketing Cloud account that can stop its API users, and that only a person can see. */
interface Question<A extends Answers> extends Asks<A> {
  readonly id: string;
  readonly messages: CheckMessages<typeof CASES> & Asks<A>["messages"];
  readonly source: Source;
  readonly fix: readonly string[];
}

const CASES = { look: "confirm" } as const;

/** @returns a check that asks a person to look at the security settings of the Marketing Cloud account */
export const askAboutSecuritySettings = <const A extends Answers>({
  id,
  messages,
  source,
  look,
  answers,
  fix
}: Question<A>): OrgCheck =>
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
    answers,
    fix,
    judge: () => ({ case: "look" })
  });
