import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { ROOT } from "../../build/project.ts";
import { requireVersionId, withInstallLink } from "./install-link.ts";
import { freeNumber, withNextNumber } from "./version-number.ts";

/** What `sf package version create --json` printed. */
interface Created {
  readonly result?: { readonly SubscriberPackageVersionId?: string };
}

const README = join(ROOT, "README.md");
const PROJECT = join(ROOT, "sfdx-project.json");
const standardInput = (): string => readFileSync(0, "utf8");

const program = new Command("npm run release --").description(
  "What a release does besides calling the Salesforce CLI."
);

program
  .command("free")
  .description("reads what sf listed as released, and ends with 3 where the next number is among it")
  .action(() => console.log(`${freeNumber(readFileSync(PROJECT, "utf8"), standardInput())} is free.`));

program
  .command("id")
  .description("reads what sf printed of the version that it created, and prints its id")
  .action(() => {
    const id = (JSON.parse(standardInput()) as Created).result?.SubscriberPackageVersionId ?? "";
    requireVersionId(id);
    console.log(id);
  });

program
  .command("announce")
  .argument("<id>", "the package version, 04t…")
  .description("puts the links to that version into the README, and raises the number in sfdx-project.json")
  .action((id: string) => {
    const readme = withInstallLink(readFileSync(README, "utf8"), id);
    const project = withNextNumber(readFileSync(PROJECT, "utf8"));
    writeFileSync(README, readme);
    writeFileSync(PROJECT, project);
  });

try {
  program.parse();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 3;
}
