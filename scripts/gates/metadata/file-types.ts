import { createRequire } from "node:module";
import { basename } from "node:path";

interface Registry {
  readonly suffixes: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, RegistryType>>;
}

interface RegistryType {
  readonly name: string;
  readonly suffix?: string;
  readonly children?: { readonly types: Readonly<Record<string, RegistryType>> };
}

const { types } = createRequire(import.meta.url)(
  "@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json"
) as Registry;

const BY_SUFFIX = new Map(
  Object.values(types)
    // A type after its parts, so that `labels` names the file and not a label in it.
    .flatMap((type) => [...Object.values(type.children?.types ?? {}), type])
    .flatMap(({ suffix, name }): [string, string][] => (suffix === undefined ? [] : [[suffix, name]]))
);
// A Lightning web component's file is called after its script.
BY_SUFFIX.set("js", "LightningComponentBundle");

/** @returns the full name and the metadata type that a file's name tells; no type where Salesforce has none of it */
export function namedBy(file: string): { readonly fullName: string; readonly type: string | undefined } {
  const [, fullName = "", suffix = ""] = /^(.*)\.(\w+)-meta\.xml$/.exec(basename(file)) ?? [];
  return { fullName, type: BY_SUFFIX.get(suffix) };
}
