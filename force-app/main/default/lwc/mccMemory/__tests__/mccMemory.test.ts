import { TextDecoder } from "node:util";
import runQueries from "@salesforce/apex/MccGateway.runQueries";
import confirm from "@salesforce/apex/MccMemory.confirm";
import keepPeople from "@salesforce/apex/MccMemory.keepPeople";
import mayWrite from "@salesforce/apex/MccMemory.mayWrite";
import { savedReport } from "c/mccChecklist";
import { memory } from "c/mccMemory";
import { SYSTEM_USER, viewOf } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccMemory.confirm", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccMemory.keepPeople", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccMemory.mayWrite", () => ({ default: jest.fn() }), { virtual: true });

// Every browser has it, and jsdom does not.
Object.assign(globalThis, { TextDecoder });

const RIGHTS = { confirm: true, undo: false, keepPeople: true, keepRun: false };
const MAYBE = { confirm: true, undo: true, keepPeople: true, keepRun: true };
const WORD = { check: "api-user-flag", subjectId: null, holds: true, note: "", basis: { app: "a" } } as const;
const PERSON = { Id: "a01", Key__c: "system-user", Role__c: "system-user", User__c: SYSTEM_USER };
const REPORT = savedReport(viewOf().report);

/** Each query's rows; one that is left out answers with an error. */
const orgKeeps = (rows: Readonly<Record<string, readonly object[]>>): void => {
  jest.mocked(runQueries).mockImplementation(({ requests }) => {
    const asked = JSON.parse(requests) as { name: string }[];
    return Promise.resolve(
      asked.map(({ name }) => {
        const found = rows[name];
        return found
          ? { name, rows: JSON.stringify(found), errorType: null, errorMessage: null }
          : { name, rows: null, errorType: "INVALID_TYPE", errorMessage: "no such object" };
      })
    );
  });
};

describe("recalling", () => {
  beforeEach(() => {
    jest.mocked(mayWrite).mockResolvedValue(RIGHTS);
  });

  it("asks for all that is kept at once", async () => {
    orgKeeps({ "saved-people": [PERSON], "saved-confirmations": [], "saved-runs": [] });
    const recalled = await memory.recall();
    expect(recalled).toMatchObject({ confirmations: [], runs: [], rights: RIGHTS });
    expect(recalled.people?.systemUser).toEqual({ id: SYSTEM_USER });
    expect(runQueries).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["a query fails", () => orgKeeps({ "saved-people": [] })],
    ["a row lacks a field", () => orgKeeps({ "saved-people": [], "saved-confirmations": [{ Id: "1" }] })]
  ])("tells the rest when %s", async (_what, given) => {
    given();
    expect(await memory.recall()).toMatchObject({ people: { impactedUsers: [] }, confirmations: null, runs: null });
  });

  it("tells nothing when Apex refuses, and leaves it to the org what may be written", async () => {
    jest.mocked(runQueries).mockRejectedValue(new Error("no"));
    jest.mocked(mayWrite).mockRejectedValue(new Error("no"));
    expect(await memory.recall()).toEqual({ people: null, confirmations: null, runs: null, rights: MAYBE });
  });
});

describe("keeping", () => {
  it("a person's word goes with its basis as text and the version that was seen", async () => {
    jest.mocked(confirm).mockResolvedValue({ saved: true, reason: null, message: null, rows: "[]" });
    expect(await memory.confirm({ ...WORD, version: "v1" })).toEqual({ reason: null, message: "", kept: [] });
    const sent = JSON.parse(jest.mocked(confirm).mock.lastCall?.[0].confirmation ?? "null") as unknown;
    expect(sent).toEqual({ ...WORD, basis: '{"app":"a"}', version: "v1" });
  });

  it.each([
    ["a refusal", () => Promise.resolve({ saved: false, reason: "no-access", message: null, rows: null }), "no-access"],
    ["what Apex throws", () => Promise.reject(Object.assign(new Error(), { body: { message: "planted" } })), "failed"],
    ["a save whose rows can't be read", () => Promise.resolve({ saved: true, reason: null, rows: "{" }), null]
  ])("answers with %s", async (_what, answer, reason) => {
    jest.mocked(keepPeople).mockImplementation(answer as typeof keepPeople);
    const { message, ...kept } = await memory.keepPeople({ impactedUsers: [] });
    expect(kept).toEqual({ reason, kept: null });
    expect(message).toBe(reason === "failed" ? "planted" : "");
  });
});

describe("a kept report", () => {
  const text = JSON.stringify({ ...REPORT, org: { id: "00D", name: "Åsa & søn – 漢字", sandbox: true } });

  it.each([
    ["in its field", { "saved-run": [{ Id: "a02", Report__c: text }] }],
    [
      "in a file",
      {
        "saved-run": [{ Id: "a02", Report_File__c: "068" }],
        "saved-run-file": [{ Id: "068", VersionData: Buffer.from(text).toString("base64") }]
      }
    ]
  ])("is read where it stands %s", async (_where, rows) => {
    orgKeeps(rows);
    expect(await memory.report("a02")).toEqual(JSON.parse(text));
  });

  it.each([
    ["of another version is not read", { "saved-run": [{ Id: "a02", Report__c: '{"schemaVersion":9}' }] }],
    ["of a run that is gone is not read", { "saved-run": [] }]
  ])("%s", async (_what, rows) => {
    orgKeeps(rows);
    expect(await memory.report("a02")).toBeUndefined();
  });

  it("throws why it could not be asked for", async () => {
    orgKeeps({});
    await expect(memory.report("a02")).rejects.toThrow("no such object");
  });
});
