import {
  appPolicyChanges,
  candidateUsers,
  organization,
  systemSetHolders,
  trackingWriters,
  viewer,
  viewerPermissions
} from "../../checklist/index.ts";
import { UNPROVEN, type Unproven, type UnprovenId } from "./unproven.ts";
import { appAnswers } from "./ask-app.ts";
import { trailAnswers } from "./ask-audit-trail.ts";
import { connectorAnswers } from "./ask-connector.ts";
import { askCatalogue, type App, type CatalogueAnswers } from "./evidence.ts";
import { ownWords } from "./anonymous.ts";
import { edition, packageVersion, systemAdministrator, viewersLanguage } from "./ask-platform.ts";
import type { Block } from "./schema.ts";
import type { Asking, Seen } from "./question.ts";
import { attempt } from "./attempt.ts";
import type { TargetOrg } from "../orgs/target-org.ts";

/** Tries in the org what no query tells: the one question that writes. */
export type TryAttaching = (app: App) => Promise<Block["answers"]["attaching"]>;

/**
 * Each question stands alone: one that fails leaves the others their answers.
 * @param tryAttaching without it, everything is only read
 */
export async function askOrg(org: TargetOrg, seen: Seen, on: Date, tryAttaching?: TryAttaching): Promise<Block> {
  const catalogue = await askCatalogue(org, seen.app);
  const own = ownWords(ownTexts(org, catalogue));
  const asking: Asking = { org, catalogue, seen, own };
  const language = await attempt(() => viewersLanguage(asking));
  const [organization, version, app, trail, connector, administrator] = await Promise.all([
    attempt(() => edition(asking)),
    attempt(() => packageVersion(asking)),
    appAnswers(asking),
    trailAnswers(asking),
    connectorAnswers(asking),
    attempt(() => systemAdministrator(asking))
  ]);
  const hidden = await attempt(() => hiddenRows(catalogue));
  // The last: what it writes, the audit trail tells.
  const attaching = await attachingAnswer(catalogue, tryAttaching);
  return {
    format: "mcc-calibration",
    version: 1,
    demonstration: isOnThisMachine(org.connection.instanceUrl),
    on: on.toISOString().slice(0, 10),
    apiVersion: org.connection.version,
    language: "answer" in language ? language.answer : "other",
    org: organization,
    packageVersion: version,
    answers: {
      "refresh-token-values": app.refreshToken,
      "app-name": app.name,
      "user-mode": byHand("user-mode"),
      "hidden-rows": hidden,
      "audit-trail-entries": trail.entries,
      "audit-trail-wording": trail.wording,
      "app-date": trail.date,
      "permitted-users-twice": app.permittedUsers,
      "group-access": app.groupAccess,
      attaching,
      "system-administrator-names": administrator,
      "connector-username": connector.username,
      "connector-fields": connector.fields,
      "results-words": byHand("results-words"),
      "marketing-cloud-script": byHand("marketing-cloud-script"),
      "connection-fields": byHand("connection-fields"),
      "sandbox-date": byHand("sandbox-date"),
      "what-a-gap-stops": byHand("what-a-gap-stops"),
      "hidden-permissions": byHand("hidden-permissions"),
      "sign-in-factors": byHand("sign-in-factors"),
      "external-client-app": byHand("external-client-app"),
      "marketing-cloud-settings": byHand("marketing-cloud-settings"),
      "setup-addresses": byHand("setup-addresses"),
      "package-build": byHand("package-build")
    }
  };
}

async function attachingAnswer(
  { app }: CatalogueAnswers,
  tryAttaching: TryAttaching | undefined
): Promise<Block["answers"]["attaching"]> {
  if (!tryAttaching) return { open: "Not tried, because it writes. In a scratch org, add --try." };
  const found = await attempt(app);
  return "answer" in found ? tryAttaching(found.answer) : found;
}

/** As the demonstration org is. */
const isOnThisMachine = (address: string): boolean =>
  /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(address).hostname);

function byHand(id: UnprovenId): { open: string } {
  const found: Unproven | undefined = UNPROVEN.find((each) => each.id === id);
  return { open: found?.byHand ?? "" };
}

/** Everything that the org's own words are known from. */
function ownTexts({ connection, name }: TargetOrg, { rows }: CatalogueAnswers): string[] {
  const texts = <Row>(read: () => readonly Row[], of: (row: Row) => readonly (string | undefined)[]): string[] => {
    try {
      return read().flatMap((row) => of(row).filter((text) => text !== undefined));
    } catch {
      // A query that was refused names nobody.
      return [];
    }
  };
  return [
    name,
    connection.instanceUrl,
    ...texts(
      () => rows(organization),
      (row) => [row.Name]
    ),
    ...texts(
      () => rows(viewer),
      (row) => [row.Name, row.Username]
    ),
    ...texts(
      () => rows(candidateUsers),
      (row) => [row.Name, row.Username]
    ),
    ...texts(
      () => rows(systemSetHolders),
      (row) => [row.Assignee.Name, row.Assignee.Username]
    ),
    ...texts(
      () => rows(trackingWriters),
      (row) => [row.CreatedBy.Name, row.CreatedBy.Username]
    ),
    ...texts(
      () => rows(appPolicyChanges),
      (row) => [row.CreatedBy?.Name]
    )
  ];
}

function hiddenRows({ rows, outcomes }: CatalogueAnswers) {
  const [held] = outcomes["viewer-permissions"] === "rows" ? rows(viewerPermissions) : [];
  return { permissions: { ...held }, queries: { ...outcomes } };
}
