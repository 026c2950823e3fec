import type { MarketingCloudAnswer, MarketingCloudUser } from "../marketing-cloud/answer.ts";
import type { CheckId } from "../judge/ids.ts";
import { givenConfirmation } from "./given-confirmation.ts";
import { inDays, type Changes } from "./situation.ts";

const USER: MarketingCloudUser = {
  userId: "mc-api-user",
  active: true,
  apiUser: true,
  locked: false,
  mustChangePassword: false,
  lastSignIn: inDays(-7),
  defaultBusinessUnit: "100",
  roles: ["SYS_DEF_ADMIN", "SYS_DEF_IMHADMIN"],
  businessUnits: ["100"]
};

/** @returns what Marketing Cloud says of a user who is set up right, but for the changes; null: there is no such user */
export const marketingCloudSays = (changes: Partial<MarketingCloudUser> | null = {}): MarketingCloudAnswer => ({
  asked: "mc-api-user",
  account: "100",
  enterprise: "100",
  at: inDays(-1),
  user: changes && { ...USER, ...changes }
});

/** A person pasted Marketing Cloud's answer yesterday. */
export const pasted = (check: CheckId, changes: Partial<MarketingCloudUser> | null = {}): Changes => ({
  confirmations: [givenConfirmation(check, { marketingCloud: marketingCloudSays(changes) })]
});
