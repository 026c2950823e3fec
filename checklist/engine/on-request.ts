import type { QueryDefinition } from "./queries.ts";

/** Queries outside a run: for the people picker, and for what MCC Health keeps in the org. */
export const ON_REQUEST = {
  "user-search": {
    object: "User",
    required: ["Id", "Name", "Username", "IsActive"],
    permissions: [],
    after: []
  },
  "kept-confirmations": {
    object: "MCC_Confirmation__c",
    required: ["Id", "Check__c", "Holds__c", "Version__c", "LastModifiedDate", "LastModifiedBy.Name"],
    permissions: [],
    after: []
  },
  "kept-people": {
    object: "MCC_Person__c",
    required: ["Id", "Key__c", "Role__c"],
    permissions: [],
    after: []
  },
  "kept-runs": {
    object: "MCC_Run__c",
    required: ["Id", "CreatedDate", "CreatedBy.Name", "Verdict__c"],
    permissions: [],
    after: []
  },
  "kept-run": {
    object: "MCC_Run__c",
    required: ["Id"],
    permissions: [],
    after: []
  },
  "kept-run-file": {
    object: "ContentVersion",
    required: ["Id", "VersionData"],
    permissions: [],
    after: []
  }
} as const satisfies Readonly<Record<string, QueryDefinition>>;
