import { connectorConfiguration } from "../../checklist/index.ts";
import { ask } from "./ask.ts";
import type { Asking } from "./question.ts";
import { soqlLiteral } from "../evidence/soql-literal.ts";
import { Open, attempt } from "./attempt.ts";

/** Each on its own: one that an org lacks fails its query whole. Source: docs/sources.md, The package. */
const FIELDS = ["Integration_Type", "Parent_Account_MID", "Auth_API_URL", "Frequency", "AwaitingBusinessUnits"];

/** What the connector's configuration holds, never the values. */
export async function connectorAnswers(asking: Asking) {
  const [username, fields] = await Promise.all([attempt(() => usernameOf(asking)), attempt(() => filled(asking))]);
  return { username, fields };
}

async function usernameOf({ org, catalogue }: Asking): Promise<{ isEmail: boolean; isOfAUser: boolean }> {
  const name = catalogue.rows(connectorConfiguration).find((row) => row.et4ae5__Username__c)?.et4ae5__Username__c;
  if (name === undefined) throw new Open("The configuration has no Username.");
  const users = await ask(
    org,
    `SELECT Id FROM User WHERE et4ae5__ExactTargetUsername__c = ${soqlLiteral(name)} LIMIT 1`
  );
  return { isEmail: /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name), isOfAUser: users.length > 0 };
}

async function filled({ org, catalogue }: Asking): Promise<Record<string, boolean>> {
  if (!catalogue.rows(connectorConfiguration).length) throw new Open("There is no configuration.");
  const answers = await Promise.all(
    FIELDS.map(async (field) => {
      const name = `et4ae5__${field}__c`;
      const rows = await attempt(() => ask(org, `SELECT ${name} FROM et4ae5__Configuration__c LIMIT 10`));
      const isFilled = "answer" in rows && rows.answer.some((row) => row[name] !== null && row[name] !== false);
      return "answer" in rows ? [[name, isFilled] as const] : [];
    })
  );
  return Object.fromEntries(answers.flat());
}
