import {
  CHECKS,
  CONFIRMATION_DAYS,
  gather,
  reportOf,
  RUN_QUERIES,
  translatorOf,
  type Confirmation,
  type Report,
  type Translator
} from "../../checklist/index.ts";
import { readMessages } from "../../build/catalogue.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { SCENARIOS } from "../../local/scenarios/list.ts";
import { rowsOver } from "../product/run.ts";

const english = readMessages("en");
const swedish = { ...english, ...readMessages("sv") };

export const LANGUAGES: readonly Translator[] = [translatorOf(english, "en"), translatorOf(swedish, "sv")];
/** Everything that the product itself says, whatever the org. */
export const OWN_WORDS = [
  ...Object.values(english),
  ...Object.values(swedish),
  ...CHECKS.flatMap(({ source }) => Object.values(source) as string[])
].join("\n");

const NOW = new Date("2026-05-04T10:00:00Z");
const DAY = 24 * 60 * 60 * 1000;
const PEOPLE = 40;

export interface CheckedScenario {
  readonly scenario: string;
  readonly report: Report;
  /** The scenario's rows, as its file has them. */
  readonly records: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

let checked: readonly CheckedScenario[] | undefined;

/**
 * Made once: several files of tests share this module in one process. A promise that two of them await would make the tests
 * of one the other's: see scripts/test/together.ts.
 * @returns a report for each built-in scenario: people chosen, and everything confirmed, refuted or lapsed in turn
 */
export async function checkScenarios(): Promise<readonly CheckedScenario[]> {
  return (checked ??= await Promise.all(
    SCENARIOS.map(async ({ name, read }) => {
      const { records } = read() as Pick<CheckedScenario, "records">;
      return { scenario: name, records, report: await reportFor(name) };
    })
  ));
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
