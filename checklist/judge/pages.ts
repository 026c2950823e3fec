/** A page that a fix leads to. `{id}` in the path is the record's Id. */
interface Page {
  readonly path: string;
  /** Where the address comes from; "unproven" ones lead to a list instead of a record. */
  readonly source: string;
}

/**
 * The one table of addresses. Setup addresses are not documented by Salesforce; the sources named here are in wide use.
 * The labels of the links are the messages `page.<id>`.
 */
export const PAGES = {
  "manage-connected-apps": {
    path: "/lightning/setup/ConnectedApplication/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  "connected-app": {
    path: "/lightning/setup/ConnectedApplication/page?address=%2F{id}",
    source:
      "three published tools and a set-up script, with the Id that SOQL gives; unproven for the app of another vendor"
  },
  "connected-apps-usage": {
    path: "/lightning/setup/ConnectedAppsUsage/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  user: {
    path: "/lightning/setup/ManageUsers/page?address=%2F{id}%3Fnoredirect%3D1%26isUserEntityOverride%3D1",
    source: "Salesforce Inspector Reloaded and OrgCheck"
  },
  users: {
    path: "/lightning/setup/ManageUsers/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  "permission-sets": {
    path: "/lightning/setup/PermSets/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  "manage-assignments": {
    path: "/lightning/setup/PermSets/{id}/PermissionSetAssignment/home",
    source: "used by four published applications"
  },
  "installed-packages": {
    path: "/lightning/setup/ImportedPackage/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  "audit-trail": {
    path: "/lightning/setup/SecurityEvents/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  "login-history": {
    path: "/lightning/setup/OrgLoginHistory/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  "apex-jobs": {
    path: "/lightning/setup/AsyncApexJobs/home",
    source: "Salesforce Inspector Reloaded, addon/setup-links.js"
  },
  "individual-email-results": {
    path: "/lightning/o/et4ae5__IndividualEmailResult__c/list",
    source: "LWC Developer Guide, standard__objectPage"
  },
  "email-sends": {
    path: "/lightning/o/et4ae5__SendDefinition__c/list",
    source: "LWC Developer Guide, standard__objectPage; the object's tab is packaged"
  },
  "marketing-cloud": {
    path: "https://mc.exacttarget.com",
    source: "sign-in page of Marketing Cloud Engagement; deep links into its Setup are not established"
  }
} as const satisfies Record<string, Page>;

export type PageId = keyof typeof PAGES;

/** @returns the address; `{id}` is filled in, encoded */
export function addressOf({ page, id }: { readonly page: PageId; readonly id?: string }): string {
  return PAGES[page].path.replace("{id}", encodeURIComponent(id ?? ""));
}
