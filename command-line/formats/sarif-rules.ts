import type { ReportingDescriptor } from "sarif";
import { CHECKS, type Severity, type Translator } from "../../checklist/index.ts";
import { ORG_CHECKED } from "./incomplete.ts";

type Check = (typeof CHECKS)[number];

/** @returns a rule for each check, in the order of repair, and one for the check of the org as a whole */
export const rulesOf = (words: Translator): ReportingDescriptor[] => [
  ...CHECKS.map((check) => ruleOf(check, words)),
  orgRule(words)
];

function ruleOf({ id, step, severity, source, fix }: Check, words: Translator): ReportingDescriptor {
  const message = (part: string): string => places(words.maybe(`${id}.${part}`) ?? "");
  const name = message("name");
  const reason = message("reason");
  const expected = `${words({ key: "ui.should-be" })}: ${message("expected")}`;
  const risk = words.maybe(`${id}.risk`) && `${words({ key: "ui.take-care" })}: ${message("risk")}`;
  const steps = fix.map((each, i) => {
    const text = words.maybe(`${id}.fix.${each}`) ?? words.maybe(`common.fix.${each}`) ?? each;
    return `${String(i + 1)}. ${places(text)}`;
  });
  const link = `${words({ key: "ui.source" })}: [${source.title}](${source.url})`;
  return {
    id,
    name,
    shortDescription: { text: name },
    fullDescription: { text: reason || name },
    helpUri: source.url,
    help: {
      text: [expected, risk, ...steps].filter(Boolean).join("\n"),
      // The catalogue's own sentences: they hold no markup but the places.
      markdown: [reason, expected, risk, steps.join("\n"), link].filter(Boolean).join("\n\n")
    },
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: [step] }
  };
}

/** A rule speaks of every org: what an org fills in, as `{apiUser}`, stands in italics: *api user* */
const places = (text: string): string =>
  text.replace(
    /\{(\w+)\}/g,
    (_place, name: string) => `*${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}*`
  );

const levelOf = (severity: Check["severity"]): "error" | "note" => {
  const all: Severity[] = typeof severity === "string" ? [severity] : Object.values(severity);
  return all.every((each) => each === "advice") ? "note" : "error";
};

function orgRule(words: Translator): ReportingDescriptor {
  const name = words({ key: "status.unknown" });
  const text = words({ key: "report.not-checked" });
  return {
    id: ORG_CHECKED,
    name,
    shortDescription: { text: name },
    fullDescription: { text },
    help: { text },
    defaultConfiguration: { level: "error" }
  };
}
