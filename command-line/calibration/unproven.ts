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
    id: "attaching",
    question: "Can a permission set be attached to the app over the API, and detached again?",
    restsOn: "app-permission-set offers to attach one only where each org that tried has shown it"
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
    id: "connection-fields",
    question:
      "Do the connector's configuration, its business units, and Marketing Cloud Username of users mean what they are called, and how many configurations does an org have that was disconnected, or with Multi-Org?",
    restsOn:
      "connector-configured, business-units-enabled and shared-mc-user: they warn or ask, and shared-mc-user fails where two people have one Marketing Cloud Username",
    byHand:
      "In a connected org, in one that was disconnected, and in one with Multi-Org, count the records of et4ae5__Configuration__c and et4ae5__Business_Unit__c, and say which fields are filled, without their values."
  },
  {
    id: "sandbox-date",
    question:
      "Is Organization.CreatedDate of a sandbox the moment of its copy, and does anything but a person write the configuration?",
    restsOn: "sandbox-copy asks a person, and passes only where a user is older than the org",
    byHand:
      "In a sandbox, compare CreatedDate of Organization with the day of its refresh, and LastModifiedDate of et4ae5__Configuration__c with when somebody connected it."
  },
  {
    id: "what-a-gap-stops",
    question:
      "What stops when a packaged permission set, a field, or API Enabled is missing, when a password is locked, or when the app requires a high assurance session?",
    restsOn:
      "connector-permission-sets, system-user-data-access, user-api-enabled, user-locked and session-level: they warn, but for the system user's API Enabled and a frozen user",
    byHand:
      "In a test org, take one away at a time, send and wait for results, and name what failed, with the words of the login history or of the send."
  },
  {
    id: "hidden-permissions",
    question:
      "Do FieldPermissions, ObjectPermissions and AsyncApexJob answer with no rows, or with an error, where an org lacks a field or an object, and do they tell of a managed package?",
    restsOn: "system-user-data-access and package-jobs: an error makes them unknown",
    byHand:
      "Run checklist/queries/secured-fields.soql, secured-objects.soql, system-user-fields.soql and failed-package-jobs.soql with sf data query --file in an org without one of the fields, and name the error, if one comes."
  },
  {
    id: "sign-in-factors",
    question:
      "Which sign-ins leave a row in VerificationHistory, with which method, single sign-on and registering included?",
    restsOn: "user-sign-in warns where it saw no phishing-resistant factor",
    byHand:
      "Sign in with a passkey, with a security key, and through single sign-on, and note Verification Method and Status of the rows."
  },
  {
    id: "external-client-app",
    question:
      "Does any version of the package have Marketing Cloud sign in through an External Client App instead of the connected app?",
    restsOn: "app-installed would say that the app is missing, and the checks of the app would not apply",
    byHand:
      "In Setup, External Client App Manager and Login History, look for the app that Marketing Cloud signs in through, and name its kind."
  },
  {
    id: "marketing-cloud-settings",
    question:
      "Are the three security settings of Marketing Cloud where the steps say, and do API users stop as described?",
    restsOn: "mc-password-expiry, mc-login-inactivity and mc-ip-allowlist ask a person",
    byHand: "In Marketing Cloud, follow the steps of the three checks, and name each label that is another."
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
