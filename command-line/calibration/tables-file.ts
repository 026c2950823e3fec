import { readFile } from "node:fs/promises";
import { CALIBRATION, type Calibration } from "../../checklist/index.ts";
import { fileErrorOf, writeFileAtomically } from "../write-file-atomically.ts";
import { faultIn, inputError } from "./input-error.ts";
import { TABLES } from "./schema.ts";

const HEAD = `import type { Calibration } from "./known.ts";

/**
 * What the checks believe of the platform beyond what it tells: one fact to a line, and how it is known.
 * \`sf mcc calibrate --from\` adds what was observed (docs/calibration.md): JSON between the equals sign and the end.
 */
export const CALIBRATION: Calibration = `;

/** @returns the tables as \`checklist/calibration/table.ts\` has them */
export function tablesText(tables: Calibration): string {
  const list = (rows: readonly object[]): string => (rows.length ? `[\n${rows.map(line).join(",\n")}\n  ]` : "[]");
  const lists = Object.entries(tables).map(([name, rows]) => `  ${JSON.stringify(name)}: ${list(rows as object[])}`);
  return `${HEAD}{\n${lists.join(",\n")}\n};\n`;
}

const line = (row: object): string =>
  `    { ${Object.entries(row)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(", ")} }`;

/**
 * @returns the tables that a file holds, so that nothing in it is lost; those of this version where there is no such file
 * @throws {InputError} it holds something else
 */
export async function readTables(path: string): Promise<Calibration> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return CALIBRATION;
    throw inputError("unreadable", path, code ?? String(error));
  }
  const [, json] = /^export const CALIBRATION: Calibration = (\{[^]*\});\s*$/m.exec(text) ?? [];
  if (json === undefined) throw inputError("no-tables", path);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw inputError("no-json", path, (error as Error).message);
  }
  const parsed = TABLES.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path: place, message } = faultIn(parsed.error);
  throw inputError("no-tables-here", path, place, message);
}

/** @throws {InputError} it can't be written; what was there is still there */
export async function writeTables(path: string, tables: Calibration): Promise<void> {
  await writeFileAtomically(path, tablesText(tables)).catch((error: unknown) => {
    throw inputError("unwritable", path, fileErrorOf(error));
  });
}
