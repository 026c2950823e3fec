import { Messages } from "@salesforce/core";
import type { z } from "zod";
import { CHECKS, type Basis } from "../../checklist/index.ts";
import type { FileConfirmation } from "./confirmations-file.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.confirm");

/**
 * @param now a word from later than this was not spoken yet
 * @returns what a file of confirmations must be; its errors go on after the place: `must be true or false`
 */
export async function fileShape(now: Date): Promise<z.ZodType<{ confirmations: FileConfirmation[] }>> {
  // Loaded where a file is read only: most checks have none.
  const { z } = await import("zod");
  const id = (prefix: string, error: string) => z.string(error).regex(new RegExp(`^${prefix}\\w{12,15}$`), error);
  const basis = must("basis");
  return z.strictObject(
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
            note: z.string(must("note")),
            by: z.string(must("by")).min(1, must("by")),
            at: z.iso
              .datetime({ offset: true, error: must("at") })
              .refine((at) => Date.parse(at) <= now.getTime(), messages.getMessage("shape.to-come")),
            // A part that no check knows makes the word lapse, as in the org.
            basis: z.record(z.string(), z.string(basis), basis).transform((parts) => parts as Basis)
          },
          { error: tooManyOr(must("word")) }
        ),
        must("confirmations")
      )
    },
    { error: tooManyOr(must("file")) }
  );
}

const must = (field: string): string => messages.getMessage(`shape.${field}`);

/** @returns names the fields that do not belong there, else says what must be there */
const tooManyOr =
  (error: string) =>
  (issue: { readonly code?: string; readonly keys?: readonly string[] }): string =>
    issue.code === "unrecognized_keys"
      ? messages.getMessage("shape.too-many", [(issue.keys ?? []).map((key) => JSON.stringify(key)).join(", ")])
      : error;
