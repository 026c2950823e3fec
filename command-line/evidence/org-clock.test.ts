import assert from "node:assert/strict";
import { test } from "node:test";
import { orgNow, setOrgClock } from "./org-clock.ts";

const NOW = Date.parse("2026-05-04T10:00:00Z");
const answer = (host: string, date?: string) => ({
  url: `https://${host}.example.com/services/data`,
  headers: new Headers(date === undefined ? {} : { date })
});

const SITUATIONS = [
  { name: "a machine that is a year behind", date: "Tue, 04 May 2027 10:00:00 GMT", then: "2027-05-04T10:00:00.000Z" },
  { name: "a machine that is a day ahead", date: "Sun, 03 May 2026 10:00:00 GMT", then: "2026-05-03T10:00:00.000Z" },
  {
    name: "clocks that agree but for the answer's way",
    date: "Mon, 04 May 2026 09:59:57 GMT",
    then: "2026-05-04T10:00:00.000Z"
  },
  { name: "an answer without a date", date: undefined, then: "2026-05-04T10:00:00.000Z" },
  { name: "a date that is none", date: "soon", then: "2026-05-04T10:00:00.000Z" }
];

for (const [i, { name, date, then }] of SITUATIONS.entries())
  test(`${name}: what has ended goes by the org's time`, () => {
    setOrgClock(answer(`org-${i}`, date), NOW);
    assert.equal(orgNow(`https://org-${i}.example.com`, NOW).toISOString(), then);
  });

test("each org has its own clock", () => {
  setOrgClock(answer("ahead", "Tue, 05 May 2026 10:00:00 GMT"), NOW);
  assert.equal(orgNow("https://another.example.com", NOW).getTime(), NOW);
});
