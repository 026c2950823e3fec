/**
 * What the connector carries, and whether it writes there (`edit`) or only reads. Sources: docs/sources.md, The package. Of
 * campaign members Salesforce keeps no object permissions: theirs are those of campaigns.
 */
export const CARRIED_OBJECTS = [
  "Lead",
  "Contact",
  "Campaign",
  "et4ae5__SendDefinition__c",
  "et4ae5__IndividualEmailResult__c",
  "et4ae5__IndividualLink__c",
  "et4ae5__AggregateLink__c"
] as const;

export const CARRIED_FIELDS = {
  "Lead.Email": "read",
  "Lead.HasOptedOutOfEmail": "edit",
  "Lead.et4ae5__HasOptedOutOfMobile__c": "edit",
  "Lead.et4ae5__Mobile_Country_Code__c": "read",
  "Contact.Email": "read",
  "Contact.HasOptedOutOfEmail": "edit",
  "Contact.et4ae5__HasOptedOutOfMobile__c": "edit",
  "Contact.et4ae5__Mobile_Country_Code__c": "read",
  "CampaignMember.et4ae5__Activity__c": "edit",
  "et4ae5__IndividualEmailResult__c.et4ae5__Lead__c": "edit",
  "et4ae5__IndividualEmailResult__c.et4ae5__Contact__c": "edit",
  "et4ae5__IndividualEmailResult__c.et4ae5__DateSent__c": "edit",
  "et4ae5__IndividualEmailResult__c.et4ae5__Tracking_As_Of__c": "edit"
} as const;

export type CarriedObject = (typeof CARRIED_OBJECTS)[number];
export type CarriedField = keyof typeof CARRIED_FIELDS;
export const CARRIED_FIELD_NAMES = Object.keys(CARRIED_FIELDS) as CarriedField[];
