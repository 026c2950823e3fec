import runQueries from "@salesforce/apex/MccGateway.runQueries";
import { gateway, messageOf, searchUsers } from "c/mccGateway";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });
const apex = jest.mocked(runQueries);
const answer = (rows: string | null, errorType: string | null = null, errorMessage: string | null = null) => ({
  name: "user-search",
  rows,
  errorType,
  errorMessage
});
const REQUESTS = [{ name: "user-search", binds: { pattern: "%a%" } }];
const asked = (): unknown => apex.mock.lastCall?.[0].requests;
const ADA = { Id: "005000000000002AAA", Name: "Ada Fields", Username: "ada@example.com", IsActive: true };

describe("the gateway", () => {
  it.each([
    ["rows", answer("[]"), { name: "user-search", rows: [] }],
    [
      "an error",
      answer(null, "System.QueryException", "no"),
      { name: "user-search", errorType: "System.QueryException", errorMessage: "no" }
    ],
    ["an error without words", answer(null), { name: "user-search", errorType: "", errorMessage: "" }],
    ["half a body, which the reader will refuse", answer('[{"Id":'), { name: "user-search", rows: '[{"Id":' }]
  ])("hands on %s", async (_what, given, expected) => {
    apex.mockResolvedValue([given]);
    expect(await gateway.runQueries(REQUESTS)).toEqual([expected]);
  });
});

describe("a request", () => {
  it("tells texts from lists of texts", async () => {
    apex.mockResolvedValue([]);
    const userIds = ["005000000000002AAA"];
    await gateway.runQueries([
      { name: "users", binds: { userIds } },
      { name: "viewer", binds: { viewerId: "005000000000001AAA" } }
    ]);
    expect(asked()).toEqual([
      { name: "users", texts: {}, lists: { userIds } },
      { name: "viewer", texts: { viewerId: "005000000000001AAA" }, lists: {} }
    ]);
  });
});

describe("a wave", () => {
  const wave = ["users", "profiles", "tracking-writers"].map((name) => ({ name, binds: {} }));
  /** Apex answers a transaction with no rows, or fails it. */
  const answering = (failing: Readonly<Record<string, unknown>>): jest.Mock =>
    apex.mockImplementation(({ requests }) => {
      const [error] = requests.flatMap(({ name }) => failing[name] ?? []);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Apex does reject with plain objects
      if (error !== undefined) return Promise.reject(error);
      return Promise.resolve(requests.map(({ name }) => ({ ...answer("[]"), name })));
    });
  const limit = { body: { message: "Too many query rows: 50001", exceptionType: "System.LimitException" } };
  const late = Object.assign(new Error("late"), { code: "TIMEOUT" });
  const other = { name: "tracking-writers" };

  beforeEach(() => apex.mockReset());

  it("is asked in transactions side by side: what checks need, and what they can do without", async () => {
    const open: (() => void)[] = [];
    apex.mockImplementation(({ requests }) => {
      return new Promise((resolve) => {
        open.push(() => resolve(requests.map(({ name }) => ({ ...answer("[]"), name }))));
      });
    });
    const asking = gateway.runQueries(wave);
    expect(apex.mock.calls.map(([{ requests }]) => requests.map(({ name }) => name))).toEqual([
      ["users", "profiles"],
      ["tracking-writers"]
    ]);
    open.reverse().forEach((answerIt) => answerIt());
    expect((await asking).map(({ name }) => name)).toEqual(["users", "profiles", "tracking-writers"]);
  });

  it.each([
    ["a spent limit", limit, { errorType: "System.LimitException", errorMessage: "Too many query rows: 50001" }],
    ["no answer in time", late, { errorType: "TIMEOUT", errorMessage: "late" }]
  ])("loses to %s only the queries of that transaction", async (_what, error, words) => {
    answering({ "tracking-writers": error });
    expect(await gateway.runQueries(wave)).toEqual([
      { name: "users", rows: [] },
      { name: "profiles", rows: [] },
      { ...other, ...words }
    ]);
    answering({ profiles: error });
    expect(await gateway.runQueries(wave)).toEqual([
      { name: "users", ...words },
      { name: "profiles", ...words },
      { ...other, rows: [] }
    ]);
  });

  it("that is lost whole throws what Apex said of what checks need", async () => {
    answering({ users: limit, "tracking-writers": late });
    await expect(gateway.runQueries(wave)).rejects.toBe(limit);
  });
});

describe("a call", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("that is not answered within two minutes is a timeout", async () => {
    apex.mockReturnValue(new Promise(() => undefined));
    const asking = expect(gateway.runQueries(REQUESTS)).rejects.toMatchObject({
      code: "TIMEOUT",
      message: "Salesforce didn't answer for two minutes."
    });
    await jest.advanceTimersByTimeAsync(120_000);
    await asking;
  });

  it("that is answered just in time is not, and leaves no timer behind", async () => {
    apex.mockReturnValue(new Promise((resolve) => setTimeout(() => resolve([]), 119_999)));
    const asking = gateway.runQueries(REQUESTS);
    await jest.advanceTimersByTimeAsync(119_999);
    expect(await asking).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("that fails fails as Apex has it, and leaves no timer behind", async () => {
    apex.mockRejectedValue(new Error("offline"));
    await expect(gateway.runQueries(REQUESTS)).rejects.toThrow("offline");
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe("searching users", () => {
  it.each([
    ["plain", "ada", "%ada%"],
    ["a wildcard", "50%", "%50\\%%"],
    ["an underscore", "a_b", "%a\\_b%"],
    ["a backslash", "a\\b", "%a\\\\b%"],
    ["a quote, which binds leave harmless", "O'Hara", "%O'Hara%"]
  ])("with %s asks for it as text", async (_what, text, pattern) => {
    apex.mockResolvedValue([answer(JSON.stringify([ADA]))]);
    expect(await searchUsers(text)).toEqual([ADA]);
    expect(asked()).toEqual([{ name: "user-search", texts: { pattern }, lists: {} }]);
  });

  it.each([
    ["the query's own error", [answer(null, "System.QueryException", "not today")], "not today"],
    ["no answer", [], ""],
    ["rows without a name", [answer('[{"Id":"1"}]')], "Row 0 came without Name."]
  ])("throws %s", async (_what, given, message) => {
    apex.mockResolvedValue(given);
    await expect(searchUsers("ada")).rejects.toThrow(message);
  });
});

describe("what an error has to say", () => {
  it.each([
    ["Apex's", { body: { message: "no access" }, message: "other" }, "no access"],
    ["an Error's", new Error("offline"), "offline"],
    ["of nothing is nothing", undefined, ""],
    ["of something else is nothing", { body: 7 }, ""]
  ])("%s", (_what, error, message) => {
    expect(messageOf(error)).toBe(message);
  });
});
