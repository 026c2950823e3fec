import { translatorOf } from "./text.ts";

const messages = {
  "a.plain": "Hello",
  "a.named": "{user} <b>and</b> {user}",
  "a.count.one": "{count} thing",
  "a.count.other": "{count} things",
  "other.other": "{count} of {user}",
  "b.one": "first",
  "b.two": "second"
};
const words = translatorOf(messages, "en_US");

describe("words", () => {
  test.each([
    ["fills a place each time", words.maybe("a.named", { user: "Ada" }), "Ada <b>and</b> Ada"],
    ["leaves braces in a value alone", words.maybe("a.named", { user: "{count}" }), "{count} <b>and</b> {count}"],
    ["does not read a value as a replacement pattern", words.maybe("a.named", { user: "$&" }), "$& <b>and</b> $&"],
    ["leaves a place without a value as it is", words.maybe("a.named"), "{user} <b>and</b> {user}"],
    [
      "isolates a name that could turn the sentence",
      words.maybe("a.named", { user: "\u202eLevi\u2069" }),
      "\u2068\u202eLevi\u2069 <b>and</b> \u2068\u202eLevi\u2069"
    ],
    ["shows an unknown key", words({ key: "no.such" as never }), "[no.such]"],
    ["has nothing where a sentence may be left out", words.maybe("no.such"), undefined],
    ["joins a list", words.maybe("a.named", { user: ["a", "b", "c"] }), "a, b, and c <b>and</b> a, b, and c"],
    [
      "joins texts of the catalogue",
      words.maybe("a.named", { user: { texts: ["b.one", "b.two"] } }),
      "first and second <b>and</b> first and second"
    ],
    [
      "shows a text of the catalogue that is not there",
      words.maybe("a.named", { user: { texts: ["c"] } }),
      "[c] <b>and</b> [c]"
    ],
    [
      "fills a sentence's own values",
      words({ key: "a.named" as never, values: { user: "Ada" } }),
      "Ada <b>and</b> Ada"
    ],
    ["writes a number as the language does", words.maybe("a.named", { user: 1234.5 }), "1,234.5 <b>and</b> 1,234.5"],
    [
      "counts with the other form where the language's own is missing",
      words.plural("other", 1, { user: "Ada" }),
      "1 of Ada"
    ],
    ["fills more than the count", words.plural("other", 2, { user: "Ada" }), "2 of Ada"],
    ["shows a key that can't be counted", words.plural("no.such", 1), "[no.such]"],
    ["shows what is no date as it came", words.maybe("a.named", { user: { date: "soon" } }), "soon <b>and</b> soon"],
    ["counts one", words.plural("a.count", 1), "1 thing"],
    ["counts many, as the language writes numbers", words.plural("a.count", 2000), "2,000 things"]
  ])("%s", (_what, found, expected) => {
    expect(found).toBe(expected);
  });

  test("are in a language whose tag has a region, as Salesforce writes it or not", () => {
    expect(words.language).toBe("en-US");
    expect(translatorOf(messages, "zh_Hant_TW").language).toBe("zh-Hant-TW");
  });
  test("writes a date as the language does", () => {
    const swedish = translatorOf({ day: "{date}" }, "sv");
    expect(swedish.maybe("day", { date: { date: "2026-05-03T12:00:00.000Z" } })).toBe("3 maj 2026");
  });
});
