import { findingKey, type Finding } from "../judge/finding.ts";
import type { Report } from "../judge/report.ts";
import type { Visit } from "../judge/visits.ts";
import { matrixOf, openVisits, type MatrixRow, type Status } from "../presentation/status.ts";
import { breakingChangeLine, breakingChangesOf } from "../presentation/what-broke.ts";
import type { Translator } from "../messages/text.ts";
import { markup, type Markup } from "./markup.ts";
import { STYLE } from "./style.ts";
import { headOf, personText, present, presentVisit, wholeAddress, type PresentedVisit } from "./present.ts";

/** @returns the report as one HTML file that loads nothing, runs nothing, and prints well */
export const htmlReport = (report: Report, words: Translator): string =>
  htmlPage(headOf(report, words).verdict, markup`<main>${reportMarkup(report, words)}</main>`, words);

/** @returns the file around one report, or several */
export const htmlPage = (title: string, body: Markup, words: Translator): string =>
  markup`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words({ key: "product.name" })}: ${title}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`.markup;

/** A visit as its section tells it. */
interface VisitSection extends PresentedVisit {
  /** Where a link leads to it. */
  readonly id: string;
}

/** From so many blocks on, a list of them leads to each. */
const LONG = 6;
/** People with something to do who have a row; of more, the last row says how many. */
const ROWS = 40;

/** @returns what the file says of one org, from its first heading on */
export function reportMarkup(report: Report, words: Translator): Markup {
  const { verdict, counts, first, plan, made, lines, masked } = headOf(report, words);
  const { toDo, advice, folded } = openVisits(report.findings);
  const visitSection = (visit: Visit): VisitSection => ({ id: idOf(visit), ...presentVisit(visit, words) });
  const [visits, notes] = [toDo.map(visitSection), advice.map(visitSection)];
  return markup`
<h1>${verdict}</h1>
${paragraph(counts)}
${first === null ? "" : markup`<p><strong>${words({ key: "ui.first" })}:</strong> ${first}</p>`}
<dl>${lines.map(([label, text]) => term(label, text))}</dl>
${masked === null ? "" : paragraph(masked)}
${
  plan.length
    ? markup`<h2>${words({ key: "ui.plan" })}</h2>
<ol>${plan.map((text) => markup`<li>${text}</li>`)}</ol>`
    : ""
}
${timeline(report, words)}${matrix(report, words)}
<h2>${words({ key: "report.open" })}</h2>
${visits.length > LONG ? contents(visits) : ""}${visits.length ? visits.map((visit) => section(visit, words)) : paragraph(words({ key: "report.nothing-open" }))}
${notes.length ? leftAlone(notes, report, words) : ""}${folded.length ? table(folded, words) : ""}${made.length ? list(words({ key: "report.made" }), made) : ""}
`;
}

/** Advice may be left alone: it is folded, and not printed. */
const leftAlone = (notes: readonly VisitSection[], { counts }: Report, words: Translator): Markup => markup`
<details>
<summary><h2>${words.plural("count.notes", counts.notes)}</h2></summary>
${notes.map((visit) => section(visit, words))}
</details>`;

/** Who changed what, as far as it explains what is wrong. */
function timeline({ findings }: Report, words: Translator): Markup {
  const causes = breakingChangesOf(findings, null).map((cause) => breakingChangeLine(cause, words));
  return causes.length ? list(words({ key: "ui.broke" }), causes) : markup``;
}

/** Who has something to do, and which settings. */
function matrix(report: Report, words: Translator): Markup {
  const rows = matrixOf(report).rows.filter(({ toFix, toWatch }) => toFix + toWatch > 0);
  if (rows.length < 2) return markup``;
  const byKey = new Map(report.findings.map((finding) => [findingKey(finding), finding]));
  const labels = ({ cells }: MatrixRow, statuses: readonly Status[]): string =>
    cells
      .filter(({ status }) => statuses.includes(status))
      .flatMap(({ finding }) => byKey.get(finding) ?? [])
      .map((finding) => present(finding, words).label)
      .join(", ");
  const heads = (["ui.people.person", "report.to-fix", "report.to-review"] as const).map(
    (key) => markup`<th scope="col">${words({ key })}</th>`
  );
  const more = rows.length - ROWS;
  return markup`
<h2>${words({ key: "step.people" })}</h2>
<table class="people">
<thead><tr>${heads}</tr></thead>
<tbody>${rows.slice(0, ROWS).map(
    (each) => markup`
<tr class="person"><th scope="row">${address(personText(each.person))}</th><td>${labels(each, ["blocker", "problem"])}</td><td>${labels(each, ["unknown", "confirm", "warning"])}</td></tr>`
  )}</tbody>
</table>${more > 0 ? paragraph(words.plural("ui.symptom.and-more", more)) : ""}`;
}

