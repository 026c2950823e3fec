import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CHECKS,
  masked,
  printedReport,
  SCHEMA_VERSION,
  STEP_IDS,
  type PrintedFinding,
  type PrintedReport,
  type Role,
  type Severity,
  type State,
  type Verdict
} from "../../checklist/index.ts";
import { jsonReport } from "../../command-line/formats/json.ts";
import { LANGUAGES, checkScenarios } from "./reports.ts";
import { faultsOf, schema, type Schema } from "./schema.ts";

const all = await checkScenarios();

describe("the schema takes", () => {
  for (const { scenario, report } of all)
    for (const words of LANGUAGES) {
      test(`the report of ${scenario} (${words.language})`, () => {
        assert.deepEqual(faultsOf(printedReport(report, words)), []);
      });
      test(`the masked report of ${scenario} (${words.language})`, () => {
        assert.deepEqual(faultsOf(printedReport(masked(report, words), words)), []);
      });
      test(`what the command line prints of ${scenario} (${words.language}), which is the same`, () => {
        const printed = JSON.parse([...jsonReport(report, words)].join("")) as unknown;
        assert.deepEqual(printed, printedReport(report, words));
      });
    }
});

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends object | null ? Writable<T[Key]> : T[Key] };
type Draft = Writable<PrintedReport>;

const finding = (draft: Draft): Writable<PrintedFinding> => {
  const [first] = draft.findings;
  assert.ok(first);
  return first;
};

const BROKEN: readonly { what: string; at: string; breaks: (draft: Draft) => unknown }[] = [
  { what: "another version", at: "/schemaVersion", breaks: (draft) => Object.assign(draft, { schemaVersion: 2 }) },
  { what: "a day without a time", at: "/at", breaks: (draft) => (draft.at = "2026-05-04") },
  { what: "a verdict nobody knows", at: "/verdict", breaks: (draft) => Object.assign(draft, { verdict: "fine" }) },
  { what: "no word on masking", at: "", breaks: (draft) => Reflect.deleteProperty(draft, "masked") },
  { what: "more than a report holds", at: "", breaks: (draft) => Object.assign(draft, { viewer: null }) },
  { what: "a count below nothing", at: "/counts/passed", breaks: (draft) => (draft.counts.passed = -1) },
  { what: "a count left out", at: "/counts", breaks: (draft) => Reflect.deleteProperty(draft.counts, "notes") },
  { what: "an org without a name", at: "/org/name", breaks: (draft) => Object.assign(draft.org ?? {}, { name: "" }) },
  {
    what: "a system user of another role",
    at: "/people/systemUser/role",
    breaks: (draft) => Object.assign(draft.people.systemUser ?? {}, { role: "impacted-user" })
  },
  {
    what: "a system user who may be a guess or not",
    at: "/people/systemUser",
    breaks: (draft) => Reflect.deleteProperty(draft.people.systemUser ?? {}, "confirmed")
  },
  { what: "no findings", at: "", breaks: (draft) => Reflect.deleteProperty(draft, "findings") },
  {
    what: "a check nobody knows",
    at: "/findings/0/check",
    breaks: (draft) => Object.assign(finding(draft), { check: "coffee" })
  },
  {
    what: "a state nobody knows",
    at: "/findings/0/state",
    breaks: (draft) => Object.assign(finding(draft), { state: "ok" })
  },
  {
    what: "a severity nobody knows",
    at: "/findings/0/severity",
    breaks: (draft) => Object.assign(finding(draft), { severity: "low" })
  },
  {
    what: "a step nobody knows",
    at: "/findings/0/step",
    breaks: (draft) => Object.assign(finding(draft), { step: "8" })
  },
  {
    what: "a finding that says nothing",
    at: "/findings/0/actual",
    breaks: (draft) => (finding(draft).actual = "")
  },
  {
    what: "a finding about it is not known whom",
    at: "/findings/0",
    breaks: (draft) => Reflect.deleteProperty(finding(draft), "subject")
  },
  {
    what: "a source that is no address",
    at: "/findings/0/source/url",
    breaks: (draft) => (finding(draft).source.url = "javascript:alert(1)")
  },
  { what: "a fix without steps", at: "/findings/0/fix/steps", breaks: (draft) => (finding(draft).fix.steps = []) },
  {
    what: "a confirmation by nobody",
    at: "/findings/0/confirmation/by",
    breaks: (draft) =>
      (finding(draft).confirmation = {
        holds: true,
        answer: null,
        by: "",
        at: "2026-05-04T10:00:00Z",
        note: "",
        lapsed: null
      })
  }
];

describe("the schema refuses", () => {
  const [sound] = all;
  const [english] = LANGUAGES;
  assert.ok(sound && english);
  for (const { what, at, breaks } of BROKEN)
    test(what, () => {
      const draft = structuredClone(printedReport(sound.report, english)) as Draft;
      breaks(draft);
      const places = faultsOf(draft).map((fault) => fault.slice(0, fault.indexOf(" ")));
      assert.ok(places.includes(at), `found at ${JSON.stringify(places)}`);
    });
});

/** Every member of a union, which the compiler holds to be complete. */
const members = <Member extends string>(names: Readonly<Record<Member, true>>): string[] => Object.keys(names).sort();

describe("the schema knows the same as the code:", () => {
  const def = (name: string): Schema => schema.$defs[name] as Schema;
  const property = (of: Schema, name: string): Schema => of.properties[name] as Schema;
  const findingDef = def("finding");
  const TABLE: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["checks", def("check").enum, CHECKS.map(({ id }) => id).sort()],
    ["steps", def("step").enum, [...STEP_IDS].sort()],
    ["lines of the plan", def("planKey").enum, [...STEP_IDS, "unchecked", "watch", "later"].sort()],
    [
      "states",
      property(findingDef, "state").enum,
      members<State>({
        pass: true,
        fail: true,
        warn: true,
        confirm: true,
        unknown: true,
        "not-applicable": true,
        confirmed: true,
        refuted: true
      })
    ],
    [
      "severities",
      property(findingDef, "severity").enum,
      members<Severity>({ blocker: true, problem: true, advice: true })
    ],
    [
      "verdicts",
      property(schema, "verdict").enum,
      members<Verdict>({ blocked: true, problems: true, incomplete: true, warnings: true, healthy: true })
    ],
    [
      "roles",
      property(def("subject").anyOf[0] as Schema, "role").enum,
      members<Role>({ "system-user": true, "impacted-user": true })
    ]
  ];
  for (const [what, actual, known] of TABLE) test(what, () => assert.deepEqual([...actual].sort(), known));
  test("its version", () => assert.equal(property(schema, "schemaVersion").const, SCHEMA_VERSION));
});
