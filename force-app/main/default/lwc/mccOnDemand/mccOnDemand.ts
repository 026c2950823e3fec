import type { LightningElement } from "lwc";
import { loadScript } from "lightning/platformResourceLoader";
import SCRIPT from "@salesforce/resourceUrl/MCC_Health_On_Demand";
import type { OnDemand } from "c/mccChecklist";

declare global {
  interface Window {
    /** Set by the script. */
    mccHealthOnDemand?: typeof OnDemand;
  }
}

let loading: Promise<typeof OnDemand> | undefined;

/**
 * @param component the one that asks
 * @returns the writers of reports, and of the script for Marketing Cloud, loaded once
 * @throws what kept them from being loaded; the next call tries again
 */
export function onDemand(component: LightningElement): Promise<typeof OnDemand> {
  loading ??= load(component).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(component: LightningElement): Promise<typeof OnDemand> {
  await loadScript(component, SCRIPT);
  const loaded = window.mccHealthOnDemand;
  if (!loaded) throw new Error("The static resource MCC_Health_On_Demand is of another version.");
  return loaded;
}