const contents = (visits: readonly VisitSection[]): Markup => markup`
<nav><ul>${visits.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;

/** The key of a finding, without what an address can't hold. */
const idOf = ({ key }: Visit): string => key.replace(/[^\w-]+/g, "-");

/** An e-mail address is broken before its sign, if at all. */
const address = (text: string): Markup =>
  markup`${text.split("@").map((part, at) => (at ? markup`<wbr>@${part}` : markup`${part}`))}`;

const list = (title: string, texts: readonly string[]): Markup => markup`
<h2>${title}</h2>
<ul>${texts.map((text) => markup`<li>${text}</li>`)}</ul>`;
const term = (label: string, text: string | Markup): Markup =>
  markup`<dt>${label}</dt><dd>${typeof text === "string" ? address(text) : text}</dd>`;
const paragraph = (text: string): Markup => markup`<p>${address(text)}</p>`;

/** Without the org around it an address leads nowhere: the steps name the page. */
function linkTo({ page, address }: PresentedVisit): Markup | "" {
  const whole = wholeAddress(address);
  return page === null || whole === null ? "" : markup`<p><a href="${whole}">${page}</a></p>`;
}

function section(visitSection: VisitSection, words: Translator): Markup {
  const { id, status, title, about, unchecked, settings, people, reasons, risks, ways, toDo, sources } = visitSection;
  const [setting, ...others] = settings;
  const what = unchecked.length ? `${words({ key: "ui.unchecked" })}: ${unchecked.join("; ")}` : about;
  return markup`
<section class="${status}" id="${id}">
<h3><span class="state">${words({ key: `status.${status}` })}:</span> ${title}</h3>
${what === null ? "" : paragraph(what)}
${setting && !others.length ? single(setting, words) : fields(settings, words)}
${people.length ? markup`<p><strong>${words({ key: "ui.visit.who" })}:</strong> ${address(people.join("; "))}</p>` : ""}
<details>
<summary>${toDo}</summary>
<dl>
${term(words({ key: "ui.why" }), markup`${reasons.map(paragraph)}`)}
${risks.length ? term(words({ key: "ui.take-care" }), markup`${risks.map(paragraph)}`) : ""}
${term(toDo, markup`${ways.map(way)}${linkTo(visitSection)}`)}
${sources.length ? term(words({ key: "ui.source" }), markup`${sources.map(({ text, url }) => markup`<p><a href="${url}">${text}</a></p>`)}`) : ""}
</dl>
</details>
</section>`;
}

const way = ({ who, steps }: PresentedVisit["ways"][number]): Markup =>
  markup`${who === "" ? "" : paragraph(`${who}:`)}<ol>${steps.map((step) => markup`<li>${step}</li>`)}</ol>`;

const single = ({ seen, expected }: PresentedVisit["settings"][number], words: Translator): Markup => markup`<dl>
${term(words({ key: "ui.is" }), markup`${seen.map(paragraph)}`)}
${expected === "" ? "" : term(words({ key: "ui.should-be" }), expected)}
</dl>`;

function fields(settings: PresentedVisit["settings"], words: Translator): Markup {
  const heads = (["ui.visit.field", "ui.is", "ui.should-be"] as const).map(
    (key) => markup`<th scope="col">${words({ key })}</th>`
  );
  const rows = settings.map(
    ({ label, state, who, seen, expected }) => markup`
<tr><th scope="row">${label}${state === "" ? "" : ` (${state})`}${who === "" ? "" : paragraph(who)}</th><td>${seen.map(paragraph)}</td><td>${expected}</td></tr>`
  );
  return markup`<table class="fields">
<thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function table(findings: readonly Finding[], words: Translator): Markup {
  const heads = (["report.check", "ui.people.person", "report.state", "ui.is"] as const).map(
    (key) => markup`<th scope="col">${words({ key })}</th>`
  );
  return markup`
<details>
<summary><h2>${words({ key: "report.passed" })}</h2></summary>
<table class="folded">
<thead><tr>${heads}</tr></thead>
<tbody>${findings.map((finding) => row(finding, words))}</tbody>
</table>
</details>`;
}

function row(finding: Finding, words: Translator): Markup {
  const { label, status, seen } = present(finding, words);
  const person = finding.subject ? personText(finding.subject) : "";
  return markup`
<tr><th scope="row">${label}</th><td>${address(person)}</td><td>${status}</td><td>${seen.map(paragraph)}</td></tr>`;
}
