import { appPolicies, connectedApps } from "../../checklist/index.ts";
import { productName } from "./anonymous.ts";
import { ask } from "./ask.ts";
import { NAMESPACES, type Asking } from "./question.ts";
import type { App } from "./evidence.ts";
import { soqlLiteral } from "../evidence/soql-literal.ts";
import { Open, attempt } from "./attempt.ts";

/** What the org tells of the connected app itself. */
export async function appAnswers(asking: Asking) {
  const { catalogue, seen } = asking;
  const [name, refreshToken, permittedUsers, groupAccess] = await Promise.all([
    attempt(() => appNames(asking)),
    attempt(() => {
      const { OptionsRefreshTokenValidityMetric: inactivity, RefreshTokenValidityPeriod } = policies(asking);
      return { policy: seen.refreshTokenPolicy ?? null, inactivity, period: RefreshTokenValidityPeriod ?? null };
    }),
    attempt(async () => {
      const item = await menuItem(asking, catalogue.app());
      if (!item) throw new Open("AppMenuItem has no row of the app.");
      return {
        connectedApplication: policies(asking).OptionsAllowAdminApprovedUsersOnly,
        appMenuItem: item.IsUsingAdminAuthorization === true
      };
    }),
    attempt(() => access(asking))
  ]);
  return { name, refreshToken, permittedUsers, groupAccess };
}

function policies({ catalogue }: Asking) {
  const { Id } = catalogue.app();
  const found = catalogue.rows(appPolicies).find((row) => row.Id === Id);
  if (!found) throw new Open("The org shows the app, but not its policies.");
  return found;
}

async function appNames(asking: Asking) {
  const { catalogue, seen } = asking;
  const apps = catalogue.rows(connectedApps);
  if (!apps.length) throw new Open("No connected app has Marketing Cloud in its name.");
  const app = await attempt(() => catalogue.app());
  const id = "answer" in app ? app.answer.Id : undefined;
  const item = "answer" in app ? await attempt(() => menuItem(asking, app.answer)) : undefined;
  return {
    apps: apps.map(({ Id, Name }) => ({
      // Whoever names the app on purpose wants its name to be read.
      ...(Id === id && Name === seen.app ? { name: Name, whole: true } : productName(Name)),
      isTheApp: Id === id
    })),
    namespace: item && "answer" in item && item.answer ? namespaceOf(item.answer.NamespacePrefix) : null
  };
}

const namespaceOf = (prefix: unknown): (typeof NAMESPACES)[number] =>
  typeof prefix !== "string" ? "none" : (NAMESPACES.find((known) => known === prefix) ?? "another");

/** Source: Object Reference, "AppMenuItem": ApplicationId is the Id of the connected app. */
const menuItem = async ({ org }: Asking, { Id }: App): Promise<Readonly<Record<string, unknown>> | undefined> =>
  (
    await ask(
      org,
      "SELECT NamespacePrefix, IsUsingAdminAuthorization FROM AppMenuItem " +
        `WHERE Type = 'ConnectedApplication' AND ApplicationId = ${soqlLiteral(Id)}`
    )
  )[0];

/** Source: Object Reference, "PermissionSet", Type: the own set of a group is of type Group. */
async function access({ org, catalogue }: Asking) {
  const rows = await ask(
    org,
    "SELECT Parent.Type FROM SetupEntityAccess WHERE SetupEntityType = 'ConnectedApplication' " +
      `AND SetupEntityId = ${soqlLiteral(catalogue.app().Id)}`
  );
  const types = new Set(rows.map(({ Parent }) => (Parent as { Type?: unknown } | null)?.Type));
  return {
    profiles: types.has("Profile"),
    sets: ["Regular", "Standard", "Session"].some((type) => types.has(type)),
    groups: types.has("Group")
  };
}
