import type { Page } from "playwright-core";
import type { Finding } from "../../checklist/index.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { say } from "./words.ts";

/** The walk through several faults. */
export const SCENARIO = "several-faults";
const APP = "0H4000000000001";
const APP_SET = "0PS000000000011";
const ADMIN_PROFILE = "00e000000000001";
/** An assignment that nobody in the walk needs. */
const SPARE_ASSIGNMENT = "0Pa000000000025";
const ENDING_ASSIGNMENT = "0Pa000000000006";

type Fault = Pick<Finding, "check" | "case" | "state"> & { readonly user: string };

/** What a hand does in Setup, by the check that asks for it. */
const MENDS: Readonly<Record<string, (org: EmbeddedOrg, fault: Fault) => void>> = {
  "app-access": (org, { case: name, user }) =>
    name === "none"
      ? org.change("PermissionSetAssignment", SPARE_ASSIGNMENT, { AssigneeId: user, PermissionSetId: APP_SET })
      : org.change("PermissionSetAssignment", ENDING_ASSIGNMENT, { ExpirationDate: null }),
  "permitted-users": (org) => org.change("ConnectedApplication", APP, { OptionsAllowAdminApprovedUsersOnly: true }),
  // The audit trail's newest entry of it says then what was saved.
  "ip-relaxation": (org) =>
    org.change("SetupAuditTrail", "0Ym000000000001", {
      Display:
        "Changed connected app Salesforce Marketing Cloud IP relaxation setting from Enforce IP restrictions to Relax IP restrictions"
    }),
  "user-active": (org, { user }) => org.change("User", user, { IsActive: true }),
  "user-license": (org, { user }) => org.change("User", user, { ProfileId: ADMIN_PROFILE }),
  "user-profile": (org, { user }) => org.change("User", user, { ProfileId: ADMIN_PROFILE }),
  "marketing-user": (org, { user }) => org.change("User", user, { UserPermissionsMarketingUser: true }),
  "appexchange-user": (org, { user }) => org.change("User", user, { et4ae5__ExactTargetForAppExchangeUser__c: true }),
  "appexchange-admin": (org, { user }) => org.change("User", user, { et4ae5__ExactTargetForAppExchangeAdmin__c: true }),
  "user-sign-in": (org) => org.change("VerificationHistory", "0YC000000000001", { VerificationMethod: "U2F" }),
  // Access was given: the next sign-ins are let in.
  "user-logins": (org) => {
    for (const id of ["0Ya000000000001", "0Ya000000000002"]) org.change("LoginHistory", id, { Status: "Success" });
  },
  // Once the rest is mended, sends go through again.
  "send-errors": (org) => {
    for (const id of ["a04000000000001", "a04000000000002", "a04000000000003"])
      org.change("et4ae5__SendDefinition__c", id, { et4ae5__SendStatus__c: "Completed" });
    for (const id of ["a05000000000001", "a05000000000002"])
      org.change("et4ae5__Triggered_Send_Execution__c", id, { et4ae5__Status__c: "Completed" });
  }
};

export interface Card {
  readonly title: string;
  readonly faults: readonly Fault[];
}

/**
 * Mends in the org all that a card says is broken.
 * @returns whether something was
 * @throws {Error} nobody knows how to mend it
 */
export function mend(org: EmbeddedOrg, { faults }: Card): boolean {
  const broken = faults.filter(({ state }) => state === "fail" || state === "warn");
  for (const fault of broken) {
    const mends = MENDS[fault.check];
    if (!mends) throw new Error(`nobody knows how to mend ${fault.check}`);
    mends(org, fault);
  }
  return broken.length > 0;
}

/** The card that has the focus: the one that the plan led to. */
export const cardInFocus = (page: Page): Promise<Card | null> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const host: (Element & { findings?: Finding[]; finding?: Finding; alike?: Finding[] }) | undefined = (
      at?.getRootNode() as ShadowRoot | undefined
    )?.host;
    const findings = host?.findings ?? (host?.finding ? [host.finding, ...(host.alike ?? [])] : null);
    return (
      findings && {
        title: host?.shadowRoot?.querySelector("h3")?.textContent.trim() ?? "",
        faults: findings.map(({ check, case: name, state, subject }) => {
          return { check, case: name, state, user: subject?.id ?? "" };
        })
      }
    );
  });

/** How bad it is: it may only become less. */
export async function worth(page: Page): Promise<number> {
  const text = (await page.locator("[data-id=counts]").textContent()) ?? "";
  const count = (key: string): number => {
    const word = say(`count.${key}.one`).replace("{count} ", "");
    return Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
  };
  return count("blockers") * 100 + count("problems");
}
