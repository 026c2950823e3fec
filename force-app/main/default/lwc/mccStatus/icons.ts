import type { Status } from "c/mccChecklist";

interface Icon {
  readonly name: string;
  readonly variant?: "error" | "warning" | "success";
}

/** The icon of each status. Its name is the message `status.<status>`. */
export const ICONS: Readonly<Record<Status, Icon>> = {
  blocker: { name: "utility:ban", variant: "error" },
  problem: { name: "utility:error", variant: "error" },
  unknown: { name: "utility:question" },
  confirm: { name: "utility:preview" },
  warning: { name: "utility:warning", variant: "warning" },
  note: { name: "utility:info" },
  checking: { name: "utility:clock" },
  confirmed: { name: "utility:check", variant: "success" },
  passed: { name: "utility:success", variant: "success" },
  "not-applicable": { name: "utility:dash" }
};
