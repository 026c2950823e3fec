import { z } from "zod";
import type { RestConnection } from "../../command-line/evidence/rest-query.ts";
import { FIX_REASONS } from "../../command-line/fix/fix-answer.ts";
import { fixerOver } from "../../command-line/fix/fixer.ts";
import { isAllowed } from "../../command-line/fix/stored-change.ts";
import { orgRecords } from "../../command-line/fix/org-records.ts";
import type { Scenario } from "../embedded-org/scenario.ts";
import type { ApexMethods } from "./apex.ts";

const ID = z
  .string()
  .nullish()
  .transform((id) => id ?? null);

/** See the Apex class MccChangeInput. */
const CHANGES = z.array(
  z
    .object({
      finding: z.string().nullish(),
      check: z.string(),
      operation: z.string(),
      objectName: z.string(),
      recordId: ID,
      personId: ID,
      permissionSetId: ID,
      appId: ID,
      field: ID,
      before: z.boolean().nullish(),
      after: z.boolean().nullish(),
      undoes: ID
    })
    .transform((change) => ({
      Finding__c: change.finding ?? "",
      Check__c: change.check,
      Operation__c: change.operation,
      Object__c: change.objectName,
      Record__c: change.recordId,
      Person__c: change.personId,
      Permission_Set__c: change.permissionSetId,
      App__c: change.appId,
      Field__c: change.field,
      Before__c: change.before === true,
      After__c: change.after === true,
      Undoes__c: change.undoes
    }))
);
const CLOSING = z.object({
  changeId: z.string(),
  reason: z.enum(FIX_REASONS).nullish(),
  message: z.string().nullish()
});

/**
 * The methods of the Apex class MccFixer over an embedded org: what `sf mcc fix` does, over the org's own REST API.
 * @param connection signed in to the embedded org
 */
export function fixerMethods(
  connection: RestConnection & { readonly version?: string },
  { viewerId, organizationId: orgId, clock: now }: Pick<Scenario, "viewerId" | "organizationId" | "clock">
): ApexMethods {
  const fixer = fixerOver({ records: orgRecords(connection), viewerId, orgId, now });
  return {
    "MccFixer.mayFix": async () => ({ fix: await fixer.mayFix().catch(() => false) }),
    "MccFixer.intend": async ({ plan, changes }) => {
      const read = CHANGES.parse(changes);
      // As Apex does. Whether one may fix at all, comes first.
      const foreign = read.find((change) => change.Undoes__c === null && !isAllowed(change));
      if (foreign && (await fixer.mayFix()))
        throw new Error(`MCC Health does not make this change: ${foreign.Operation__c}`);
      return fixer.intend(z.string().min(1).parse(plan), read);
    },
    "MccFixer.act": ({ changeId }) => fixer.act(z.string().parse(changeId)),
    "MccFixer.close": (params) => {
      const { changeId, reason = null, message = null } = CLOSING.parse(params);
      return fixer.close(changeId, reason, message);
    }
  };
}

/** The methods of MccFixer over an org that is only read: nothing can be asked of it but whether one may. */
export const noFixer: ApexMethods = { "MccFixer.mayFix": () => Promise.resolve({ fix: false }) };
