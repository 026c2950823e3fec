import type { LightningElement } from "lwc";
import { loadScript } from "lightning/platformResourceLoader";
import DETAILS from "@salesforce/resourceUrl/MCC_Health_Details";
import ON_DEMAND from "@salesforce/resourceUrl/MCC_Health_On_Demand";
import type { OnDemand } from "c/mccChecklist";
import { details } from "c/mccDetails";
import { addEnglish } from "c/mccLabels";

declare global {
  interface Window {
    /** Set by the script. */
    mccHealthOnDemand?: typeof OnDemand;
  }
}

/** @returns a loader that runs once, and again after a failure */
function once<Loaded>(load: (component: LightningElement) => Promise<Loaded>) {
  let loading: Promise<Loaded> | undefined;
  return (component: LightningElement): Promise<Loaded> => {
    loading ??= load(component).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** Loads what `details` of `c/mccDetails` returns, and its English. Throws what kept it from being loaded. */
export const loadDetails = once(async (component) => {
  await loadScript(component, DETAILS);
  addEnglish(details().english);
});

/**
 * @param component the one that asks
 * @returns the writers of reports, and of the script for Marketing Cloud
 * @throws what kept them from being loaded; the next call tries again
 */
export const onDemand = once(async (component): Promise<typeof OnDemand> => {
  await Promise.all([loadScript(component, ON_DEMAND), loadDetails(component)]);
  const loaded = window.mccHealthOnDemand;
  if (!loaded) throw new Error("The static resource MCC_Health_On_Demand is of another version.");
  return loaded;
});
