import { flag, optional, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** The business unit of Marketing Cloud to which this org is connected, and whether it waits for more of them. */
export const connectedAccount = query("connected-account", {
  object: "et4ae5__Configuration__c",
  fields: {
    Id: text,
    et4ae5__Username__c: optional(text),
    et4ae5__Parent_Account_MID__c: optional(text),
    et4ae5__AwaitingBusinessUnits__c: flag
  },
  limit: 10,
  ask: always
});

export const healthy = (): RowOf<typeof connectedAccount>[] => [
  {
    Id: "a00000000000001AAA",
    et4ae5__Username__c: "mc-api-user",
    et4ae5__Parent_Account_MID__c: "100",
    et4ae5__AwaitingBusinessUnits__c: false
  }
];
