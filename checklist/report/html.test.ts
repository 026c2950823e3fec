import { CHECKS } from "../checks/index.ts";
import { isPassed, type Finding } from "../judge/finding.ts";
import { reportOf, type Report } from "../judge/report.ts";
import { openVisits } from "../presentation/status.ts";
import { visitText } from "../presentation/visit-text.ts";
import { translatorOf } from "../messages/text.ts";
import { ENGLISH as english, RUN_QUERIES } from "../catalogue.ts";
import swedish from "../messages/sv.json";
import { impactedUser, situation, systemUser, type Changes, type RowsByQuery } from "../testing/situation.ts";
import { htmlReport } from "./html.ts";
import { markup } from "./markup.ts";
import { STYLE } from "./style.ts";

const words = translatorOf(english, "en");
const named = (Name: string) =>
  reportOf(CHECKS, situation({ rows: { users: [systemUser({ Name, IsActive: false }), impactedUser()] } }));
const tagsOf = (page: string) => page.match(/<[^>]*>/g);

describe("markup", () => {
  test.each([
    ["an element", "<b>", "&lt;b&gt;"],
    ["quotes", `"'`, "&quot;&#39;"],
    ["an entity", "&lt;", "&amp;lt;"]
  ])("escapes %s in what is put in", (_what, text, expected) => {
    expect(markup`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${expected}">${expected}</p>`);
  });
  test("leaves what it made itself", () => {
    const items = ["<a>", "b"].map((item) => markup`<li>${item}</li>`);
    expect(markup`<ul>${items}</ul>`.markup).toBe("<ul><li>&lt;a&gt;</li><li>b</li></ul>");
  });
});

describe("the report as HTML", () => {
  test.each([
    ["an element", "<script>alert(1)</script>"],
    ["the end of an element", "</title></style></main><h1>"],
    ["quotes", `" onmouseover="alert(1)' x='`],
    ["an entity", "&lt;b&gt;"]
  ])("has the same elements when a name holds %s", (_what, name) => {
    expect(tagsOf(htmlReport(named(name), words))).toEqual(tagsOf(htmlReport(named("Ada"), words)));
  });
  test("loads nothing and runs nothing", () => {
    const page = htmlReport(named("Ada"), words);
    expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|base|form)\b|\son\w+=|@import|url\(|src=/i);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).toContain(STYLE);
  });
  test.each([
    ["English", words, `<html lang="en">`, "can't work in this org", "Before you start"],
    [
      "Swedish",
      translatorOf({ ...english, ...swedish }, "sv"),
      `<html lang="sv">`,
      "kan inte fungera i den här orgen",
      "Innan du börjar"
    ]
  ])("is in the reader's language: %s", (_name, language, tag, verdict, risk) => {
    const page = htmlReport(named("Ada"), language);
    expect(page).toContain(tag);
    expect(page).toContain(risk);
    expect(/<h1>(.*)<\/h1>/.exec(page)?.[1]?.replace("&#39;", "'")).toContain(verdict);
  });
  test("has a section for each visit, and a row for what does not", () => {
    const report = named("Ada");
    const page = htmlReport(report, words);
    const { passed, notApplicable } = report.counts;
    const { visits } = openVisits(report.findings);
    expect(page.match(/<tr><th scope="row">[^<]*<\/th><td>(?:[^<]|<wbr>)*<\/td><td>/g)).toHaveLength(
      passed + notApplicable
    );
    expect(page.match(/<section /g)).toHaveLength(visits.length);
    expect(page).toContain(`<summary><h2>${words.plural("count.notes", report.counts.notes)}</h2></summary>`);
  });
});

