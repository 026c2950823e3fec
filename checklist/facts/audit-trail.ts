import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { RowOf } from "../evidence/query.ts";
import { appPolicyChanges } from "../queries/app-policy-changes.ts";
import { setupChanges } from "../queries/setup-changes.ts";
import { nameOf, type Person } from "./people.ts";
import { newestFirst, POLICY_ACTIONS } from "./policies.ts";
import { DAY } from "./time.ts";

/** What an entry of the audit trail tells: by its action, since its text comes in the language of the person looking. */
export type ChangeKind = keyof typeof ACTIONS;

/** Source: docs/sources.md, Audit trail. Where several actions tell the same, the kind of permission set or profile differs. */
const ACTIONS = {
  "permitted-users": [POLICY_ACTIONS.permittedUsers],
  "ip-relaxation": [POLICY_ACTIONS.ipRelaxation],
  "policies-saved": [POLICY_ACTIONS.session],
  "app-uninstalled": ["deleteConnectedApplication"],
  "app-installed": ["insertConnectedApplication"],
  "app-blocked": ["blockConnectedApplication"],
  "app-unblocked": ["unblockConnectedApplication"],
  "app-taken": [
    "SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Disabled",
    "SetupEntityAccessAudit_Profile_ConnectedApplication_DisabledCustom",
    "SetupEntityAccessAudit_Profile_ConnectedApplication_DisabledStandard"
  ],
  "app-given": [
    "SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Enabled",
    "SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledCustom",
    "SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledStandard"
  ],
  "set-taken": ["PermSetUnassign", "PermSetUnassign_HasExpiration", "PermSetGroupUnassign"],
  "set-given": ["PermSetAssign", "PermSetGroupAssign"],
  "set-given-until": ["PermSetAssign_HasExpiration", "PermSetAssignmentExpirationChange"],
  "group-lost-set": ["PermissionSetGroupComponentRemoved"],
  "group-got-set": ["PermissionSetGroupComponentAdd"],
  "session-required": ["PermSetHasActivationRequiredChange"],
  deactivated: ["deactivateduser"],
  activated: ["activateduser"],
  frozen: ["frozeuser"],
  unfrozen: ["unfrozeuser"],
  unlocked: ["unlockeduser"],
  profile: [
    "changedprofileforuser",
    "changedprofileforusercusttostd",
    "changedprofileforuserstdtocust",
    "changedprofileforuserstdtostd"
  ],
  "marketing-user-off": ["changedmarketinguseronoff"],
  "marketing-user-on": ["changedmarketinguseroffon"],
  "package-uninstalled": ["uninstalledpackagingapp"],
  "package-installed": ["installedpackagingapp"]
} as const;

/** The actions of which the kinds tell. */
export const CHANGE_ACTIONS: readonly string[] = Object.values(ACTIONS).flat();

const KINDS: ReadonlyMap<string, ChangeKind> = new Map(
  Object.entries(ACTIONS).flatMap(([kind, actions]) =>
    actions.map((action): [string, ChangeKind] => [action, kind as ChangeKind])
  )
);

/** An entry of the audit trail. */
export interface TrailEntry {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly at: string;
  /** null where the audit trail names nobody. */
  readonly by: string | null;
  /** As the audit trail words it, in the language of the person looking. */
  readonly text: string;
}

type Entry = RowOf<typeof setupChanges>;

/** @returns what the audit trail tells of access, users and the app's policies, newest first */
export const setupChangesIn = (evidence: Evidence): TrailEntry[] =>
  newestFirst<Entry>([...rowsOf(evidence, setupChanges), ...rowsOf(evidence, appPolicyChanges)]).flatMap(
    ({ Id, Action, Display, CreatedDate, CreatedBy }) => {
      const kind = KINDS.get(Action);
      return kind ? [{ id: Id, kind, at: CreatedDate, by: CreatedBy?.Name ?? null, text: Display ?? "" }] : [];
    }
  );

/** Salesforce keeps entries at least so long. Source: docs/sources.md, Audit trail. */
const KEPT = 180 * DAY;

/** @returns since when nothing is missing among the entries that were read, ISO 8601 */
export function trailSince(evidence: Evidence, now: Date): string {
  const rows = rowsOf(evidence, setupChanges);
  const oldest = rows.length < (setupChanges.limit ?? Infinity) ? undefined : newestFirst(rows).at(-1);
  return new Date(Math.max(now.getTime() - KEPT, oldest ? Date.parse(oldest.CreatedDate) : 0)).toISOString();
}

/** Text shows Ids without the three letters at the end that tell capitals apart. */
const USER_ID = /\b005[A-Za-z0-9]{12}/g;

/**
 * @returns for each person, the entries that are about them: by their Id where the text has one, else by their name where
 * it is nobody else's
 */
export function changesByPerson(
  changes: readonly TrailEntry[],
  people: readonly Person[]
): ReadonlyMap<Person, readonly TrailEntry[]> {
  const byId = new Map(people.flatMap((person) => (person.id === null ? [] : [[person.id.slice(0, 15), person]])));
  const named = namedIn(people);
  const found = new Map<Person, TrailEntry[]>();
  for (const change of changes) {
    const ids = change.text.match(USER_ID);
    const person = ids ? ids.map((id) => byId.get(id)).find((each) => each) : named(change.text);
    if (!person) continue;
    const own = found.get(person);
    if (own) own.push(change);
    else found.set(person, [change]);
  }
  return found;
}

/** What an entry may call somebody. */
const namesOf = (person: Person): string[] => [person.username ?? "", nameOf(person)].filter(Boolean);

/** Looks names up by their first word: there may be thousands of people, and of entries. */
function namedIn(people: readonly Person[]): (text: string) => Person | undefined {
  const byWord = new Map<string, Person[]>();
  for (const person of people)
    for (const name of namesOf(person)) {
      const word = name.replace(/[ ,:].*/, "");
      byWord.set(word, [...(byWord.get(word) ?? []), person]);
    }
  return (text) => {
    const found = text
      .split(/[ ,:]/)
      .flatMap((word) => byWord.get(word) ?? [])
      .flatMap((person) => namesOf(person).map((name) => ({ person, name })))
      .filter(({ name }) => text.includes(name));
    // "Ada Fields" stands within "Ada Fields-Berg", too.
    const longest = Math.max(0, ...found.map(({ name }) => name.length));
    const best = new Set(found.flatMap(({ person, name }) => (name.length === longest ? [person] : [])));
    const [only, another] = best;
    return another ? undefined : only;
  };
}

/** What an entry about a group says of its sets stands further behind: there, any place will do. */
const IN_ENGLISH =
  /^(?:Permission set|Changed Permission Set)(?: group)? (.+?)(?: with expiration)?(?:: | assigned to )/;

/** Entries with an expiration name the set by its API name, others by its label. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();

/** @returns the first of the permission sets or groups that the entry names; whole, where its language is known */
export function setIn({ text }: TrailEntry, labels: readonly string[]): string | undefined {
  const [, exact] = IN_ENGLISH.exec(text) ?? [];
  const said = plain(exact ?? text);
  return labels.find((label) => (exact === undefined ? said.includes(plain(label)) : said === plain(label)));
}
