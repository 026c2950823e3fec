import { answerOf, rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { PersonRef, Selection } from "../evidence/selection.ts";
import { connectorUsers } from "../queries/connector-users.ts";
import { peopleByUsername } from "../queries/people-by-username.ts";
import { users } from "../queries/users.ts";
import { candidatesOf, type Candidate } from "./candidates.ts";

export type Role = "system-user" | "impacted-user";

export interface Person {
  /** null where the org did not let us look the username up. */
  readonly id: string | null;
  readonly username: string | null;
  readonly name: string | null;
  readonly role: Role;
}

/** @returns what a person is called in a sentence: by name, or by what else is known; empty where nothing is */
export const nameOf = ({ name, username, id }: Person): string => name ?? username ?? id ?? "";

/** A name may hold signs that turn the direction of all that follows it in a sentence: no output may pass them on. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]+/gu;
const inOneDirection = (name: string | null): string | null => name?.replace(TURNS, " ").trim() ?? null;

export interface People {
  readonly systemUser: Person | null;
  /** false: nobody was chosen, the system user is the best candidate. */
  readonly systemUserChosen: boolean;
  readonly impactedUsers: readonly Person[];
  readonly candidates: readonly Candidate[];
  /** Usernames that the org answered it does not have. */
  readonly unknownUsernames: readonly string[];
}

/** @returns the people to judge, as far as the evidence gathered so far tells who they are */
export function peopleOf(evidence: Evidence, selection: Selection): People {
  const lookup = answerOf(evidence, peopleByUsername);
  const known = new Map(rowsOf(evidence, peopleByUsername).map((row) => [row.Username.toLowerCase(), row]));
  const details = new Map(rowsOf(evidence, users).map((row) => [row.Id, row]));
  const unknownUsernames: string[] = [];

  const resolve = (ref: PersonRef, role: Role): Person => {
    const found =
      ref.id === undefined && ref.username !== undefined ? known.get(ref.username.toLowerCase()) : undefined;
    if (ref.id === undefined && ref.username !== undefined && !found && lookup && "rows" in lookup)
      unknownUsernames.push(ref.username);
    const id = ref.id ?? found?.Id ?? null;
    const row = id === null ? undefined : details.get(id);
    return {
      id,
      role,
      username: row?.Username ?? found?.Username ?? ref.username ?? null,
      name: inOneDirection(row?.Name ?? found?.Name ?? ref.name ?? null)
    };
  };

  const candidates = candidatesOf(evidence);
  const best = selection.systemUser ?? candidates[0];
  const systemUser = best ? resolve(best, "system-user") : null;
  const named = selection.impactedUsers.map((ref) => resolve(ref, "impacted-user"));
  const everyone = selection.everyone
    ? rowsOf(evidence, connectorUsers).map((row) => resolve(refOf(row), "impacted-user"))
    : [];
  const impactedUsers = unique([...named, ...everyone], systemUser);
  return {
    systemUser,
    systemUserChosen: selection.systemUser !== undefined,
    impactedUsers,
    candidates,
    unknownUsernames
  };
}

/** As many as `connector-users` asks for. */
export const EVERYONE_LIMIT = 2000;

const refOf = ({ Id, Username, Name }: { Id: string; Username: string; Name: string }): PersonRef => ({
  id: Id,
  username: Username,
  name: Name
});

/** @returns each person once, and the system user not at all */
function unique(people: readonly Person[], systemUser: Person | null): Person[] {
  const seen = new Set<string | null>([systemUser?.id ?? null]);
  return people.filter(({ id }) => {
    if (id === null) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
