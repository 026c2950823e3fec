import { Messages } from "@salesforce/core";
import { answerIn, CHECKS, type Basis, type Confirmation, type MarketingCloudAnswer } from "../../checklist/index.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.confirm");

/** What a person saw, as the org would save it, and in which org: one file may serve several. */
export interface FileConfirmation extends Confirmation {
  readonly orgId: string;
}

/**
 * @param value what the file holds, as JSON
 * @param now a confirmation cannot be of a later moment
 * @returns its confirmations, or what is wrong with each place: `confirmations[3].holds: must be true or false`
 */
export async function confirmationsOf(
  value: unknown,
  now: Date
): Promise<{ readonly confirmations: FileConfirmation[]; readonly problems: readonly string[] }> {
  // Loaded where a file is read only: most checks have none.
  const { z } = await import("zod");
  const id = (prefix: string, error: string) => z.string(error).regex(new RegExp(`^${prefix}\\w{12,15}$`), error);
  const basis = must("basis");
  const shape = z.strictObject(
    {
      confirmations: z.array(
        z.strictObject(
          {
            orgId: id("00D", must("orgId")),
            check: z.enum(
              CHECKS.map(({ id }) => id),
              must("check")
            ),
            subjectId: id("005", must("subjectId")).nullable(),
            holds: z.boolean(must("holds")),
            // One that no check knows makes the confirmation lapse, as in the org.
            answer: z.string(must("answer")).exactOptional(),
            note: z.string(must("note")),
            by: z.string(must("by")).min(1, must("by")),
            at: z.iso
              .datetime({ offset: true, error: must("at") })
              .refine((at) => Date.parse(at) <= now.getTime(), messages.getMessage("shape.to-come")),
            // A part that no check knows makes the confirmation lapse, as in the org.
            basis: z.record(z.string(), z.string(basis), basis).transform((parts) => parts as Basis),
            marketingCloud: z
              .custom<MarketingCloudAnswer>((value) => answerIn(value) !== undefined, must("marketingCloud"))
              .exactOptional()
          },
          { error: tooManyOr(must("confirmation")) }
        ),
        must("confirmations")
      )
    },
    { error: tooManyOr(must("file")) }
  );
  const { data, error } = shape.safeParse(value);
  if (data) return { confirmations: data.confirmations, problems: [] };
  const problems = error.issues.map(
    ({ path, message }) => `${z.core.toDotPath(path) || messages.getMessage("shape.the-file")}: ${message}`
  );
  return { confirmations: [], problems };
}

const must = (field: string): string => messages.getMessage(`shape.${field}`);

/** @returns names the fields that do not belong there, else says what must be there */
const tooManyOr =
  (error: string) =>
  (issue: { readonly code?: string; readonly keys?: readonly string[] }): string =>
    issue.code === "unrecognized_keys"
      ? messages.getMessage("shape.too-many", [(issue.keys ?? []).map((key) => JSON.stringify(key)).join(", ")])
      : error;
