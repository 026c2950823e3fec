import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "playwright-core";
import type { Finding } from "../../checklist/index.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { noChromium } from "../../scripts/chromium.ts";
import { startHarness, type Harness } from "../../scripts/browser/harness.ts";
import { say } from "./words.ts";
import { checked, rightAnswers } from "./wizard.ts";

const SCENARIO = "several-faults";
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

interface Card {
  readonly title: string;
  readonly faults: readonly Fault[];
}

/** The card that has the focus: the one that the plan led to. */
const cardInFocus = (page: Page): Promise<Card | null> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const host = (at?.getRootNode() as ShadowRoot | undefined)?.host as
      (Element & { findings?: Finding[]; finding?: Finding; alike?: Finding[] }) | undefined;
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
async function worth(page: Page): Promise<number> {
  const text = (await page.locator("[data-id=counts]").textContent()) ?? "";
  const count = (key: string): number => {
    const word = say(`count.${key}.one`).replace("{count} ", "");
    return Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
  };
  return count("blockers") * 100 + count("problems");
}

describe("a new admin, from the first look to healthy", { skip: noChromium() }, () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness.close());

  test("following the plan mends each fault, says so each time, never goes back, and ends healthy", async (t) => {
    const { page, checkScreen } = await harness.visit({ scenario: SCENARIO });
    await checked(page);
    const org = await harness.org(SCENARIO);
    const healthy = page.getByRole("heading", { level: 1, name: say("verdict.healthy") });
    let clicks = 0;
    let before = await worth(page);
    assert.ok(before > 0);

    for (let visit = 0; visit < 30 && (await healthy.count()) === 0; visit++) {
      await page.getByRole("button", { name: say("ui.show-it") }).click();
      clicks++;
      const card = await cardInFocus(page);
      assert.ok(card, "Show it leads to no card");
      t.diagnostic(`${card.title}: ${card.faults.map(({ check }) => check).join(", ")}`);
      const article = page
        .getByRole("article")
        .filter({ has: page.getByRole("heading", { name: card.title }) })
        .first();

      const broken = card.faults.filter(({ state }) => state === "fail" || state === "warn");
      if (broken.length > 0) {
        for (const fault of broken) {
          const mend = MENDS[fault.check];
          assert.ok(mend, `nobody knows how to mend ${fault.check}`);
          mend(org, fault);
        }
        await article.locator("[data-id=check] button").click();
        clicks++;
        const said = page.locator("p[data-id=answer]").first();
        await said.waitFor();
        assert.match((await said.innerText()).trim(), /^(?:Fixed\.|\d+ of \d+ fixed\.)/, card.title);
      } else {
        const questions = rightAnswers(page);
        const open = await questions.count();
        const undo = page.getByRole("button", { name: say("ui.confirm.undo"), exact: true });
        let answered = await undo.count();
        assert.ok(open > 0, `${card.title}: nothing to do`);
        for (let left = open; left > 0; left--) {
          await questions.first().click();
          clicks++;
          await undo.nth(answered++).waitFor();
        }
      }
      const now = await worth(page);
      assert.ok(now <= before, `${card.title}: from ${String(before)} to ${String(now)}`);
      before = now;
    }
    await healthy.waitFor();
    t.diagnostic(`clicks: ${String(clicks)}`);
    await checkScreen("walk-healthy");
  });
});
