import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import { oldestUser } from "../queries/oldest-user.ts";
import { organization } from "../queries/organization.ts";
import { DAY } from "./time.ts";

/**
 * When a sandbox was made or refreshed. Nothing documents that Organization.CreatedDate is that moment; but where a user
 * is older than the org, the org came into being after its data did, and the date can't be that of the org it was copied
 * from.
 * @returns the moment, ISO 8601; undefined where the org does not show it
 */
export function copiedAt(evidence: Evidence): string | undefined {
  const created = rowsOf(evidence, organization)[0]?.CreatedDate;
  const [user] = rowsOf(evidence, oldestUser);
  if (created === undefined || !user) return undefined;
  // The first users of an org that is no copy come minutes before or after it.
  return Date.parse(created) - Date.parse(user.CreatedDate) > DAY ? created : undefined;
}
