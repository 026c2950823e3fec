import type { Source } from "./check.ts";

/** The article that this checklist replaces. @param section the heading it stands under there */
export const article = (section: "Sales Checklist" | "Marketing Cloud Checklist" | "Other Considerations"): Source => ({
  title: "Knowledge 003834038",
  section,
  published: "2026-04-14",
  url: "https://help.salesforce.com/s/articleView?id=003834038&type=1"
});
