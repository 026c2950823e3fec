import { randomBytes } from "node:crypto";
import { listenFrom } from "../loopback.ts";
import { createApi } from "./api.ts";
import { changeRow, type Change } from "./change.ts";
import type { Disturb, InjectFault } from "./fault.ts";
import { idKey } from "./record-id.ts";
import type { Scenario } from "./scenario.ts";

export { API_VERSION } from "./api.ts";
export type { Disturb, Fault, InjectFault } from "./fault.ts";

export interface EmbeddedOrg {
  readonly url: string;
  /** Valid until the org closes. */
  readonly accessToken: string;
  readonly scenario: Scenario;
  /**
   * Changes any row, also of objects that can't be written over the API: what an admin does in Setup. For tests.
   * @throws {Error} names the row or field that doesn't exist, or the value that doesn't fit
   */
  change(object: string, id: string, fields: Change): void;
  /** Has writes go wrong from now on; without an argument, none does. For tests. */
  disturb(disturb?: Disturb): void;
  /** Stops serving, and drops requests without an answer. */
  close(): Promise<void>;
}

export interface OrgOptions {
  readonly scenario: Scenario;
  /** 0 or absent: any free one. A port in use: the next free one. */
  readonly port?: number;
  /** For tests. */
  readonly injectFault?: InjectFault;
}

/**
 * Starts a Salesforce-shaped org over a scenario, on the loopback interface only.
 * @throws {Error} no port is free
 */
export async function startOrg({
  scenario,
  port = 0,
  injectFault = () => undefined
}: OrgOptions): Promise<EmbeddedOrg> {
  const accessToken = `${idKey(scenario.organizationId)}!AQ${randomBytes(24).toString("hex")}`;
  let disturbing: Disturb = () => undefined;
  const api = createApi({ scenario, accessToken, injectFault, disturb: (write) => disturbing(write) });
  const url = `http://127.0.0.1:${await listenFrom(api, port)}`;
  const change = (object: string, id: string, fields: Change): void => changeRow(scenario, object, id, fields);
  const disturb = (next: Disturb = () => undefined): void => {
    disturbing = next;
  };
  return { url, accessToken, scenario, change, disturb, close: () => api.close() };
}
