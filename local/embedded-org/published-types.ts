import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { publicFields, type JavaField } from "./class-file.ts";

/** Where the jar keeps one class per sObject. */
const FOLDER = "com/nawforce/runforce/SObjects/";

/** Salesforce's published sObject types. Fields are read when they are first used. */
export interface PublishedTypes {
  readonly names: readonly string[];
  /** @returns the fields of the object with exactly this name */
  fields(name: string): JavaField[];
}

/**
 * Opens the sObject types that `@salesforce/code-analyzer-pmd-engine` ships as a jar of Java classes. No Java needed.
 * @throws {Error} the package is not installed, or no longer ships the types
 */
export function openPublishedTypes(): PublishedTypes {
  const engine = createRequire(import.meta.url).resolve("@salesforce/code-analyzer-pmd-engine");
  const folder = join(dirname(engine), "java-lib");
  const jar = readdirSync(folder).find((file) => /^sobject-types-.*\.jar$/.test(file));
  if (jar === undefined) throw new Error(`${folder} holds no sobject-types jar: the schema has no source.`);
  const bytes = readFileSync(join(folder, jar));

  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      if (name.startsWith(FOLDER) && name.endsWith(".class")) names.push(name.slice(FOLDER.length, -".class".length));
      return false;
    }
  });

  const known = new Map<string, JavaField[]>();
  return {
    names,
    fields(name) {
      const cached = known.get(name);
      if (cached) return cached;
      const path = `${FOLDER}${name}.class`;
      const entry = unzipSync(bytes, { filter: (file) => file.name === path })[path];
      if (!entry) throw new Error(`${jar} holds no class ${path}.`);
      const fields = publicFields(entry);
      known.set(name, fields);
      return fields;
    }
  };
}
