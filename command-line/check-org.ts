import {
  namedChanges,
  CHECKS,
  askOne,
  gather,
  marketingCloudRequest,
  confirmationsIn,
  connectedApps,
  RUN_QUERIES,
  savedChanges,
  savedConfirmations,
  savedPeople,
  selectionIn,
  reportOf,
  type Confirmation,
  type Finding,
  type MarketingCloudAnswer,
  type MarketingCloudRequest,
  type Fields,
  type Query,
  type QuerySource,
  type Report,
  type Row,
  type Selection
} from "../checklist/index.ts";
import { Messages } from "@salesforce/core";
import { isSameId } from "./confirmations/confirmations-file.ts";
import type { FileConfirmation } from "./confirmations/file-shape.ts";
import { orgNow } from "./evidence/org-clock.ts";
import { restSource } from "./evidence/rest-source.ts";
import { ambiguousApp, obstacleIn, orgError, unknownApp, unknownUsers, type QueryError } from "./orgs/org-error.ts";
import type { TargetOrg } from "./orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.check");

/** Whom to check, and what people have confirmed. */
export interface CheckOptions {
  /** Absent: the one saved in the org, else the best candidate. */
  readonly systemUser?: string | undefined;
  /** None: those saved in the org. */
  readonly users: readonly string[];
  readonly everyone: boolean;
  /** The connected app by its name, where several could be the one. */
  readonly app?: string | undefined;
  /** Beside those saved in the org. Those of other orgs don't count. */
  readonly confirmations: readonly FileConfirmation[];
  /** Asks Marketing Cloud; absent where only the org is asked. */
  readonly marketingCloud?: AskMarketingCloud | undefined;
  /** Called with a sentence on what the report lacks. */
  readonly warn: (text: string) => void;
}

/** @returns what Marketing Cloud says; undefined where it could not be asked, so that the questions to a person stay */
export type AskMarketingCloud = (
  request: MarketingCloudRequest | undefined
) => Promise<MarketingCloudAnswer | undefined>;

/**
 * Gathers over REST and judges. Reads only.
 * @returns the report, whose links are whole addresses in the org
 * @throws {OrgError} nothing more can be learned from the org, or it does not have a user or the app that was named
 */
export async function checkOrg(org: TargetOrg, options: CheckOptions): Promise<Report> {
  const { name, connection, orgId, viewerId } = org;
  const source = untilObstacle(restSource(connection));
  const unread: string[] = [];
  const saved = async <F extends Fields>(query: Query<F>): Promise<readonly Row<F>[]> => {
    const answer = await askOne(source, query);
    if ("rows" in answer) return answer.rows;
    if (answer.fault.kind !== "no-object")
      unread.push(messages.getMessage("warning.saved", [name, answer.object, answer.fault.message]));
    return [];
  };
  const [people, confirmations, changes] = await Promise.all([
    saved(savedPeople),
    saved(savedConfirmations),
    saved(savedChanges)
  ]);
  const appId = options.app === undefined ? undefined : await appCalled(org, source, options.app);
  const selection = { ...selectionOf(options, selectionIn(people, orgId)), ...(appId === undefined ? {} : { appId }) };
  const [evidence, made] = await Promise.all([
    gather(source, { queries: RUN_QUERIES, selection, viewerId }),
    namedChanges(source, changes, orgId)
  ]);
  if (source.obstacle) throw orgError(org, source.obstacle);
  for (const text of unread) options.warn(text);

  const marketingCloud = await options.marketingCloud?.(marketingCloudRequest({ evidence }));

  const report = reportOf(CHECKS, {
    evidence,
    selection,
    made,
    ...(marketingCloud && { marketingCloud }),
    confirmations: newest([
      ...confirmationsIn(confirmations, orgId),
      ...options.confirmations.filter((confirmation) => isSameId(confirmation.orgId, orgId))
    ]),
    now: orgNow(connection.instanceUrl)
  });
  const { unknownUsernames } = report.people;
  if (unknownUsernames.length) throw unknownUsers(name, unknownUsernames);
  return { ...report, findings: report.findings.map((finding) => linkedTo(connection.instanceUrl, finding)) };
}

/**
 * @param app its name or its Id
 * @returns its Id; undefined where apps could not be read, of which the report will tell
 * @throws {OrgError} no app has the name, or several do, be it in other capitals
 */
async function appCalled({ name }: TargetOrg, source: QuerySource, app: string): Promise<string | undefined> {
  const answer = await askOne(source, connectedApps);
  if (!("rows" in answer)) return undefined;
  const alike = answer.rows.filter(
    ({ Id, Name }) => Name.toLowerCase() === app.toLowerCase() || (/^0H4/.test(app) && isSameId(Id, app))
  );
  const [found, ...more] = alike;
  const names = answer.rows.map((row) => row.Name);
  if (!found) throw unknownApp(name, app, names);
  if (more.length) throw ambiguousApp(name, app, alike);
  return found.Id;
}

/** In the tab a link needs no org; from a terminal or a file it does. */
function linkedTo(instanceUrl: string, finding: Finding): Finding {
  const { fix } = finding;
  if (!fix.link) return finding;
  return { ...finding, fix: { ...fix, link: { ...fix.link, address: new URL(fix.link.address, instanceUrl).href } } };
}

interface Watched extends QuerySource {
  /** What ended the check of the whole org. */
  obstacle?: QueryError | undefined;
}

/**
 * A report of what came before the network or the login broke would look whole. So the first such error is kept, and
 * nothing is asked after it.
 */
function untilObstacle(source: QuerySource): Watched {
  const watched: Watched = {
    async runQueries(requests) {
      if (watched.obstacle) return [];
      const replies = await source.runQueries(requests);
      watched.obstacle ??= obstacleIn(replies);
      return replies;
    }
  };
  return watched;
}

function selectionOf({ systemUser, users, everyone }: CheckOptions, saved: Selection): Selection {
  const byUsername = new Map(users.map((username) => [username.toLowerCase(), { username }]));
  const chosen = systemUser === undefined ? saved.systemUser : { username: systemUser };
  return {
    ...(chosen ? { systemUser: chosen } : {}),
    // Salesforce's usernames don't tell capitals apart.
    impactedUsers: users.length ? [...byUsername.values()] : saved.impactedUsers,
    ...(everyone || (!users.length && saved.everyone) ? { everyone: true } : {}),
    ...(saved.appId === undefined ? {} : { appId: saved.appId })
  };
}

/** @returns of several confirmations of one check and person, the latest */
function newest(confirmations: readonly Confirmation[]): Confirmation[] {
  const counts = ({ void: reason }: Confirmation): number => (reason === undefined ? 1 : 0);
  const inTime = [...confirmations].sort((a, b) => counts(a) - counts(b) || Date.parse(a.at) - Date.parse(b.at));
  return [...new Map(inTime.map((each) => [`${each.check}/${each.subjectId ?? ""}`, each])).values()];
}
