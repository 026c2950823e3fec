// What the build makes from the messages.
declare module "c/mccMessages" {
  import type { MessageKey } from "c/mccChecklist";

  export const messages: Readonly<Record<MessageKey, string>>;
  /** The person's language, as the platform writes it: `en-US`, `sv`. */
  export const language: string;
}
