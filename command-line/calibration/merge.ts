import { doubtsOf, periodOf, type Calibration, type How } from "../../checklist/index.ts";
import type { Block } from "./schema.ts";

type Table = keyof Calibration;
type Row = Calibration[Table][number];
/** A table's row without how it is known. */
type Fact<Name extends Table = Table> = Omit<Calibration[Name][number], keyof How>;

export interface Merged {
  readonly tables: Calibration;
  /** Facts that came to the tables, with the name of their table before each. */
  readonly added: readonly string[];
  /** Observations that others contradict: all of them are kept, and none is believed. */
  readonly contradicted: readonly string[];
}

/** @returns the tables with what the blocks observed. What was there stays, in its place */
export function merged(tables: Calibration, blocks: readonly Block[]): Merged {
  const added: string[] = [];
  const more: Record<Table, Row[]> = {
    refreshToken: [],
    appNames: [],
    ipRelaxations: [],
    policyChanges: [],
    attaching: [],
    systemAdministrators: []
  };
  for (const block of blocks) {
    const seen: How = { how: "observed", on: block.on, apiVersion: block.apiVersion };
    for (const [table, fact] of factsOf(block)) {
      // Once observed is observed; that it was documented before is another matter.
      const before = [...tables[table], ...more[table]].filter((row) => row.how === "observed");
      if (before.some((row) => isSame(row, fact))) continue;
      more[table].push({ ...fact, ...seen } as Row);
      added.push(`${table}: ${shown(fact)}`);
    }
  }
  const all = Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, [...(rows as Row[]), ...more[name as Table]]])
  ) as unknown as Calibration;
  const contradicted = Object.entries(doubtsOf(all)).flatMap(([name, rows]) =>
    rows.map((row) => `${name}: ${shown(row)}`)
  );
  return { tables: all, added, contradicted };
}

function factsOf({ answers, language }: Block): [Table, Fact][] {
  const facts: [Table, Fact][] = [];
  const add = <Name extends Table>(table: Name, fact: Fact<Name>): unknown => facts.push([table, fact]);

  const token = answerIn(answers["refresh-token-values"]);
  if (token?.policy)
    add("refreshToken", { policy: token.policy, inactivity: token.inactivity, period: periodOf(token.period) });

  for (const { name, whole, isTheApp } of answerIn(answers["app-name"])?.apps ?? [])
    if (whole && isTheApp) add("appNames", { name });

  for (const { action, text, to } of answerIn(answers["audit-trail-wording"])?.sentences ?? [])
    add("policyChanges", { action, language, text, ...(to && { to }) });

  const attaching = answerIn(answers.attaching);
  // What can't be taken back is not offered either.
  if (attaching) add("attaching", { works: attaching.attached && attaching.shown && attaching.detached });

  const administrator = answerIn(answers["system-administrator-names"]);
  // In a language that is not known, two names would contradict each other.
  if (administrator && language !== "other") add("systemAdministrators", { language, name: administrator.name });
  return facts;
}

const answerIn = <Answer>(attempt: { answer: Answer } | { open: string } | { error: string }): Answer | undefined =>
  "answer" in attempt ? attempt.answer : undefined;

/** What a row says, without how it is known. */
const saying = (row: Fact): [string, unknown][] =>
  Object.entries(row).filter(([name]) => !["how", "on", "apiVersion"].includes(name));

const shown = (row: Fact): string =>
  saying(row)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(", ");

function isSame(one: Fact, other: Fact): boolean {
  const values = new Map(saying(other));
  const own = saying(one);
  return own.length === values.size && own.every(([name, value]) => values.get(name) === value);
}
