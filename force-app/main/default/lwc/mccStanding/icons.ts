import type { Standing } from "c/mccChecklist";

interface Icon {
  readonly name: string;
  readonly variant?: "error" | "warning" | "success";
}

/** The one icon of each standing. Its one word is the message `standing.<standing>`. */
export const ICONS: Readonly<Record<Standing, Icon>> = {
  blocker: { name: "utility:ban", variant: "error" },
  problem: { name: "utility:error", variant: "error" },
  unknown: { name: "utility:question" },
  confirm: { name: "utility:preview" },
  warning: { name: "utility:warning", variant: "warning" },
  note: { name: "utility:info" },
  checking: { name: "utility:clock" },
  confirmed: { name: "utility:check", variant: "success" },
  holds: { name: "utility:success", variant: "success" },
  "not-applicable": { name: "utility:dash" }
};
