import { CHECKS, reportOf } from "../../checklist/index.ts";
import { impactedUser, situation, systemUser } from "../../checklist/testing/situation.ts";
import type { CheckedOrg } from "../../command-line/checked-org.ts";
import { checkScenarios } from "./reports.ts";
import { IN_EACH_STATE, UNTOLD } from "./states.ts";

export const GONE = { name: "gone", error: "gone: Salesforce no longer accepts this login." } satisfies CheckedOrg;

/** What people and orgs may be called, as far as it matters to a file that others read. */
export const HOSTILE: Readonly<Record<string, string>> = {
  "an element": `<b a="1">Ada</b> </testcase><testcase name="x">`,
  "the end of a CDATA section": "]]> <![CDATA[ -->",
  entities: "&lt;b&gt; &#0; &x; A & B",
  quotes: `O'Hara "Bo" ‘q’ “q”`,
  "a right-to-left override": "\u202Egnp.exe\u202C \u2067abc\u2069",
  "Arabic and Hebrew": "مدير שלום",
  emoji: "👩🏽‍💻🇸🇪",
  controls: "a\u0000b\u0007c\u001B[31md\u0085e\u009Bf\u007F",
  "ends of a line": "one\ntwo\r\nthree\u2028four\u2029five\u000Bsix\tseven",
  "what is no character": "a\uFFFEb\uFFFFc",
  "halves of a character": "a\uD83Db\uDC69c",
  "255 characters": "x".repeat(255),
  "a link": "[Ada](https://evil.example) [b](1) ![i](x)",
  "places for arguments": "{0} {12} {user} ${x} {{0}}",
  "a word that programs know": "true",
  "a path": "../../etc/passwd?x#y",
  "the name of a property": "__proto__"
};

/** What steers a terminal or a page, and what no file in UTF-8 or XML can hold; for texts without their line breaks. */
export const STEERING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** @returns an org that is called so, as is one of its people, and one that could not be checked */
export function orgsNamed(name: string): CheckedOrg[] {
  const users = [systemUser({ Name: name, IsActive: false }), impactedUser()];
  const organization = [{ Id: "00D000000000001AAA", Name: name, IsSandbox: false }];
  return [
    { name, report: reportOf(CHECKS, situation({ rows: { users, organization } })) },
    { name: `${name}, too`, error: name }
  ];
}

const scenarios: readonly CheckedOrg[] = (await checkScenarios()).map(({ scenario: name, report }) => ({
  name,
  report
}));

/** Whatever a run can end with. */
export const RUNS: Readonly<Record<string, readonly CheckedOrg[]>> = {
  "no org": [],
  "an org that could not be checked": [GONE],
  "all scenarios": [...scenarios, GONE],
  ...Object.fromEntries(scenarios.map((org) => [org.name, [org]])),
  ...Object.fromEntries(Object.entries(HOSTILE).map(([what, text]) => [`names with ${what}`, orgsNamed(text)])),
  ...Object.fromEntries(IN_EACH_STATE.map(({ what, report }) => [what, [{ name: "sandbox", report }]])),
  ...Object.fromEntries(Object.entries(UNTOLD).map(([what, report]) => [what, [{ name: "sandbox", report }]]))
};
