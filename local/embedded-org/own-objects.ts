import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import type { FieldType } from "./fields.ts";
import type { FieldExtension, FieldRules, ObjectExtension } from "./schema.ts";

const OBJECTS = join(import.meta.dirname, "../../force-app/main/default/objects");
const SUFFIX = ".field-meta.xml";

/** Field types of the Metadata API that this package uses, as the embedded org names them. */
const TYPES: Readonly<Record<string, FieldType>> = {
  Text: "string",
  LongTextArea: "string",
  Checkbox: "boolean",
  Number: "double",
  DateTime: "datetime"
};

interface FieldFile {
  readonly CustomField: {
    readonly type: string;
    readonly referenceTo?: string;
    readonly length?: string;
    readonly required?: string;
    readonly unique?: string;
  };
}

interface ObjectFile {
  readonly CustomObject: { readonly nameField: { readonly displayFormat?: string } };
}

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });

/**
 * The custom objects of MCC Health itself, read from the metadata that is deployed.
 * @param folder a project's `objects/`
 * @throws {Error} names a field of an unsupported type
 */
export function ownObjects(folder = OBJECTS): ObjectExtension[] {
  return readdirSync(folder).map((name) => {
    const { CustomObject } = parsed(join(folder, name, `${name}.object-meta.xml`)) as ObjectFile;
    const { displayFormat } = CustomObject.nameField;
    const files = readdirSync(join(folder, name, "fields")).filter((file) => file.endsWith(SUFFIX));
    return {
      name,
      ...(displayFormat !== undefined && { nameFormat: displayFormat }),
      fields: Object.fromEntries(
        files.map((file) => [basename(file, SUFFIX), fieldOf(join(folder, name, "fields", file))])
      )
    };
  });
}

const parsed = (file: string): unknown => parser.parse(readFileSync(file, "utf8"));

function fieldOf(file: string): FieldExtension {
  const { type, referenceTo, length, required, unique } = (parsed(file) as FieldFile).CustomField;
  const rules: FieldRules = {
    ...(length !== undefined && { length: Number(length) }),
    ...(required === "true" && { required: true }),
    ...(unique === "true" && { unique: true })
  };
  if (referenceTo !== undefined) return { referenceTo, ...rules };
  const known = TYPES[type];
  if (!known)
    throw new Error(`${file}: the embedded org does not support the field type "${type}". Add it to own-objects.ts.`);
  return { type: known, ...rules };
}
