import { text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** The package that the connected app comes in, where the org lists one. Source: docs/sources.md, Connected app. */
export const appPackage = query("app-package", {
  object: "PackageLicense",
  fields: { Id: text },
  ask: always
});

export const healthy = (): RowOf<typeof appPackage>[] => [{ Id: "050000000000002AAA" }];
