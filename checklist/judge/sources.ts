import type { Source } from "./check.ts";

/** The article that this checklist replaces. @param section the heading it stands under there */
export const article = (section: "Sales Checklist" | "Marketing Cloud Checklist" | "Other Considerations"): Source =>
  knowledge("003834038", section, "2026-04-14");

/** @returns another Knowledge article. @param published as it says of itself */
export const knowledge = (number: string, section: string, published: string): Source => ({
  title: `Knowledge ${number}`,
  section,
  published,
  url: `https://help.salesforce.com/s/articleView?id=${number}&type=1`
});

/**
 * A page of Salesforce Help. These carry no date: so that of the day on which it was read here.
 * @param section the page's heading
 * @param id as it stands in the page's address
 */
export const salesforceHelp = (section: string, id: string, published = "2026-11-27"): Source => ({
  title: "Salesforce Help",
  section,
  published,
  url: `https://help.salesforce.com/s/articleView?id=${id}.htm&type=5`
});
