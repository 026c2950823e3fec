import { CONTEXT_ELEMENT, type PageContext } from "../context.ts";

export const context = JSON.parse(document.getElementById(CONTEXT_ELEMENT)?.textContent ?? "{}") as PageContext;

/** @returns what a base component says, as an org would have it in the language of the person looking */
export const baseLabel = (name: string, english: string): string => context.bar[`base.${name}`] ?? english;

/** @returns a path as an address in the real org; on embedded orgs, and for other addresses, unchanged */
export const addressInOrg = (address: string): string =>
  context.realOrg && /^\/(?!\/)/.test(address) ? context.realOrg.address + address : address;

/** Salesforce calls the form factor of phones "Small"; here a narrow window has it. */
export const formFactor = matchMedia("(max-width: 30rem)").matches ? "Small" : "Large";
