import { z } from "zod";

const MID = z.string().regex(/^\d{1,18}$/);

const USER = z.strictObject({
  UserID: z.string().min(1),
  AccountUserID: z.string().regex(/^\d+$/),
  Name: z.string().optional(),
  Email: z.string().optional(),
  ActiveFlag: z.boolean().optional(),
  IsAPIUser: z.boolean().optional(),
  IsLocked: z.boolean().optional(),
  MustChangePassword: z.boolean().optional(),
  LastSuccessfulLogin: z.string().optional(),
  DefaultBusinessUnit: MID.optional(),
  /** Keys of roles. */
  Roles: z.array(z.string()).optional(),
  /** Of AccountUserAccount. */
  businessUnits: z.array(MID).optional()
});

/** The part of a scenario file that says what Marketing Cloud knows. */
export const MARKETING_CLOUD = z.strictObject({
  businessUnits: z.array(z.strictObject({ ID: MID, Name: z.string(), ParentID: MID })).min(1),
  users: z.array(USER)
});

/** What a Marketing Cloud account holds. The business unit whose ParentID is 0 is the top-level one. */
export type Account = z.infer<typeof MARKETING_CLOUD>;
export type AccountUser = z.infer<typeof USER>;

export const topOf = ({ businessUnits }: Account): string =>
  businessUnits.find(({ ParentID }) => ParentID === "0")?.ID ?? "0";
