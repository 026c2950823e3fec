const SWEDISH = { "ui.first": "Först", "ui.checked-seconds": "Kontrollerat för {seconds} sekunder sedan" };

const fetchMock = jest.fn<Promise<Partial<Response>>, [string]>();
const reply = (content: unknown, ok = true) => Promise.resolve({ ok, json: () => Promise.resolve(content) });

/** The module as a page has it that is opened by somebody with this language. */
async function labelsFor(language: string) {
  jest.resetModules();
  jest.doMock("@salesforce/i18n/lang", () => ({ default: language }), { virtual: true });
  jest.doMock("@salesforce/resourceUrl/MCC_Health_Languages", () => ({ default: "/resource/1/Languages" }), {
    virtual: true
  });
  jest.doMock("c/mccLanguages", () => ({ languages: ["sv", "pt", "pt-BR"] }));
  return import("c/mccLabels");
}

beforeEach(() => {
  fetchMock.mockReset();
  globalThis.fetch = fetchMock as unknown as typeof fetch;
});

describe("labels", () => {
  it.each(["en-US", "en-GB", "de"])("of somebody with %s are English, and nothing is fetched", async (language) => {
    const { label, loadLanguage } = await labelsFor(language);
    expect(loadLanguage()).toBeUndefined();
    expect(label("ui.first")).toBe("First");
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it.each([
    ["sv", "sv"],
    ["sv-FI", "sv"],
    ["pt-BR", "pt-BR"],
    ["pt-PT", "pt"]
  ])("of somebody with %s come from the file of %s, fetched once", async (language, file) => {
    fetchMock.mockReturnValue(reply(SWEDISH));
    const { label, loadLanguage } = await labelsFor(language);
    expect(await loadLanguage()).toBe(true);
    expect(await loadLanguage()).toBe(true);
    expect(fetchMock.mock.calls.map(([url]) => url)).toEqual([`/resource/1/Languages/${file}.json`]);
    expect(label("ui.first")).toBe("Först");
    expect(label("ui.checked-seconds", { seconds: 20 })).toBe("Kontrollerat för 20 sekunder sedan");
  });

  it("are English one by one where the file lacks them, has them empty, or has no text", async () => {
    fetchMock.mockReturnValue(reply({ "ui.first": "", "ui.report": 7 }));
    const { label, loadLanguage } = await labelsFor("sv");
    expect(await loadLanguage()).toBe(true);
    expect(
      ["ui.first", "ui.report", "ui.checked-seconds"].map((key) => label(key as "ui.first", { seconds: 9 }))
    ).toEqual(["First", "Report", "checked 9 s ago"]);
  });

  it.each([
    ["there is no such file", () => reply("not found", false)],
    ["the network fails", () => Promise.reject(new Error("lost"))],
    ["it is no JSON", () => Promise.resolve({ ok: true, json: () => Promise.reject(new SyntaxError("<html>")) })],
    ["it is a list", () => reply(["a"])],
    ["it is null", () => reply(null)],
    ["it is a text", () => reply("text")]
  ])("stay English where %s", async (_what, answer) => {
    fetchMock.mockImplementation(answer);
    const { label, loadLanguage } = await labelsFor("sv");
    expect(await loadLanguage()).toBe(false);
    expect(label("ui.first")).toBe("First");
  });

  it("stay English where no answer has come within ten seconds", async () => {
    jest.useFakeTimers();
    fetchMock.mockReturnValue(new Promise(() => undefined));
    const { loadLanguage } = await labelsFor("sv");
    let isLoaded: boolean | undefined;
    void loadLanguage()?.then((answer) => (isLoaded = answer));
    await jest.advanceTimersByTimeAsync(9_999);
    expect(isLoaded).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(isLoaded).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});
