import { date, optional, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

export const packageLicense = query("package-license", {
  object: "PackageLicense",
  label: "package licenses",
  fields: { Id: text, Status: text, ExpirationDate: optional(date) },
  ask: always
});

export const healthy = (): RowOf<typeof packageLicense>[] => [{ Id: "050000000000001AAA", Status: "Active" }];
