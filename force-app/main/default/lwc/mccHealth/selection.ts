import type { Selection } from "c/mccChecklist";
import type { Choice } from "c/mccEvents";

/** @returns whom and what to check once a person has chosen */
export function afterChoice(selection: Selection, choice: Choice): Selection {
  const { impactedUsers } = selection;
  switch (choice.choose) {
    case "system-user":
      return { ...selection, systemUser: userOf(choice) };
    case "impacted-user":
      return { ...selection, impactedUsers: [...impactedUsers, userOf(choice)] };
    case "remove-user":
      return { ...selection, impactedUsers: impactedUsers.filter(({ id }) => id !== choice.id) };
    case "everyone":
      return { ...selection, everyone: choice.checked };
    case "app":
      return { ...selection, appId: choice.id };
  }
}

const userOf = ({ choose: _, ...user }: Extract<Choice, { choose: "system-user" | "impacted-user" }>) => user;
