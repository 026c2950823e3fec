import { ENGLISH } from "../catalogue.ts";
import type { Text } from "../messages/text.ts";
import { translatorOf } from "../messages/text.ts";
import { forAndAgainst } from "./for-and-against.ts";

const boxes: Text = { key: "candidate.both-boxes" };
const set: Text = { key: "candidate.system-set" };
const inactive: Text = { key: "candidate.inactive" };
const noResults: Text = { key: "candidate.no-results" };

test.each<{ when: string; reasons: Text[]; against: Text[]; then: string }>([
  {
    when: "nothing speaks against somebody",
    reasons: [set, boxes],
    against: [],
    then: "has the permission set “Marketing Cloud System User” and has both Marketing Cloud for AppExchange checkboxes selected"
  },
  {
    when: "something does",
    reasons: [set],
    against: [inactive, noResults],
    then: "has the permission set “Marketing Cloud System User”, but is inactive and didn't create the latest email results"
  }
])("when $when", ({ reasons, against, then }) => {
  expect(forAndAgainst({ reasons, against }, translatorOf(ENGLISH, "en"))).toBe(then);
});
