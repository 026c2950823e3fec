import type { Finding } from "../judge/finding.ts";
import type { Report } from "../judge/report.ts";
import { openAndFolded, statusOf } from "../presentation/status.ts";
import type { Translator } from "../messages/text.ts";
import { topicsOf, type Topic } from "../presentation/topic.ts";
import { markup, type Markup } from "./markup.ts";
import { STYLE } from "./style.ts";
import { headOf, personText, present, presentTopic, wholeAddressOf } from "./present.ts";

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

/** @returns what the file says of one org, from its first heading on */
export function reportMarkup(report: Report, words: Translator): Markup {
  const { verdict, counts, first, plan, made, lines, masked } = headOf(report, words);
  const { open, folded } = openAndFolded(report.findings);
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
<h2>${words({ key: "report.open" })}</h2>
${open.length ? topicsOf(open).map((topic) => section(topic, words)) : paragraph(words({ key: "report.nothing-open" }))}
${folded.length ? table(folded, words) : ""}${made.length ? list(words({ key: "report.made" }), made) : ""}
`;
}

const list = (title: string, texts: readonly string[]): Markup => markup`
<h2>${title}</h2>
<ul>${texts.map((text) => markup`<li>${text}</li>`)}</ul>`;
const term = (label: string, text: string | Markup): Markup => markup`<dt>${label}</dt><dd>${text}</dd>`;
const paragraph = (text: string): Markup => markup`<p>${text}</p>`;

function pageOf(finding: Finding, name: string): Markup {
  const address = wholeAddressOf(finding);
  // Without the org around it an address leads nowhere: the steps name the page.
  return address === null ? markup`` : markup`<p><a href="${address}">${name}</a></p>`;
}

function section(topic: Topic, words: Translator): Markup {
  const { finding } = topic;
  const { status, title, about, seen, expected, reason, fix, source } = presentTopic(topic, words);
  const page = fix.link === null ? "" : pageOf(finding, fix.link);
  const steps = markup`<ol>${fix.steps.map((step) => markup`<li>${step}</li>`)}</ol>${page}`;
  const toDo = words({ key: finding.state === "confirm" ? "ui.look" : "ui.fix" });
  return markup`
<section class="${statusOf(finding)}">
<h3><span class="state">${status}:</span> ${title}</h3>
${paragraph(about)}
<dl>
${term(words({ key: "ui.is" }), markup`${seen.map(paragraph)}`)}
${expected === null ? "" : term(words({ key: "ui.should-be" }), expected)}
</dl>
<details>
<summary>${toDo}</summary>
<dl>
${term(words({ key: "ui.why" }), reason)}
${fix.risk === null ? "" : term(words({ key: "ui.take-care" }), fix.risk)}
${term(toDo, steps)}
${source === null ? "" : term(words({ key: "ui.source" }), markup`<a href="${finding.source.url}">${source}</a>`)}
</dl>
</details>
</section>`;
}

function table(findings: readonly Finding[], words: Translator): Markup {
  const heads = (["report.check", "ui.people.person", "report.state", "ui.is"] as const).map(
    (key) => markup`<th scope="col">${words({ key })}</th>`
  );
  return markup`
<details>
<summary><h2>${words({ key: "report.passed" })}</h2></summary>
<table>
<thead><tr>${heads}</tr></thead>
<tbody>${findings.map((finding) => row(finding, words))}</tbody>
</table>
</details>`;
}

function row(finding: Finding, words: Translator): Markup {
  const { label, status, seen } = present(finding, words);
  const person = finding.subject ? personText(finding.subject) : "";
  return markup`
<tr><th scope="row">${label}</th><td>${person}</td><td>${status}</td><td>${seen.map(paragraph)}</td></tr>`;
}
