import { HEALTHY_ACCOUNT, runScript } from "../testing/marketing-cloud.ts";
import { BEGIN, END } from "./block.ts";
import { checksum } from "./checksum.ts";
import { readAnswer, type Refusal } from "./read-answer.ts";
import type { MarketingCloudRequest } from "./request.ts";

const NOW = new Date("2026-11-27T10:00:00Z");
const REQUEST: MarketingCloudRequest = { orgId: "00D000000000001AAA", user: "mc-api-user", account: "100" };
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

const answerOf = (request = REQUEST, at = NOW): string => runScript(request, HEALTHY_ACCOUNT, at).written;
const ANSWER = answerOf();

/** The answer with something else in it, sealed anew: as somebody would write it by hand. */
function rewritten(from: string | RegExp, to: string): string {
  const body = ANSWER.slice(0, ANSWER.indexOf(END) + END.length).replace(from, to);
  return `${body}${checksum(body)};`;
}

const wrapped = (text: string, width: number, before = ""): string =>
  (text.match(new RegExp(`[^]{1,${width}}`, "g")) ?? []).map((line) => before + line).join("\n");

test.each<[string, string]>([
  ["alone", ANSWER],
  ["between two sentences", `Hi Ada,\n\n${ANSWER}\n\nBest`],
  ["on the line of a sentence", `Here: ${ANSWER} Done.`],
  ["wrapped by a mail program", wrapped(ANSWER, 72)],
  ["quoted in a mail, with soft wraps", wrapped(ANSWER, 60, "> ")],
  ["quoted twice, with Windows line breaks", wrapped(ANSWER, 40, ">> ").replaceAll("\n", "\r\n")],
  ["with characters that nobody sees", ANSWER.replace(/[^]/g, "$&\u200b")],
  ["in the quotes of a spreadsheet", `"${ANSWER}"`],
  ["in as long a text as is taken", ANSWER.padEnd(1_000_000)],
  ["where the script's Id of the org was the short one", answerOf({ ...REQUEST, orgId: REQUEST.orgId.slice(0, 15) })],
  ["where the configuration has the user in capitals", answerOf({ ...REQUEST, user: "MC-API-USER" })]
])("is read %s", (_how, pasted) => {
  expect(readAnswer(pasted, REQUEST, later(5))).toMatchObject({ answer: { user: { userId: "mc-api-user" } } });
});

