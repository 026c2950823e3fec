import type { Selection } from "c/mccChecklist";
import type { Choice } from "c/mccEvents";

/** @returns whom and what to check once a person has chosen */
export function afterChoice(selection: Selection, choice: Choice): Selection {
  const { impactedUsers } = selection;
  if (choice.choose === "everyone") return { ...selection, everyone: choice.checked };
  if (choice.choose === "app") return { ...selection, appId: choice.id || undefined };
  if (choice.choose === "remove-user")
    return { ...selection, impactedUsers: impactedUsers.filter(({ id }) => id !== choice.id) };
  const { choose, ...user } = choice;
  if (choose === "system-user") return { ...selection, systemUser: user };
  return { ...selection, impactedUsers: [...impactedUsers, user] };
}
