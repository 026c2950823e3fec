import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { ROOT } from "../../build/project.ts";

export interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly $defs: Readonly<Record<string, Schema>>;
  readonly anyOf: readonly Schema[];
  readonly enum: readonly string[];
  readonly const: unknown;
}

/** docs/report.schema.json */
export const schema = JSON.parse(readFileSync(join(ROOT, "docs/report.schema.json"), "utf8")) as Schema;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

/** @returns what the schema has against it, by place */
export function faultsOf(report: unknown): string[] {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}