const empty = " \n\t ";
test.each<[string, string, Refusal]>([
  ["nothing", "", "empty"],
  ["spaces alone", empty, "empty"],
  ["ten megabytes", "x".repeat(10_000_000), "too-long"],
  ["an answer in ten megabytes", `${ANSWER}${"x".repeat(10_000_000)}`, "too-long"],
  ["a page of HTML", "<!doctype html><title>Error</title>", "no-answer"],
  ["an answer inside tags", `<p>${ANSWER.replaceAll(";", ";<wbr>")}</p>`, "cut"],
  ["JSON", '{"IsAPIUser":true}', "no-answer"],
  ["the script itself", '<script runat="server">\nWrite(1)</script>', "no-answer"],
  ["rows of a spreadsheet", '"user"\t"api-user"\n"mc-api-user"\t"true"', "no-answer"],
  ["two answers", `${ANSWER}\n${ANSWER}`, "several"],
  ["two halves of answers", `${ANSWER.slice(0, 80)}\n${ANSWER}`, "several"],
  ["an answer without its end", ANSWER.slice(0, -30), "cut"],
  ["an answer without its seal", ANSWER.slice(0, ANSWER.indexOf(END) + END.length), "cut"],
  ["the first line alone", ANSWER.slice(0, 40), "cut"],
  ["nothing but the beginning", BEGIN, "cut"],
  ["an answer without its beginning", ANSWER.slice(30), "no-answer"],
  ["an answer without its middle", ANSWER.slice(0, 90) + ANSWER.slice(140), "changed"],
  ["an answer with yes for no", ANSWER.replace("api-user:true", "api-user:yes"), "changed"],
  ["an answer with another flag", ANSWER.replace("locked:false", "locked:true"), "changed"],
  ["an answer with one more role", ANSWER.replace("roles:", "roles:SYS_DEF_MORE,"), "changed"],
  ["an answer in capitals", ANSWER.replace(/seal|roles/, (word) => word.toUpperCase()), "changed"],
  ["an answer that a mail program quoted inside", ANSWER.replace("roles:", "roles:=3D"), "changed"],
  ["an answer with another seal", ANSWER.replace(/[0-9a-f]{16};$/, "0000000000000000;"), "changed"],
  ["a sealed flag that is none", rewritten("api-user:true", "api-user:yes"), "changed"],
  ["a sealed list without its last comma", rewritten(/(roles:[^;]*),;/, "$1;"), "changed"],
  ["a sealed list with an empty entry", rewritten("roles:", "roles:,"), "changed"],
  ["a sealed text that is not written as ours", rewritten(/user:mc-api-user/, "user:~zzzz"), "changed"],
  ["a sealed answer with a field too many", rewritten("END;", "more:1;END;"), "changed"],
  ["a sealed answer with a field too few", rewritten(/locked:false;/, ""), "changed"],
  ["a sealed answer without its last field", rewritten(/business-units:[^;]*;/, ""), "changed"],
  ["a sealed answer with two values under a name", rewritten("active:true;", "active:true:false;"), "changed"],
  ["a sealed answer in another order", rewritten(/(active:true;)(api-user:true;)/, "$2$1"), "changed"],
  ["a sealed answer without a user", rewritten(/;user:mc-api-user;/, ";user:~;"), "changed"],
  ["a sealed answer without an account", rewritten(/account:100;/, "account:~;"), "changed"],
  ["a sealed answer without a time", rewritten(/at:\d+;/, "at:soon;"), "changed"],
  ["a sealed answer with a time that begins with something else", rewritten("at:", "at:x"), "changed"],
  ["a sealed answer with a time that ends in something else", rewritten(/at:\d+/, "$&x"), "changed"],
  ["an answer of a later version", rewritten("version:1;", "version:2;"), "other-version"],
  ["an answer of no version", rewritten("version:1;", "version:;"), "other-version"],
  ["an answer about another user", answerOf({ ...REQUEST, user: "somebody-else" }), "other-user"],
  ["a sealed answer about another user", rewritten(/;user:mc-api-user;/, ";user:somebody-else;"), "other-user"],
  [
    "an answer from another account",
    rewritten(/account:100;enterprise:100;/, "account:900;enterprise:900;"),
    "other-account"
  ],
  ["an answer to another org", answerOf({ ...REQUEST, orgId: "00D000000000002AAA" }), "other-script"],
  ["an answer to no script of ours", rewritten(/nonce:[^;]*;/, "nonce:1-0000000000000000;"), "other-script"],
  ["an answer from before its script", rewritten(/at:\d+;/, `at:${later(-30).getTime()};`), "other-script"],
  ["an answer of tomorrow", rewritten(/at:\d+;/, `at:${later(24 * 60).getTime()};`), "too-new"],
  ["a failure", rewritten("status:found;", "status:failed;"), "failed"],
  ["an odd status", rewritten("status:found;", "status:perhaps;"), "failed"]
])("refuses %s", (_what, pasted, refused) => {
  expect(readAnswer(pasted, REQUEST, NOW)).toEqual({ refused });
});

test("is taken for an hour", () => {
  expect(readAnswer(ANSWER, REQUEST, later(60))).toHaveProperty("answer");
  expect(readAnswer(ANSWER, REQUEST, later(61))).toEqual({ refused: "too-old" });
});

test.each([
  ["the clock of Marketing Cloud is", -10],
  ["the clock of Salesforce is", 10]
])("is taken where %s ten minutes slow", (_whose, minutes) => {
  const pasted = rewritten(/at:\d+;/, `at:${later(minutes).getTime()};`);
  expect(readAnswer(pasted, REQUEST, NOW)).toHaveProperty("answer");
});

test("is taken where the configuration names no account", () => {
  const request = { ...REQUEST, account: null };
  expect(readAnswer(answerOf(request), request, NOW)).toMatchObject({ answer: { account: "100" } });
});

test("no single character can be changed, left out, doubled or quoted in an answer", () => {
  for (let at = BEGIN.length; at < ANSWER.length - 1; at++) {
    const other = ANSWER[at] === "a" ? "b" : "a";
    for (const put of [other, "", ANSWER.slice(at, at + 1).repeat(2), `>${ANSWER.slice(at, at + 1)}`]) {
      const read = readAnswer(ANSWER.slice(0, at) + put + ANSWER.slice(at + 1), REQUEST, NOW);
      expect(read).not.toHaveProperty("answer");
    }
  }
});