describe("the report as HTML, in its sections,", () => {
  const report = named("Ada");
  const page = htmlReport(report, words);
  const texts = openVisits(report.findings).visits.map((visit) => visitText(visit, words));
  const count = (part: string) => page.split(part).length - 1;
  const term = (key: Parameters<typeof words>[0]["key"]) => `<dt>${words({ key })}</dt>`;

  test("has no text outside of what it belongs to", () => {
    const lines = page.replace(STYLE, "").split("\n");
    expect(lines.filter((line) => line !== "" && !/^<.*>$/.test(line))).toEqual([]);
    expect(page.match(/<\/(ol|p)>[^<\n]+/g)).toBeNull();
  });
  test("tells what is first, by its label", () => {
    expect(page).toContain(`<p><strong>${words({ key: "ui.first" })}:</strong> Activate Ada</p>`);
  });
  test("tells the plan, in its order", () => {
    const [users, app] = ["Activate Ada", "Set or confirm 2 policies of Salesforce Marketing Cloud"].map((text) =>
      page.indexOf(`<li>${text}</li>`)
    );
    expect(users).toBeGreaterThan(0);
    expect(app).toBeGreaterThan(users ?? 0);
    expect(page).toMatch(/<li>[^<]+ \(After 1, 2,? and 3\)<\/li>/);
  });
  test("has every step, and no address that leads nowhere without the org", () => {
    expect(count("<li>")).toBe(
      texts.flatMap(({ ways }) => ways.flatMap(({ steps }) => steps)).length + report.plan.length
    );
    expect(count("<li></li>")).toBe(0);
    expect(page).not.toContain("/lightning/setup/");
  });
  test("links to the page where its address is whole", () => {
    const address = "https://acme.my.salesforce.com/a?b=1&c=2";
    const findings = report.findings.map((finding) =>
      finding.fix.link ? { ...finding, fix: { ...finding.fix, link: { ...finding.fix.link, address } } } : finding
    );
    expect(htmlReport({ ...report, findings }, words)).toContain(
      `<p><a href="https://acme.my.salesforce.com/a?b=1&amp;c=2">${words({ key: "page.user" })}</a></p>`
    );
  });
  test("tells once what could not be read, without what should be and where it is written", () => {
    const gap = htmlReport(reportOf(CHECKS, situation({ faults: { users: "server" } })), words);
    const [section, ...others] = gap.match(/<section class="unknown"[^>]*>[^]*?<\/section>/g) ?? [];
    expect(others).toEqual([]);
    expect(section).toContain("Not checked: ");
    expect(section).toContain("Active, 2 people");
    expect(section).not.toContain(term("ui.should-be"));
    expect(section).not.toContain(term("ui.source"));
  });
  test("asks to look where a person is asked, and to mend elsewhere", () => {
    const asked = texts.filter(({ isToLook }) => isToLook).length;
    expect([count(term("ui.look")), count(term("ui.fix"))]).toEqual([asked, texts.length - asked]);
    expect(asked).toBeGreaterThan(0);
  });
  test("links to where it is written", () => {
    expect(page).toContain(`<a href="https://help.salesforce.com/s/articleView?id=003834038&amp;type=1">Knowledge`);
  });
  test("tells what is, and heads each column of what holds", () => {
    expect(page).toContain(`${term("ui.is")}<dd><p>Inactive</p></dd>`);
    expect(page).toMatch(/<thead><tr>(<th scope="col">[^<]+<\/th>){4}<\/tr>/);
  });
  test("names nobody in the row of what is about nobody", () => {
    const folded = report.findings.filter((each) => isPassed(each) || each.state === "not-applicable");
    const nobody = folded.filter(({ subject }) => subject === null).length;
    expect(page.match(/<\/th><td><\/td>/g)).toHaveLength(nobody);
  });
});

describe("the report as HTML, where nothing needs attention,", () => {
  const report = named("Ada");
  const healthy = { ...report, first: null, findings: report.findings.filter(isPassed) };
  test("says so, and tells nothing to do first", () => {
    const page = htmlReport(healthy, words);
    expect(page).toContain(words({ key: "report.nothing-open" }));
    expect(page).not.toContain(`<strong>${words({ key: "ui.first" })}`);
    expect(page).not.toContain("<section");
  });
  test("has no table where nothing holds", () => {
    const page = htmlReport({ ...healthy, findings: [] }, words);
    expect(page).not.toContain("<table");
    expect(page).toMatch(/<\/h2>\n<p>.*<\/p>\n\n<\/main>/);
  });
});

