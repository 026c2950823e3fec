import { readFileSync } from "node:fs";
import {
  CHECKS,
  CONFIRMATION_DAYS,
  ENGLISH,
  gather,
  ownedBy,
  reportOf,
  RUN_QUERIES,
  wordsOf,
  type Confirmation,
  type Messages,
  type Report,
  type Words
} from "../../checklist/index.ts";
import shared from "../../checklist/messages/sv.json" with { type: "json" };
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { SCENARIOS } from "../../local/scenarios/list.ts";
import { rowsOver } from "../product/run.ts";

const ofCheck = (id: string): Messages =>
  JSON.parse(readFileSync(new URL(`../../checklist/checks/${id}/sv.json`, import.meta.url), "utf8")) as Messages;
const SWEDISH: Messages = Object.assign({}, shared, ...CHECKS.map(({ id }) => ownedBy(id, ofCheck(id)))) as Messages;

export const LANGUAGES: readonly Words[] = [wordsOf(ENGLISH, "en"), wordsOf(SWEDISH, "sv")];
/** Everything that the product itself says, whatever the org. */
export const OWN_WORDS = [
  ...Object.values(ENGLISH),
  ...Object.values(SWEDISH),
  ...CHECKS.flatMap(({ source }) => Object.values(source) as string[])
].join("\n");

const NOW = new Date("2026-05-04T10:00:00Z");
const DAY = 24 * 60 * 60 * 1000;
const PEOPLE = 40;

export interface Told {
  readonly scenario: string;
  readonly report: Report;
  /** The scenario's rows, as its file has them. */
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** @returns a report for each built-in scenario: people chosen, and everything confirmed, refuted or lapsed in turn */
export async function tellAll(): Promise<Told[]> {
  return Promise.all(
    SCENARIOS.map(async ({ name, read }) => {
      const { records } = read() as Pick<Told, "records">;
      return { scenario: name, records, report: await reportFor(name) };
    })
  );
}

async function reportFor(name: string): Promise<Report> {
  const scenario = await loadScenario(name, NOW);
  const users = scenario.store.table("User").rows.slice(0, PEOPLE);
  const impactedUsers = users.map(({ values }) => ({ username: String(values.Username) }));
  const selection = { impactedUsers };
  const evidence = await gather(rowsOver(scenario), { queries: RUN_QUERIES, selection, viewerId: scenario.viewerId });
  const open = reportOf(CHECKS, { evidence, selection, confirmations: [], now: NOW });
  const by = String(users.at(-1)?.values.Name);
  const confirmations = open.findings
    .filter(({ state }) => state === "confirm")
    .map(({ check, basis }, i): Confirmation => ({
      check,
      subjectId: null,
      holds: i % 3 === 0,
      note: `Seen together with ${by} of ${open.org?.name ?? ""}`,
      by,
      at: new Date(NOW.getTime() - (i % 3 === 2 ? CONFIRMATION_DAYS + 1 : 1) * DAY).toISOString(),
      basis: basis ?? {}
    }));
  return reportOf(CHECKS, { evidence, selection, confirmations, now: NOW });
}
