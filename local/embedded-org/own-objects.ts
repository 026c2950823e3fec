import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import type { FieldType } from "./fields.ts";
import type { FieldExtension, ObjectExtension } from "./schema.ts";

const OBJECTS = join(import.meta.dirname, "../../force-app/main/default/objects");
const SUFFIX = ".field-meta.xml";

/** Field types of the Metadata API that this package uses, as the embedded org names them. */
const TYPES: Readonly<Record<string, FieldType>> = {
  Text: "string",
  LongTextArea: "string",
  Checkbox: "boolean",
  Number: "double"
};

interface FieldFile {
  readonly CustomField: { readonly fullName: string; readonly type: string; readonly referenceTo?: string };
}

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });

/**
 * The custom objects that MCC Health itself brings to an org, read from what is deployed.
 * @param folder a project's `objects/`
 * @throws {Error} names a field of a type that is not known here
 */
export function ownObjects(folder = OBJECTS): ObjectExtension[] {
  return readdirSync(folder).map((name) => {
    const files = readdirSync(join(folder, name, "fields")).filter((file) => file.endsWith(SUFFIX));
    return {
      name,
      fields: Object.fromEntries(
        files.map((file) => [basename(file, SUFFIX), fieldOf(join(folder, name, "fields", file))])
      )
    };
  });
}

function fieldOf(file: string): FieldExtension {
  const { type, referenceTo } = (parser.parse(readFileSync(file, "utf8")) as FieldFile).CustomField;
  if (referenceTo !== undefined) return { referenceTo };
  const known = TYPES[type];
  if (!known) throw new Error(`${file}: the embedded org knows no field type "${type}": add it to own-objects.ts.`);
  return known;
}
