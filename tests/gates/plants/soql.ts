import type { Plant } from "../plant.ts";

const inQuery = (
  what: string,
  name: string,
  change: readonly [string, string],
  message: RegExp,
  lineWith?: string
): Plant => {
  const file = `checklist/queries/${name}.soql`;
  return { what, file, change, by: "soql", message, ...(lineWith !== undefined && { at: [file, lineWith] }) };
};

export const SOQL: readonly Plant[] = [
  inQuery("a field renamed in one query", "users", ["IsActive,", "Active,"], /User has no field "Active"/),
  inQuery(
    "a permission that Salesforce does not have",
    "viewer-permissions",
    ["PermissionsViewSetup", "PermissionsSeeSetup"],
    /no field "PermissionsSeeSetup"/
  ),
  inQuery(
    "an object that is nowhere",
    "connected-apps",
    ["FROM ConnectedApplication", "FROM ConnectedApp"],
    /no object "ConnectedApp"/
  ),
  inQuery(
    "a relationship that is nowhere",
    "app-grants",
    ["Parent.Label", "PermissionSet.Label"],
    /no relationship "PermissionSet"/
  ),
  inQuery(
    "a field that the parent does not have",
    "permission-set-groups",
    ["PermissionSetGroup.MasterLabel", "PermissionSetGroup.Title"],
    /no field "Title"/
  ),
  inQuery(
    "an unknown field in a condition",
    "permission-set-assignments",
    ["WHERE AssigneeId", "WHERE UserId"],
    /no field "UserId"/
  ),
  inQuery("an unknown field to order by", "user-search", ["ORDER BY IsActive", "ORDER BY Active"], /no field "Active"/),
  inQuery("a missing comma", "organization", ["Id, Name,", "Id Name,"], /comma/),
  inQuery("a missing bracket", "connector-users", ["Admin__c = TRUE)", "Admin__c = TRUE"], /no SOQL/, "ORDER BY"),
  inQuery(
    "an unknown field of the connector",
    "business-units",
    ["et4ae5__Enabled__c", "et4ae5__Enable__c"],
    /no field "et4ae5__Enable__c"/
  ),
  inQuery("an unknown own field", "saved-confirmations", ["Holds__c", "Hold__c"], /no field "Hold__c"/),
  inQuery(
    "a box compared with a text",
    "connector-users",
    ["IsActive = TRUE", "IsActive = 'yes'"],
    /"IsActive" is of type boolean/
  ),
  inQuery(
    "long text to order by",
    "saved-confirmations",
    ["ORDER BY LastModifiedDate", "ORDER BY Note__c"],
    /"Note__c" is long text/
  ),
  inQuery("a keyword misspelt", "profiles", ["WHERE Id", "WEHRE Id"], /./)
];
