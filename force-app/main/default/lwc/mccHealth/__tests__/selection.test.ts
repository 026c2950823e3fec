import type { Choice } from "c/mccEvents";
import { afterChoice } from "../selection.ts";

const BEFORE = { systemUser: { id: "005A" }, impactedUsers: [{ id: "005B" }], appId: "0H4A" };

describe("after a choice", () => {
  it.each([
    [{ choose: "system-user", id: "005C" }, { systemUser: { id: "005C" } }],
    [
      { choose: "impacted-user", id: "005C", name: "Ada", username: "ada@example.com" },
      { impactedUsers: [{ id: "005B" }, { id: "005C", name: "Ada", username: "ada@example.com" }] }
    ],
    [{ choose: "remove-user", id: "005B" }, { impactedUsers: [] }],
    [{ choose: "everyone", checked: true }, { everyone: true }],
    [{ choose: "app", id: "0H4B" }, { appId: "0H4B" }]
  ] satisfies [Choice, object][])("%j, the rest stays as it was", (choice, changes) => {
    expect(afterChoice(BEFORE, choice)).toEqual({ ...BEFORE, ...changes });
  });
});
