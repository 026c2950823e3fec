import {
  connectedApps,
  CALIBRATION,
  ipRelaxationIn,
  isAbout,
  newestFirst,
  POLICY_CHANGES,
  type IpRelaxationPolicy,
  appPolicyChanges,
  type RowOf
} from "../../checklist/index.ts";
import { anonymousWording } from "./anonymous.ts";
import type { Asking } from "./question.ts";
import { Open, attempt } from "./attempt.ts";

type Action = (typeof POLICY_CHANGES)[number];
type Entry = RowOf<typeof appPolicyChanges> & { readonly Display: string; readonly Action: Action };

/** An edit and its entry come from one transaction; clocks and queues take a little. */
const TOGETHER = 60_000;

/** What the audit trail tells of the app. */
export async function trailAnswers(asking: Asking) {
  const [entries, wording, date] = await Promise.all([
    attempt(() => {
      const all = entriesOf(asking);
      return { entries: all.length, newestIsAsSetupShows: isAsSetupShows(asking, all) };
    }),
    attempt(() => wordings(asking)),
    attempt(() => dateOfApp(asking))
  ]);
  return { entries, wording, date };
}

/** @throws {Open} there is none */
function entriesOf({ catalogue }: Asking): Entry[] {
  const app = catalogue.app();
  const entries = newestFirst(catalogue.rows(appPolicyChanges)).filter(
    (row): row is Entry => isAbout(row.Display, app) && POLICY_CHANGES.includes(row.Action as Action)
  );
  if (entries.length) return entries;
  throw new Open("There is no entry about the app. Change IP Relaxation and back in Setup, then run this again.");
}

const isIpRelaxation = ({ Action }: Entry): boolean => Action === "changeIpRelaxationPolicy";

function isAsSetupShows({ catalogue, seen }: Asking, entries: readonly Entry[]): boolean | null {
  const newest = entries.find(isIpRelaxation);
  const set = newest && ipRelaxationIn(CALIBRATION, newest.Display, catalogue.app().Name);
  return set && seen.ipRelaxation ? set.value === seen.ipRelaxation : null;
}

interface Sentence {
  readonly action: Action;
  readonly text: string;
  readonly to: IpRelaxationPolicy | null;
}

function wordings(asking: Asking): { sentences: Sentence[]; leftOut: number } {
  const { catalogue, seen, own } = asking;
  const entries = entriesOf(asking);
  const { Name: app } = catalogue.app();
  const apps = catalogue.rows(connectedApps).map(({ Name }) => Name);
  const newest = entries.find(isIpRelaxation);
  const sentences = new Map<string, Sentence>();
  let leftOut = 0;
  for (const entry of entries) {
    const text = anonymousWording(entry.Action, entry.Display, { app, apps, own });
    if (text === undefined) leftOut++;
    // What Setup shows is what the newest entry set, in whatever words; of older ones nobody can tell.
    else if (!sentences.has(`${entry.Action} ${text}`))
      sentences.set(`${entry.Action} ${text}`, {
        action: entry.Action,
        text,
        to: entry === newest && !text.includes("{to}") ? (seen.ipRelaxation ?? null) : null
      });
  }
  return { sentences: [...sentences.values()], leftOut };
}

function dateOfApp(asking: Asking): { changed: "with" | "before" | "after" } {
  const [newest] = entriesOf(asking);
  const later = Date.parse(asking.catalogue.app().LastModifiedDate) - Date.parse(newest?.CreatedDate ?? "");
  if (Math.abs(later) <= TOGETHER) return { changed: "with" };
  return { changed: later > 0 ? "after" : "before" };
}
