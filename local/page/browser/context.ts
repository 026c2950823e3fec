import { CONTEXT_ELEMENT, type PageContext } from "../context.ts";

export const context = JSON.parse(document.getElementById(CONTEXT_ELEMENT)?.textContent ?? "{}") as PageContext;

/** Salesforce calls the phone app "Small"; a narrow window stands in for it. */
export const formFactor = matchMedia("(max-width: 30rem)").matches ? "Small" : "Large";
