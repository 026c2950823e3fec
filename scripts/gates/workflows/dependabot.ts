import { z } from "zod";

const NAME = z.string().min(1);
const PATTERNS = z.array(NAME).nonempty();

/** As far as we use it. Source: docs.github.com, "Dependabot options reference". */
const UPDATE = z
  .strictObject({
    "package-ecosystem": z.enum(["npm", "github-actions"]),
    directory: NAME.optional(),
    directories: PATTERNS.optional(),
    schedule: z.strictObject({ interval: z.enum(["daily", "weekly", "monthly"]) }),
    "versioning-strategy": z.enum(["auto", "increase", "increase-if-necessary", "lockfile-only", "widen"]).optional(),
    "commit-message": z.strictObject({ prefix: z.string().max(50) }).optional(),
    groups: z.record(NAME, z.strictObject({ patterns: PATTERNS })).optional(),
    ignore: z
      .array(z.strictObject({ "dependency-name": NAME, versions: PATTERNS.optional() }))
      .nonempty()
      .optional()
  })
  .refine((update) => (update.directory === undefined) !== (update.directories === undefined), {
    error: 'It has either "directory" or "directories".'
  });

/** What `.github/dependabot.yml` may hold. GitHub tells of an error in it on a page that nobody looks at. */
export const DEPENDABOT = z.strictObject({ version: z.literal(2), updates: z.array(UPDATE).nonempty() });
