const REGION = /(<!-- install-link -->)[^]*?(<!-- \/install-link -->)/;
const VERSION_ID = /^04t[A-Za-z0-9]{15}$/;

/**
 * @param readme the README's text
 * @param id the package version's id, as `sf package version create` gives it
 * @returns the README with the links to install that version, in the place that is marked for them
 * @throws {Error} when the id is none, or no place is marked
 */
export function withInstallLink(readme: string, id: string): string {
  requireVersionId(id);
  if (!REGION.test(readme))
    throw new Error("README.md marks no place with <!-- install-link --> … <!-- /install-link -->.");
  const link = (host: string): string => `https://${host}.salesforce.com/packaging/installPackage.apexp?p0=${id}`;
  const text = `Install it [in a sandbox](${link("test")}) or [in production](${link("login")}). Choose **Install for Admins Only**.`;
  return readme.replace(REGION, (_, start: string, end: string) => `${start}\n\n${text}\n\n${end}`);
}

/** @throws {Error} when it is not the id of a package version */
export function requireVersionId(id: string): void {
  if (!VERSION_ID.test(id)) throw new Error(`"${id}" is no package version: its id is 04t and 15 more letters.`);
}
