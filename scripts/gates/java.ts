import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The jars that Salesforce Code Analyzer's PMD engine comes with: PMD, the Apex checker, the platform's own types. */
const JARS = join(
  dirname(createRequire(import.meta.url).resolve("@salesforce/code-analyzer-pmd-engine")),
  "java-lib",
  "*"
);

/** A run of seconds is over before the second compiler and parallel garbage collection pay: this halves the work. */
const SHORT_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

/** @returns what Java says of itself, or nothing where there is none that starts */
export function javaVersion(): string | undefined {
  const { status, stderr } = spawnSync("java", ["-version"], { encoding: "utf8" });
  return status === 0 ? stderr : undefined;
}

/** @returns why nothing of this can run here, or nothing when it can */
export function whyNoJava(): string | undefined {
  return javaVersion() === undefined
    ? "It needs Java 11 or later, and `java` was not found or does not start."
    : undefined;
}

/** How a Java program ended. */
export interface JavaRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a class of the jars.
 * @throws {Error} when Java does not start
 */
export function runJava(mainClass: string, args: readonly string[]): Promise<JavaRun> {
  return new Promise((resolve, reject) => {
    const child = spawn("java", [...SHORT_RUN, "-cp", JARS, mainClass, ...args]);
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
