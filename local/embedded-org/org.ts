import { randomBytes } from "node:crypto";
import { createApi } from "./api.ts";
import { changeRow, type Change } from "./change.ts";
import type { Disturb } from "./disturbance.ts";
import { idKey } from "./record-id.ts";
import type { Scenario } from "./scenario.ts";

export { API_VERSION } from "./api.ts";
export type { Disturb } from "./disturbance.ts";

export interface EmbeddedOrg {
  readonly url: string;
  /** Good for this start only. */
  readonly accessToken: string;
  readonly scenario: Scenario;
  /**
   * Changes any row, also of objects that nobody can write over the API: what an admin does in Setup. For tests.
   * @throws {Error} names what the org does not have, or the value that does not fit
   */
  change(object: string, id: string, fields: Change): void;
  /** Stops serving, also those who still wait for an answer. */
  close(): Promise<void>;
}

export interface OrgOptions {
  readonly scenario: Scenario;
  /** 0 or absent: any free one. A taken port: the next free one. */
  readonly port?: number;
  /** Makes queries fail. For tests. */
  readonly disturb?: Disturb;
}

const HOST = "127.0.0.1";
const LAST_PORT = 65_535;

/**
 * Starts a Salesforce-shaped org over a scenario, on the loopback only.
 * @throws {Error} no port from the wanted one on is free
 */
export async function startOrg({ scenario, port = 0, disturb = () => undefined }: OrgOptions): Promise<EmbeddedOrg> {
  const accessToken = `${idKey(scenario.organizationId)}!AQ${randomBytes(24).toString("hex")}`;
  for (let candidate = port; candidate <= LAST_PORT; candidate++) {
    const api = createApi({ scenario, accessToken, disturb });
    try {
      const url = await api.listen({ host: HOST, port: candidate });
      const change = (object: string, id: string, fields: Change): void => changeRow(scenario, object, id, fields);
      return { url, accessToken, scenario, change, close: () => api.close() };
    } catch (error) {
      await api.close();
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`No port from ${String(port)} on is free.`);
}
