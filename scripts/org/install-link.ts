import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../build/project.ts";

const REGION = /(<!-- install-link -->)[^]*?(<!-- \/install-link -->)/;
const VERSION_ID = /^04t[A-Za-z0-9]{15}$/;

/**
 * @param readme the README's text
 * @param id the package version's id, as `sf package version create` gives it
 * @returns the README with the links to install that version, in the place that is marked for them
 * @throws {Error} when the id is none, or no place is marked
 */
export function withInstallLink(readme: string, id: string): string {
  if (!VERSION_ID.test(id)) throw new Error(`"${id}" is no package version: its id is 04t and 15 more letters.`);
  if (!REGION.test(readme))
    throw new Error("README.md marks no place with <!-- install-link --> … <!-- /install-link -->.");
  const link = (host: string): string => `https://${host}.salesforce.com/packaging/installPackage.apexp?p0=${id}`;
  const text = `Install it [in a sandbox](${link("test")}) or [in production](${link("login")}).`;
  return readme.replace(REGION, (_, start: string, end: string) => `${start}\n\n${text}\n\n${end}`);
}

/** What `sf package version create --json` printed. */
interface Created {
  readonly result?: { readonly SubscriberPackageVersionId?: string };
}

// Reads what sf printed, puts the link into the README, prints the id.
if (process.argv[1] === import.meta.filename) {
  const { result } = JSON.parse(readFileSync(0, "utf8")) as Created;
  const id = result?.SubscriberPackageVersionId ?? "";
  const file = join(ROOT, "README.md");
  writeFileSync(file, withInstallLink(readFileSync(file, "utf8"), id));
  console.log(id);
}
