import { answerOf, type Evidence } from "../evidence/evidence.ts";
import type { Ids, Known } from "../evidence/query.ts";
import type { Selection } from "../evidence/selection.ts";
import { appOf } from "../facts/app.ts";
import { peopleOf, type People, type Person } from "../facts/people.ts";
import { connectedApps } from "../queries/connected-apps.ts";
import { peopleByUsername } from "../queries/people-by-username.ts";

/** @returns what the evidence gathered so far tells those queries whose turn comes next */
export const knownFrom = (evidence: Evidence, selection: Selection, viewerId: string): Known => ({
  evidence,
  selection,
  viewerId,
  userIds: idsOf(evidence, selection, ({ systemUser, impactedUsers }) => [systemUser, ...impactedUsers]),
  systemUserIds: idsOf(evidence, selection, ({ systemUser }) => [systemUser]),
  appIds: appIdsIn(evidence, selection)
});

/** Those whose Id is known are asked about, whatever became of the others. */
function idsOf(evidence: Evidence, selection: Selection, asked: (people: People) => readonly (Person | null)[]): Ids {
  const ids = asked(peopleOf(evidence, selection)).flatMap((person) => person?.id ?? []);
  if (ids.length) return [...new Set(ids)];
  const lookup = answerOf(evidence, peopleByUsername);
  return lookup && "fault" in lookup ? { blockedBy: peopleByUsername } : [];
}

function appIdsIn(evidence: Evidence, selection: Selection): Ids {
  const answer = answerOf(evidence, connectedApps);
  if (!answer || "fault" in answer) return { blockedBy: connectedApps };
  const app = appOf(evidence, selection);
  return app.kind === "one" ? [app.row.Id] : [];
}
