import { CALIBRATION } from "../calibration/table.ts";
import type { Value, Values } from "../messages/text.ts";
import type { Pseudonyms, Thing } from "./pseudonyms.ts";

/** Values that tell nothing of whose org it is, as `<value>` or `<check>.<value>`. */
const KEPT: readonly string[] = [
  "api",
  "count",
  "days",
  "total",
  "period",
  // Salesforce names each license: an org can't.
  "license",
  "package-installed.status",
  "user-logins.status",
  "user-logins.words"
];

/** Values that name things. */
const PSEUDONYM_KINDS: Readonly<Record<string, Thing>> = {
  apiUser: "api-user",
  app: "app",
  apps: "app",
  "app-installed.name": "app",
  "app-installed.names": "app",
  "app-access.name": "permission-set",
  "connector-permission-sets.name": "permission-set",
  "user-api-enabled.name": "permission-set",
  sets: "permission-set",
  "app-access.set": "permission-set",
  units: "business-unit",
  mid: "business-unit",
  "shared-mc-user.shared": "api-user",
  "shared-mc-user.mapped": "api-user",
  profile: "profile"
};

/** Values that are the name of a person. */
const PEOPLE: readonly string[] = ["by", "changedBy"];

/** Profiles that Salesforce gives to orgs, in English. Source: docs/sources.md, Access. In other languages they are masked. */
const STANDARD_PROFILES: readonly string[] = [
  "Standard User",
  "Standard Platform User",
  "Standard Platform One App User",
  "Read Only",
  "Marketing User",
  "Contract Manager",
  "Solution Manager",
  "Minimum Access - Salesforce",
  "Minimum Access - API Only Integrations",
  "Salesforce API Only System Integrations"
];

/** The permission set of the connected app, as Salesforce Help calls it: "Set Up Connected App Authentication". */
const APP_PERMISSION_SET = "Marketing Cloud Connected App";

/** `Label (et4ae5__Name)`: only a package can give its permission sets a name with its prefix. */
const OF_THE_PACKAGE = /^[^()]+ \(et4ae5__\w+\)$/;

/** Texts that are the same in every org. */
const EVERYWHERE: readonly string[] = [
  ...STANDARD_PROFILES,
  APP_PERMISSION_SET,
  ...CALIBRATION.systemAdministrators.map(({ name }) => name),
  ...CALIBRATION.appNames.map(({ name }) => name),
  ...CALIBRATION.ipRelaxations.map(({ label }) => label)
];

/**
 * Dates and sentences of the catalogue stay. A value that no list here knows is left out, so that a new check leaks
 * nothing.
 * @param of the check, or the sentence, that the values are for
 */
export function maskedValues(values: Values, of: string, pseudonyms: Pseudonyms): Values {
  const text = (name: string, value: string): string => {
    if (KEPT.includes(name) || KEPT.includes(`${of}.${name}`)) return value;
    if (EVERYWHERE.includes(value) || OF_THE_PACKAGE.test(value)) return value;
    if (PEOPLE.includes(name)) return pseudonyms.named(value);
    const thing = PSEUDONYM_KINDS[`${of}.${name}`] ?? PSEUDONYM_KINDS[name];
    return thing ? pseudonyms.thing(thing, value) : pseudonyms.hidden;
  };
  const masked = (name: string, value: Value): Value => {
    if (typeof value === "number") return KEPT.includes(name) ? value : pseudonyms.hidden;
    if (typeof value === "string") return text(name, value);
    return "date" in value || "texts" in value ? value : value.map((each) => text(name, each));
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, masked(name, value)]));
}
