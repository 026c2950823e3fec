import { createRequire } from "node:module";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Problem } from "../problems.ts";
import type { JsonFile } from "./json-file.ts";

const require = createRequire(import.meta.url);
const OPTIONS = { allErrors: true, verbose: true, strict: false, validateFormats: false };

/**
 * A schema that Salesforce publishes in `@salesforce/schemas`. Its own lets a scratch definition have any key, and so
 * lets a misspelt one pass.
 */
export const publishedSchema = (name: "project-scratch-def" | "sfdx-project"): ValidateFunction =>
  new Ajv(OPTIONS).compile({
    ...(require(`@salesforce/schemas/${name}.schema.json`) as object),
    additionalProperties: false
  });

/** @returns what a schema has against a file, each at its line */
export function schemaProblems(validate: ValidateFunction, file: JsonFile): Problem[] {
  if (validate(file.value)) return [];
  const errors = validate.errors ?? [];
  // Of a choice, each branch complains before the choice does.
  const choices = errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath);
  return errors
    .filter(({ instancePath, keyword }) => keyword === "anyOf" || !choices.includes(instancePath))
    .map((error) => file.problem(placeOf(error), messageOf(error)));
}

function placeOf({ instancePath, params }: ErrorObject): (string | number)[] {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const { additionalProperty } = params as { additionalProperty?: string };
  return additionalProperty === undefined ? path : [...path, additionalProperty];
}

function messageOf({ keyword, params, message = "", data, instancePath }: ErrorObject): string {
  const { additionalProperty, allowedValues } = params as { additionalProperty?: string; allowedValues?: unknown[] };
  const name = instancePath.slice(1) || "The file";
  if (additionalProperty !== undefined) return `Salesforce knows no "${additionalProperty}" here.`;
  if (allowedValues) return `${name} takes one of ${allowedValues.join(", ")}.`;
  return keyword === "anyOf"
    ? `Salesforce knows no such value for ${name}: ${JSON.stringify(data)}.`
    : `${name} ${message}.`;
}
