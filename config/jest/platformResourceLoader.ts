// What the static resources would set, for tests that run on the sources.
import * as onDemand from "../../checklist/on-demand.ts";

export function loadScript(): Promise<void> {
  Object.assign(window, { mccHealthOnDemand: onDemand });
  return Promise.resolve();
}
