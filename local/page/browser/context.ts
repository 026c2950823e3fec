import { CONTEXT_ELEMENT, type PageContext } from "../context.ts";

export const context = JSON.parse(document.getElementById(CONTEXT_ELEMENT)?.textContent ?? "{}") as PageContext;

/** @returns where a link leads: a path, to that page of a real org; on embedded orgs, and for other addresses, as it is */
export const addressInOrg = (address: string): string =>
  context.realOrg && /^\/(?!\/)/.test(address) ? context.realOrg.address + address : address;

/** Salesforce calls the phone app "Small"; a narrow window stands in for it. */
export const formFactor = matchMedia("(max-width: 30rem)").matches ? "Small" : "Large";
