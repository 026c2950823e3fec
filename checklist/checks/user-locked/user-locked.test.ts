import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import { testMends } from "../../testing/mend-table.ts";
import { IMPACTED_USER, ORG, situation, SYSTEM_USER, type RowsByQuery } from "../../testing/situation.ts";
import { userLocked } from "./user-locked.ts";

const login = (UserId: string, IsFrozen = false, IsPasswordLocked = false) => ({
  Id: `0Yw${UserId.slice(3)}`,
  UserId,
  IsFrozen,
  IsPasswordLocked
});
const open = login(IMPACTED_USER);
const frozen = { "user-login": [login(SYSTEM_USER, true), open] };
const locked = { "user-login": [login(SYSTEM_USER, false, true), open] };
const sandbox: RowsByQuery = { organization: [{ Id: ORG, Name: "Northern Trail", IsSandbox: true }] };

testCheck(userLocked, [
  ["passes for those who are neither", {}, { system: "pass/open", impacted: "pass/open" }],
  ["fails for the one who is frozen", { rows: frozen }, { system: "fail/frozen", impacted: "pass/open" }],
  [
    "says in a sandbox where that may come from",
    { rows: { ...frozen, ...sandbox } },
    { system: "fail/frozen-in-sandbox", impacted: "pass/open" }
  ],
  [
    "fails all the same when the org can't be read",
    { rows: frozen, faults: { organization: "server" } },
    { system: "fail/frozen" }
  ],
  [
    "fails all the same when the org is not shown",
    { rows: { ...frozen, organization: [] } },
    { system: "fail/frozen" }
  ],
  ["warns about a locked password", { rows: locked }, { system: "warn/password-locked", impacted: "pass/open" }],
  ["warns about one in a sandbox, too", { rows: { ...locked, ...sandbox } }, { system: "warn/password-locked" }],
  [
    "fails for the one who is both",
    { rows: { "user-login": [login(SYSTEM_USER, true, true), open] } },
    { system: "fail/frozen" }
  ],
  [
    "is unknown for a person without a row",
    { rows: { "user-login": [open] } },
    { system: "unknown/hidden", impacted: "pass/open" }
  ]
]);

test.each([
  ["unfreezes the frozen", frozen, ["open-user", "unfreeze"]],
  ["unlocks the locked", locked, ["open-user", "unlock"]]
])("the fix %s", (_whom, rows, steps) => {
  expect(judge([userLocked], situation({ rows })).findings[0]?.fix.steps).toEqual(steps);
});

const IN_AGAIN =
  "Marketing Cloud Integration can sign in again right away, and Marketing Cloud can sign in as this user.";
const LEFT = "If this person has left, choose somebody else in step People instead.";
testMends(userLocked, [
  ["nothing for those who are neither", {}, []],
  [
    "to unfreeze the frozen",
    { rows: frozen },
    [
      "Unfreeze Marketing Cloud Integration: Frozen > Not frozen | " +
        `${IN_AGAIN} | First find out why the user was frozen. | ${LEFT}`
    ]
  ],
  [
    "to unfreeze in a sandbox, and says what may have frozen them",
    { rows: { ...frozen, ...sandbox } },
    [
      "Unfreeze Marketing Cloud Integration: Frozen > Not frozen | " +
        `${IN_AGAIN} | A sandbox refresh may have frozen this user on purpose. ` +
        `Marketing Cloud can sign in to this sandbox again. | ${LEFT}`
    ]
  ],
  ["nothing for a locked password", { rows: locked }, []]
]);
