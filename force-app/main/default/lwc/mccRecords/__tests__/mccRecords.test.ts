import { TextDecoder } from "node:util";
import runQueries from "@salesforce/apex/MccGateway.runQueries";
import confirm from "@salesforce/apex/MccRecordsController.confirm";
import savePeople from "@salesforce/apex/MccRecordsController.savePeople";
import mayWrite from "@salesforce/apex/MccRecordsController.mayWrite";
import { savedReport } from "c/mccChecklist";
import { records } from "c/mccRecords";
import { ORG, SYSTEM_USER, viewOf } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.confirm", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.savePeople", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.mayWrite", () => ({ default: jest.fn() }), { virtual: true });

// Every browser has it, and jsdom does not.
Object.assign(globalThis, { TextDecoder });

const RIGHTS = { confirm: true, undo: false, savePeople: true, saveRun: false };
const ASSUMED = { confirm: true, undo: true, savePeople: true, saveRun: true };
const INPUT = {
  check: "api-user-flag",
  subjectId: null,
  holds: true,
  answer: "selected",
  note: "",
  basis: { app: "a" }
} as const;
const PERSON = {
  Id: "a01",
  Key__c: "system-user",
  Role__c: "system-user",
  User__c: SYSTEM_USER,
  Org__c: Array.from(ORG).reverse().join("")
};
const ORGANIZATION = { Id: ORG, Name: "Northern Trail", IsSandbox: false };
const REPORT = savedReport(viewOf().report);

/** Each query's rows; one that is left out answers with an error. */
const orgKeeps = (rows: Readonly<Record<string, readonly object[]>>): void => {
  jest.mocked(runQueries).mockImplementation(({ requests }) => {
    return Promise.resolve(
      requests.map(({ name }) => {
        const found = rows[name];
        return found
          ? { name, rows: JSON.stringify(found), errorType: null, errorMessage: null }
          : { name, rows: null, errorType: "INVALID_TYPE", errorMessage: "no such object" };
      })
    );
  });
};

describe("loading", () => {
  beforeEach(() => {
    jest.mocked(mayWrite).mockResolvedValue(RIGHTS);
  });

  it("asks for all that is saved at once", async () => {
    orgKeeps({
      organization: [ORGANIZATION],
      "saved-people": [PERSON],
      "saved-confirmations": [],
      "saved-runs": []
    });
    const loaded = await records.load();
    expect(loaded).toMatchObject({ confirmations: [], runs: [], rights: RIGHTS });
    expect(loaded.people?.systemUser).toEqual({ id: SYSTEM_USER });
    expect(runQueries).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["a query fails", () => orgKeeps({ organization: [ORGANIZATION], "saved-people": [] })],
    [
      "a row lacks a field",
      () => orgKeeps({ organization: [ORGANIZATION], "saved-people": [], "saved-confirmations": [{ Id: "1" }] })
    ]
  ])("tells the rest when %s", async (_what, given) => {
    given();
    expect(await records.load()).toMatchObject({ people: { impactedUsers: [] }, confirmations: null, runs: null });
  });

  it("reads nothing as saved while it is not known which org it is of", async () => {
    orgKeeps({ "saved-people": [PERSON], "saved-confirmations": [], "saved-runs": [] });
    expect(await records.load()).toMatchObject({ people: null, confirmations: null, runs: null });
  });

  it("tells nothing when Apex refuses, and leaves it to the org what may be written", async () => {
    jest.mocked(runQueries).mockRejectedValue(new Error("no"));
    jest.mocked(mayWrite).mockRejectedValue(new Error("no"));
    expect(await records.load()).toEqual({ people: null, confirmations: null, runs: null, rights: ASSUMED });
  });
});

describe("saving", () => {
  it("a confirmation goes with its basis as text and the version that was seen", async () => {
    jest.mocked(confirm).mockResolvedValue({ saved: true, reason: null, message: null, rows: "[]" });
    // What Apex's class does not have, Apex refuses.
    const given = { ...INPUT, version: "v1", by: "Vera Lind", at: "2026-11-27T00:00:00.000Z" };
    expect(await records.confirm(given)).toEqual({ reason: null, message: "", saved: [] });
    const sent = jest.mocked(confirm).mock.lastCall?.[0].confirmation;
    expect(sent).toEqual({ ...INPUT, basis: '{"app":"a"}', marketingCloud: null, version: "v1" });
  });

  it.each([
    ["a refusal", () => Promise.resolve({ saved: false, reason: "no-access", message: null, rows: null }), "no-access"],
    ["what Apex throws", () => Promise.reject(Object.assign(new Error(), { body: { message: "planted" } })), "failed"],
    ["a save whose rows can't be read", () => Promise.resolve({ saved: true, reason: null, rows: "{" }), null],
    ["an answer that does not say that it saved", () => Promise.resolve({ message: "planted" }), "failed"]
  ])("answers with %s", async (_what, answer, reason) => {
    jest.mocked(savePeople).mockImplementation(answer as typeof savePeople);
    const { message, ...result } = await records.savePeople({ impactedUsers: [] });
    expect(result).toEqual({ reason, saved: null });
    expect(message).toBe(reason === "failed" ? "planted" : "");
  });
});

describe("a saved report", () => {
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
    expect(await records.report("a02")).toEqual(JSON.parse(text));
  });

  it.each([
    ["of another version is not read", { "saved-run": [{ Id: "a02", Report__c: '{"schemaVersion":9}' }] }],
    ["of a run that is gone is not read", { "saved-run": [] }]
  ])("%s", async (_what, rows) => {
    orgKeeps(rows);
    expect(await records.report("a02")).toBeUndefined();
  });

  it("throws why it could not be asked for", async () => {
    orgKeeps({});
    await expect(records.report("a02")).rejects.toThrow("no such object");
  });
});
