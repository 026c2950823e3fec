import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  basisQueriesOf,
  CONFIRMATION_DAYS,
  consultsOf,
  needsOf,
  type CHECKS,
  type JudgedState,
  type Query,
  type Severity
} from "../../checklist/index.ts";
import { CHECKLIST } from "../project.ts";
import { maybe, sentence, shown } from "./catalogue.ts";

type Check = (typeof CHECKS)[number];

const SEVERITIES = { blocker: "Blocker", problem: "Problem", advice: "Advice" } as const satisfies Record<
  Severity,
  string
>;

const ABOUT: Readonly<Record<Check["about"], string>> = {
  org: "the org",
  app: "the connected app",
  "marketing-cloud": "Marketing Cloud",
  viewer: "the person looking",
  person: "each person"
};

const STATES: Readonly<Record<JudgedState, string>> = {
  pass: "OK",
  fail: "Failed",
  warn: "Warning",
  confirm: "To confirm",
  unknown: "Couldn't be checked",
  "not-applicable": "Not applicable"
};

const THINGS = { app: "the connected app", package: "the package Marketing Cloud Connect" } as const;

/** @returns how much the check weighs, in words */
export function severityOf({ severity }: Check): string {
  if (typeof severity === "string") return SEVERITIES[severity];
  const { "system-user": ofSystemUser, "impacted-user": ofImpacted } = severity;
  const system = SEVERITIES[ofSystemUser];
  if (ofImpacted === undefined) return `${system}, of the system user only`;
  const impacted = SEVERITIES[ofImpacted];
  return system === impacted ? system : `${system} for the system user, ${impacted.toLowerCase()} for impacted users`;
}

/** @returns the documentation of one check, as Markdown */
export function checkPage(check: Check): string {
  const { id, step, about, requires = [], source } = check;
  const risk = maybe(`${id}.risk`);
  const opens = pagesOf(check).map((page) => `*${maybe(`page.${page}`) ?? page}*`);
  return paragraphs([
    `# ${maybe(`${id}.name`) ?? id}`,
    `\`${id}\` · step ${sentence(`step.${step}`)} · about ${ABOUT[about]} · ${severityOf(check)}`,
    `**Should be:** ${maybe(`${id}.expected`) ?? ""}`,
    maybe(`${id}.reason`) ?? "",
    "## What it can find",
    table(
      ["State", "Found", "Is"],
      Object.entries(check.cases).map(([name, state]) => caseRow(check, name, state))
    ),
    ...requires.map((thing) => `Not applicable without ${THINGS[thing]}.`),
    "What any check can run into is listed in the [index](README.md#what-any-check-can-run-into).",
    ...(check.look ? ["## How to check", stepsOf(check, check.look), answersOf(check)] : []),
    "## Fix",
    ...(risk === undefined ? [] : [`**Before you start:** ${risk}`]),
    stepsOf(check, check.fix),
    ...Object.entries(check.fixes ?? {}).flatMap(([name, steps]) => [
      `If it's "${maybe(`${id}.${name}.title`) ?? maybe(`${id}.answer.${name}`) ?? name}":`,
      stepsOf(check, steps ?? [])
    ]),
    ...(opens.length ? [`Opens ${opens.join(" or ")}.`] : []),
    ...confirmationOf(check),
    "## Evidence",
    evidence(check),
    "## Source",
    `[${shown(source.title)}](${source.url}), ${shown(source.section)}, ${shown(source.published)}.`
  ]);
}

const stepsOf = ({ id }: Check, steps: readonly string[]): string =>
  steps
    .map((name, at) => `${String(at + 1)}. ${maybe(`${id}.fix.${name}`) ?? maybe(`common.fix.${name}`) ?? ""}`)
    .join("\n");

const answersOf = ({ id, answers = {} }: Check): string =>
  table(
    ["Answer", "For `--answer`", "Is"],
    Object.entries(answers).map(([name, is]) => [maybe(`${id}.answer.${name}`) ?? "", `\`${name}\``, is])
  );

/** @returns what a person's confirmation rests on, of a check that asks for one */
function confirmationOf({ restsOn = [] }: Check): string[] {
  if (!restsOn.length) return [];
  return [
    "## What a confirmation rests on",
    `It counts for ${String(CONFIRMATION_DAYS)} days, and until one of these changes. While one of them can't be read, it is not known to count.`,
    table(
      ["Rests on", "Because"],
      restsOn.map((part) => [maybe(`basis.${part}`) ?? part, maybe(`basis.${part}.why`) ?? ""])
    )
  ];
}

/** @returns the pages that the fix may open. A link that depends on the org is code, so that only its text lists them. */
function pagesOf({ id, link }: Check): string[] {
  if (typeof link !== "function") return link ? [link.page] : [];
  const own = readFileSync(join(CHECKLIST, "checks", id, `${id}.ts`), "utf8");
  // A link that several checks share stands beside them.
  const shared = [...own.matchAll(/from "\.\.\/([\w-]+\.ts)"/g)].map(([, file = ""]) =>
    readFileSync(join(CHECKLIST, "checks", file), "utf8")
  );
  const text = [own, ...shared].join("\n");
  return [...new Set([...text.matchAll(/\bpage: "([\w-]+)"/g)].flatMap(([, page]) => page ?? []))];
}

function caseRow({ id, advice = [] }: Check, name: string, state: JudgedState): string[] {
  const texts = ["actual", "reason"].flatMap((part) => maybe(`${id}.${name}.${part}`) ?? []);
  return [
    advice.includes(name) ? `${STATES[state]} (${SEVERITIES.advice.toLowerCase()})` : STATES[state],
    maybe(`${id}.${name}.title`) ?? "",
    texts.map((text) => text.replace(/[.!?…]?$/, ".")).join(" ")
  ];
}

function evidence(check: Check): string {
  const [needs, consults] = [needsOf(check), consultsOf(check)];
  const basis = basisQueriesOf(check).filter((query) => ![...needs, ...consults].includes(query));
  const row = ({ name, object, permissions }: Query, role: string): string[] => [
    `[${name}](../../checklist/queries/${name}.soql)`,
    `${maybe(`object.${object}`) ?? ""} (\`${object}\`)`,
    role,
    permissions.map((permission) => maybe(`permission.${permission}`)).join(", ") || "Read access"
  ];
  return table(
    ["Query", "Reads", "Use", "Asks for"],
    [
      ...needs.map((query) => row(query, "needed")),
      ...consults.map((query) => row(query, "read where there")),
      ...basis.map((query) => row(query, "for a confirmation"))
    ]
  );
}

/** @returns blocks of Markdown with an empty line between them */
export const paragraphs = (blocks: readonly string[]): string => `${blocks.filter(Boolean).join("\n\n")}\n`;

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