describe("the report as HTML, of several people,", () => {
  const INACTIVE = { IsActive: false };
  const pageOf = (rows: object, faults: Changes["faults"] = {}): string =>
    htmlReport(reportOf(CHECKS, situation({ rows: rows as RowsByQuery, faults })), words);
  const textIn = (html: string): string => html.replace(/<[^>]*>/g, "");
  const cellsOf = (table: string): string[][] =>
    (table.match(/<tr.*<\/tr>/g) ?? []).map((row) => (row.match(/<t[hd].*?<\/t[hd]>/g) ?? []).map(textIn));
  const tableOf = (page: string, name: string): string[][] =>
    cellsOf(new RegExp(`<table class="${name}">[^]*?</table>`).exec(page)?.[0] ?? "");

  test("has a row for each who has something to do, with what to fix and what to review", () => {
    const users = [systemUser({ ...INACTIVE, UserPermissionsMarketingUser: false }), impactedUser(INACTIVE)];
    expect(tableOf(pageOf({ users }, { "user-login": "server" }), "people")).toEqual([
      ["Person", "To fix", "To review"],
      ["Marketing Cloud Integration (mc@example.com)", "Active, Marketing User", "Frozen or locked"],
      ["Ada Fields (ada@example.com)", "Active", "Frozen or locked"]
    ]);
    expect(tableOf(pageOf({}, { "user-login": "server" }), "people").slice(1)).toEqual([
      ["Marketing Cloud Integration (mc@example.com)", "", "Frozen or locked"],
      ["Ada Fields (ada@example.com)", "", "Frozen or locked"]
    ]);
  });
  test("has no such table where one person alone has something to do", () => {
    const page = pageOf({ users: [systemUser(INACTIVE), impactedUser()] });
    expect(tableOf(page, "people")).toEqual([]);
    expect(page).not.toContain(`<h2>${words({ key: "step.people" })}</h2>`);
  });
  test.each([
    [40, null],
    [41, 1]
  ])("has at most 40 rows: of %d people it says how many more", (count, more) => {
    const ids = Array.from({ length: count }, (_, at) => `005${String(at + 100).padStart(12, "0")}AAA`);
    const rows = { users: [systemUser(), ...ids.map((Id) => impactedUser({ Id, ...INACTIVE }))] };
    const changes = { rows, selection: { impactedUsers: ids.map((id) => ({ id })) } };
    const page = htmlReport(reportOf(CHECKS, situation(changes)), words);
    expect(page.match(/<tr class="person">/g)).toHaveLength(40);
    expect(/<\/table>(?:<p>([^<]*)<\/p>)?\n<h2>/.exec(page)?.[1] ?? null).toBe(
      more && words.plural("ui.symptom.and-more", more)
    );
  });
  test("tells of several settings each, with its state where they differ, and the person where not all need the same", () => {
    const users = [systemUser({ ...INACTIVE, UserPermissionsMarketingUser: false }), impactedUser()];
    const [heads, ...rows] = tableOf(pageOf({ users }), "fields");
    expect(heads).toHaveLength(3);
    expect(rows.map(([label]) => label)).toEqual(["Active (Blocker)", "Marketing User (Problem)"]);
    const [, ...alike] = tableOf(pageOf({}), "fields");
    expect(alike.map(([label]) => label)).toEqual(["IP Relaxation", "Refresh Token Policy"]);
  });
  test("names those of whom the same was found, and breaks an address only before its sign", () => {
    const users = [systemUser(INACTIVE), impactedUser(INACTIVE)];
    const [, people] = /<p><strong>[^<]*:<\/strong> (Marketing.*)<\/p>/.exec(pageOf({ users })) ?? [];
    expect(people).toBe("Marketing Cloud Integration (mc<wbr>@example.com); Ada Fields (ada<wbr>@example.com)");
  });
  test.each([
    [6, 0],
    [7, 7]
  ])("of %d sections has a list of %d that leads to them", (count, listed) => {
    const faults = Object.fromEntries(RUN_QUERIES.map(({ name }) => [name, "server"] as const));
    const broken = reportOf(CHECKS, situation({ faults }));
    const findings = openVisits(broken.findings)
      .toDo.slice(0, count)
      .flatMap((visit) => visit.findings);
    const page = htmlReport({ ...broken, findings }, words);
    const ids = [...page.matchAll(/<section class="\w+" id="([a-z][\w-]*)">/g)].map(([, id]) => id);
    const links = [...page.matchAll(/<li><a href="#([\w-]+)">[^<]+<\/a><\/li>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(count);
    expect(links).toEqual(ids.slice(0, listed));
  });
});

describe("the report as HTML, in words that show what stands where,", () => {
  const plain = translatorOf(
    {
      "status.problem": "problem",
      "ui.why": "why",
      "ui.take-care": "care",
      "ui.is": "is",
      "ui.should-be": "should be",
      "ui.fix": "fix",
      "ui.unchecked": "unchecked",
      "ui.source": "source",
      source: "source",
      "common.fix.save": "save",
      ...Object.fromEntries(
        ["a", "b"].flatMap((check) => [
          [`${check}.off.actual`, `${check} found`],
          [`${check}.own.actual`, `${check} otherwise`],
          [`${check}.expected`, `${check} on`],
          [`${check}.reason`, `${check} matters`],
          [`${check}.risk`, `${check} stops mail`]
        ])
      )
    },
    "en"
  );
  const of = (check: string, differs: object = {}): Finding =>
    ({
      ...{ check, case: "off", state: "fail", severity: "problem", step: "app", tentative: false },
      ...{ values: {}, confirmation: null, lapsed: null, subject: null, changed: null },
      source: { title: "", section: "", published: "", url: "https://help/x" },
      fix: { of: check, steps: [`mend ${check}`], link: { page: "setup", address: "/here" } },
      ...differs
    }) as unknown as Finding;
  const by = (name: string) => ({ subject: { id: name, username: null, name, role: "impacted-user" } });
  const pageOf = (...findings: Finding[]): string => htmlReport({ ...named("Ada"), first: null, findings }, plain);
  const inside = (tag: string, page: string): string[] =>
    [...page.matchAll(new RegExp(`<${tag}\\b[^>]*>([^]*?)</${tag}>`, "g"))].map(([, text = ""]) => text);
  const sectionOf = (...findings: Finding[]): string => inside("section", pageOf(...findings))[0] ?? "";
  /** What stands beside a label. */
  const beside = (label: string, html: string): string | null =>
    new RegExp(`<dt>${label}</dt><dd>(.*?)</dd>`).exec(html)?.[1] ?? null;

  test("a section has each setting's reason, risk and steps in a paragraph or line of its own", () => {
    const html = sectionOf(of("a"), of("b"));
    expect(beside("why", html)).toBe("<p>a: a matters</p><p>b: b matters</p>");
    expect(beside("care", html)).toBe("<p>a stops mail</p><p>b stops mail</p>");
    expect(beside("fix", html)).toBe("<ol><li>mend a</li><li>mend b</li></ol>");
    expect(inside("th", html).slice(3)).toEqual(["a", "b"]);
  });
  test.each<[string, Finding, string, string | null]>([
    ["what should be, where something is said of it", of("a"), "should be", "a on"],
    ["nothing of what should be, where nothing is said of it", of("c"), "should be", null],
    ["no risk, where there is none", of("c"), "care", null]
  ])("a section tells %s", (_what, finding, label, text) => {
    expect(beside(label, sectionOf(finding))).toBe(text);
  });
  test("a section says before its steps for whom they are, where not all need the same", () => {
    const ada = of("a", by("Ada"));
    const html = sectionOf(ada, of("a", { ...by("Bo"), case: "own", fix: { ...ada.fix, steps: ["look"] } }));
    expect(beside("fix", html)).toBe("<p>Ada:</p><ol><li>mend a</li></ol><p>Bo:</p><ol><li>look</li></ol>");
    expect(inside("th", html).slice(3)).toEqual(["a<p>Ada</p>", "a<p>Bo</p>"]);
  });
  test("a section names each check that wants the same thing", () => {
    const gap = { state: "unknown", case: "server", fix: { of: "common", steps: [], link: null } };
    expect(sectionOf(of("a", gap), of("b", gap))).toContain("<p>unchecked: a; b</p>");
  });
  test.each([
    ["a", {}, "a"],
    ["a/ada@@x.com", by("ada@@x.com"), "a-ada-x-com"]
  ])("the section of %s has an id that an address can hold", (_key, differs, id) => {
    expect(/<section class="problem" id="([^"]*)">/.exec(pageOf(of("a", differs)))?.[1]).toBe(id);
  });
  test.each<[string, Partial<Report>]>([
    ["nothing", { findings: [], plan: [] }],
    ["what could not be read", { findings: [of("a", { state: "unknown", case: "server" })] }],
    ["people in rows", reportOf(CHECKS, situation({ faults: { "user-login": "server" } }))],
    ["what is open", { findings: [of("a"), of("b")] }],
    ["one setting", { findings: [of("c")] }],
    ["what is OK", { findings: [of("a", { state: "pass" })] }],
    ["two people", { findings: [of("a", by("Ada")), of("a", by("Bo"))] }],
    ["advice", { findings: [of("a", { severity: "advice" })] }],
    ["names that are masked", { findings: [], masked: true }]
  ])("the file of %s has no text outside of what it belongs to", (_what, changes) => {
    const page = htmlReport({ ...named("Ada"), first: null, ...changes }, plain).replace(STYLE, "");
    expect(page.split("\n").filter((line) => line !== "" && !/^<.*>$/.test(line))).toEqual([]);
    expect(page.match(/<\/(ol|p|h\d|dl|table|section|details)>[^<\n]+/g)).toBeNull();
  });
});

describe("the colors of the states", () => {
  const luminance = (colour: string): number => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const [red = 0, green = 0, blue = 0] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  /** The lightest of the grounds that browsers have for dark pages: Chrome #121212, Firefox #1c1b22, Safari #1e1e1e. */
  const DARK = "#1e1e1e";
  const pairs = [...STYLE.matchAll(/light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, light = "", dark = ""]) => [light, dark] as const
  );

  test.each(pairs)("%s on white and %s on a dark page can be read", (light, dark) => {
    expect(contrast(light, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, DARK)).toBeGreaterThanOrEqual(4.5);
  });
});
