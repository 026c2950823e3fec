import { applyEdits, modify, parse } from "jsonc-parser";
import { z } from "zod";

/** What `sf package create` writes into sfdx-project.json. The last part stays NEXT: Salesforce counts the builds. */
const NUMBER = /^(\d+)\.(\d+)\.(\d+)\.NEXT$/;
const PLACE = ["packageDirectories", 0, "versionNumber"];

/** What `sf package version list --released --json` prints. */
const RELEASED = z.object({
  status: z.literal(0),
  result: z.array(z.object({ Version: z.string().regex(/^\d+\.\d+\.\d+\.\d+$/), IsReleased: z.literal(true) }))
});

/** Major, minor and patch. */
type VersionNumber = readonly [number, number, number];

/**
 * Salesforce promotes one version of each number, ever.
 * @param project the text of sfdx-project.json
 * @param listed what `sf package version list --released --json` printed
 * @returns the number that the next version gets
 * @throws {Error} when a version of it is released already, or either text can't be read
 */
export function freeNumber(project: string, listed: string): string {
  const number = numberIn(project).join(".");
  const taken = RELEASED.parse(JSON.parse(listed)).result.find(({ Version }) => Version.startsWith(`${number}.`));
  if (taken)
    throw new Error(
      `${taken.Version} is released, and Salesforce releases ${number} only once. Merge the pull request that raises ` +
        "versionNumber in sfdx-project.json; where there is none, run the failed jobs of that release again."
    );
  return number;
}

/**
 * @param project the text of sfdx-project.json
 * @returns the text with the next minor number in it, and otherwise as it was
 * @throws {Error} when there is no number
 */
export function withNextNumber(project: string): string {
  const [major, minor] = numberIn(project);
  return applyEdits(project, modify(project, PLACE, `${major}.${minor + 1}.0.NEXT`, {}));
}

function numberIn(project: string): VersionNumber {
  const { packageDirectories } = parse(project) as { packageDirectories: { versionNumber?: string }[] };
  const text = packageDirectories[0]?.versionNumber ?? "";
  const [, major, minor, patch] = NUMBER.exec(text) ?? [];
  if (patch === undefined)
    throw new Error(
      `versionNumber in sfdx-project.json is "${text}", and should be like 0.1.0.NEXT. ` +
        "`sf package create` writes the first one."
    );
  return [Number(major), Number(minor), Number(patch)];
}
