import type { Problem } from "../problems.ts";
import { jobsOf } from "./steps.ts";
import type { YamlFile } from "./yaml-file.ts";

/**
 * Finds actions of others that are not named by their commit. A tag can be moved to other code. Dependabot raises the
 * commit and the version behind it together.
 */
export const pinProblems = (file: string, yaml: YamlFile): Problem[] =>
  jobsOf(yaml).flatMap(({ steps }) =>
    steps.flatMap(({ uses, path }) => {
      const place = [...path, "uses"];
      const pinned = /@[0-9a-f]{40}$/.test(uses) && /^ v\d+\.\d+\.\d+$/.test(yaml.commentAt(place));
      if (uses === "" || uses.startsWith("./") || pinned) return [];
      const message = `Name ${uses} by its commit, with the version behind it: owner/name@COMMIT # v1.2.3.`;
      return [{ file, line: yaml.lineOf(place), message }];
    })
  );
