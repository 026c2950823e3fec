/** Something that the checks believe, or might use, and that no org has proved. */
export interface Unproven {
  /** docs/unproven.md names each, in this order. */
  readonly id: string;
  readonly question: string;
  /** What would be wrong if the answer were not as believed. */
  readonly restsOn: string;
  /** How a person answers it, where `sf mcc calibrate` can't ask an org. */
  readonly byHand?: string;
}

/** The one list of them. */
export const UNPROVEN = [
  {
    id: "refresh-token-values",
    question: "Which values does ConnectedApplication show for each Refresh Token Policy?",
    restsOn: "refresh-token-policy asks a person instead of passing"
  },
  {
    id: "app-name",
    question: "What is the connected app called, and in which namespace is it?",
    restsOn: "app-installed, and with it every check of the app"
  },
  {
    id: "user-mode",
    question: "What does Apex in user mode hide of connected apps, the audit trail and the package license?",
    restsOn: "in the tab, every check that reads them",
    byHand:
      "REST queries follow the API's own rules. In the Developer Console, Debug, Open Execute Anonymous Window, run the " +
      "Apex below as the person who would use the tab, and add what it logs."
  },
  {
    id: "hidden-rows",
    question: "Which queries answer with no rows or an error, with which permissions?",
    restsOn: "viewer-access, and which permissions a finding tells to ask for"
  },
  {
    id: "audit-trail-entries",
    question: "Does the audit trail record changes to the policies of an app that another org owns?",
    restsOn: "ip-relaxation, and when a confirmation lapses"
  },
  {
    id: "audit-trail-wording",
    question: "In which words and language does it tell of them?",
    restsOn: "ip-relaxation"
  },
  {
    id: "app-date",
    question: "Does an edit of its policies move the app's LastModifiedDate?",
    restsOn: "when a confirmation of ip-relaxation or refresh-token-policy lapses"
  },
  {
    id: "permitted-users-twice",
    question: "Does AppMenuItem tell the same of Permitted Users as ConnectedApplication?",
    restsOn: "nothing yet; it could support permitted-users"
  },
  {
    id: "group-access",
    question: "Does a permission set group give access to the app through its own set?",
    restsOn: "app-access follows both roads"
  },
  {
    id: "system-administrator-names",
    question: "What is the profile System Administrator called in each language?",
    restsOn: "user-profile: a name that is missing is a warning, never a pass"
  },
  {
    id: "connector-username",
    question: "What does Username in the connector's configuration hold?",
    restsOn: "the first suggestion for the system user"
  },
  {
    id: "connector-fields",
    question: "Which fields of the connector's configuration are filled?",
    restsOn: "nothing yet"
  },
  {
    id: "results-words",
    question: "Which words stand in the login history, and in the sends, for what went well and what did not?",
    restsOn: "user-logins, send-errors, tracking-fresh and package-jobs",
    byHand:
      "In Login History, note Application, Login Type and Status of the app's rows, in which language you see them; of an " +
      "email send that failed, Send Status and Messages without names."
  },
  {
    id: "marketing-cloud-script",
    question:
      "Does the script for Marketing Cloud run in the preview of a CloudPages landing page, and is its answer taken?",
    restsOn:
      "api-user-flag, api-user-roles and api-user-business-units, where somebody pastes Marketing Cloud's answer",
    byHand:
      "Run the script that the tab shows in the step Marketing Cloud, paste what it writes, and name the refusal if it is " +
      "not taken. The answer names a user: leave it out."
  },
  {
    id: "setup-addresses",
    question: "Do the Setup addresses lead to the pages that they should?",
    restsOn: "the links of the fixes",
    byHand: "Open each in the org, and name those that lead elsewhere."
  },
  {
    id: "package-build",
    question: "Do the Apex tests pass, can a package version be created, and does the tab load, also in Swedish?",
    restsOn: "the install",
    byHand:
      "sf project deploy start --source-dir force-app --test-level RunLocalTests, and sf package version create; then " +
      "install that version for admins only; open the tab in Swedish, and download a report."
  }
] as const satisfies readonly Unproven[];

export type UnprovenId = (typeof UNPROVEN)[number]["id"];
