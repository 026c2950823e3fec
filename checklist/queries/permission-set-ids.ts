import { idsFrom, type Ids, type Known } from "../evidence/query.ts";
import { appGrants } from "./app-grants.ts";

/** @returns the permission sets attached to the app; those that belong to a profile are met through the user's own profile */
export const permissionSetIds = (known: Known): Ids =>
  idsFrom(known, appGrants, ({ Parent, ParentId }) => (Parent.IsOwnedByProfile ? [] : ParentId));
