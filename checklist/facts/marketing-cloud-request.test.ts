import type { MarketingCloudAnswer } from "../marketing-cloud/answer.ts";
import { marketingCloudSays } from "../testing/marketing-cloud-answer.ts";
import { inDays, situation, type Changes } from "../testing/situation.ts";
import { newestAnswer } from "./marketing-cloud-request.ts";

const said = (changes: Partial<MarketingCloudAnswer> = {}): MarketingCloudAnswer => ({
  ...marketingCloudSays(),
  ...changes
});
const [older, newer] = [said({ at: inDays(-3) }), said({ at: inDays(-2) })];

test.each<[string, MarketingCloudAnswer[], Changes, MarketingCloudAnswer | undefined]>([
  ["the newest of two counts", [older, newer], {}, newer],
  ["the newest of two counts, in any order", [newer, older], {}, newer],
  ["one about another user does not count", [older, said({ asked: "other" })], {}, older],
  ["one from another account does not count", [older, said({ account: "9", enterprise: "9" })], {}, older],
  ["one about the user in capitals counts", [said({ asked: "MC-API-USER" })], {}, said({ asked: "MC-API-USER" })],
  ["none counts where the org couldn't be read", [newer], { faults: { organization: "server" } }, undefined],
  [
    "none counts where the API user couldn't be",
    [newer],
    { faults: { "connector-configuration": "server" } },
    undefined
  ]
])("of what Marketing Cloud said, %s", (_what, answers, changes, expected) => {
  expect(newestAnswer(answers, situation(changes))).toEqual(expected);
});
