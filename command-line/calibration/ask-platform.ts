import { organization } from "../../checklist/index.ts";
import { ask, askTooling } from "./ask.ts";
import { isAnonymous } from "./anonymous.ts";
import { EDITIONS, type Asking } from "./question.ts";
import { soqlLiteral } from "../evidence/soql-literal.ts";
import { Open } from "./attempt.ts";

type Edition = (typeof EDITIONS)[number];

export function edition({ catalogue }: Asking): { edition: Edition; sandbox: boolean } {
  const [org] = catalogue.rows(organization);
  if (!org) throw new Open("The org did not tell.");
  const known = EDITIONS.find((each) => each === org.OrganizationType);
  return { edition: known ?? "other", sandbox: org.IsSandbox };
}

/** Names and sentences come in the language of the person looking. */
export async function viewersLanguage({ org }: Asking): Promise<string> {
  const [user] = await ask(org, `SELECT LanguageLocaleKey FROM User WHERE Id = ${soqlLiteral(org.viewerId)}`);
  const language = String(user?.LanguageLocaleKey);
  return /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language) ? language : "other";
}

/** Source: Object Reference, "Publisher". */
export async function packageVersion({ org }: Asking): Promise<string> {
  const [publisher] = await ask(
    org,
    "SELECT MajorVersion, MinorVersion FROM Publisher WHERE NamespacePrefix = 'et4ae5'"
  );
  if (!publisher) throw new Open("The org lists no package et4ae5.");
  const { MajorVersion: major, MinorVersion: minor } = publisher;
  if (typeof major !== "number" || typeof minor !== "number") throw new Open("The org shows no version of it.");
  return `${String(major)}.${String(minor)}`;
}

/** The standard profile's name in every language. Source: Metadata API, "Profile"; observed by many. */
const FULL_NAME = "Admin";
/** The standard profile was there first. */
const ADMINISTRATORS = `SELECT Id, Name FROM Profile
  WHERE PermissionsModifyAllData = TRUE AND PermissionsViewSetup = TRUE
    AND PermissionsManageUsers = TRUE AND PermissionsCustomizeApplication = TRUE
  ORDER BY CreatedDate LIMIT 25`;

/**
 * Source: Tooling API, "Profile": FullName can't be filtered on, and only comes for one row at a time.
 * @throws {Open} not exactly one profile bears that name, or the name shown may tell whose org it is
 */
export async function systemAdministrator({ org, own }: Asking): Promise<{ name: string }> {
  const profiles = await ask(org, ADMINISTRATORS);
  const names: string[] = [];
  for (const { Id, Name } of profiles) {
    const [shown] = await askTooling(org, `SELECT FullName FROM Profile WHERE Id = ${soqlLiteral(String(Id))}`);
    if (shown?.FullName === FULL_NAME) names.push(typeof Name === "string" ? Name : "");
  }
  const [name, ...others] = names;
  if (name === undefined || others.length)
    throw new Open("Not exactly one profile is called Admin by the Tooling API.");
  if (!name || !isAnonymous(name, own)) throw new Open("The profile's name has a word that may tell whose org it is.");
  return { name };
}
