import { number, optional, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";
import { packageLicense } from "./package-license.ts";

/**
 * Versions of the two packages, for the head of a report. Source: docs/sources.md, The package. No check needs it, so it
 * goes with the second wave, where there is room.
 */
export const packageVersions = query("package-versions", {
  object: "Publisher",
  label: "package versions",
  fields: { DurableId: text, NamespacePrefix: text, MajorVersion: optional(number), MinorVersion: optional(number) },
  after: [packageLicense],
  ask: always
});

export const healthy = (): RowOf<typeof packageVersions>[] => [
  { DurableId: "et4ae5", NamespacePrefix: "et4ae5", MajorVersion: 262, MinorVersion: 0 },
  { DurableId: "MCCA5PROD", NamespacePrefix: "MCCA5PROD", MajorVersion: 1, MinorVersion: 5 }
];
