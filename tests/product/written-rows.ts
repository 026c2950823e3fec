/**
 * The same rows as the two sources write them: REST gives every field, null where it is empty; Apex's `JSON.serialize`
 * leaves out what is null and keeps datetimes in REST's form. Sources: REST API Developer
 * Guide, "Query"; docs/decisions/0002-apex-gateway.md for what of Apex no org has proved yet.
 */
export interface WrittenRow {
  readonly query: string;
  readonly name: string;
  readonly rest: Readonly<Record<string, unknown>>;
  readonly apex: Readonly<Record<string, unknown>>;
  /** What both must read as. */
  readonly read: Readonly<Record<string, unknown>>;
}

const attributes = (type: string, id: string): { type: string; url: string } => ({
  type,
  url: `/services/data/v66.0/sobjects/${type}/${id}`
});

const APP = "0H4000000000001AAA";
const SET = "0PS000000000001AAA";
const USER = "005000000000001AAA";

export const WRITTEN_ROWS: readonly WrittenRow[] = [
  {
    query: "connected-apps",
    name: "a datetime",
    rest: {
      attributes: attributes("ConnectedApplication", APP),
      Id: APP,
      Name: "Salesforce Marketing Cloud",
      LastModifiedDate: "2026-05-04T10:00:00.000+0000"
    },
    apex: {
      attributes: attributes("ConnectedApplication", APP),
      Id: APP,
      Name: "Salesforce Marketing Cloud",
      LastModifiedDate: "2026-05-04T10:00:00.000+0000"
    },
    read: { Id: APP, Name: "Salesforce Marketing Cloud", LastModifiedDate: "2026-05-04T10:00:00.000+00:00" }
  },
  {
    query: "app-grants",
    name: "a parent with an empty field",
    rest: {
      attributes: attributes("SetupEntityAccess", "0J0000000000001AAA"),
      Id: "0J0000000000001AAA",
      ParentId: SET,
      Parent: {
        attributes: attributes("PermissionSet", SET),
        Label: "O'Neil's <set>",
        IsOwnedByProfile: false,
        ProfileId: null,
        HasActivationRequired: false
      }
    },
    apex: {
      attributes: attributes("SetupEntityAccess", "0J0000000000001AAA"),
      Id: "0J0000000000001AAA",
      ParentId: SET,
      Parent: {
        attributes: attributes("PermissionSet", SET),
        Label: "O'Neil's <set>",
        IsOwnedByProfile: false,
        HasActivationRequired: false
      }
    },
    read: {
      Id: "0J0000000000001AAA",
      ParentId: SET,
      Parent: { Label: "O'Neil's <set>", IsOwnedByProfile: false, HasActivationRequired: false }
    }
  },
  {
    query: "app-policy-changes",
    name: "a parent that is empty itself",
    rest: {
      attributes: attributes("SetupAuditTrail", "0Ym000000000001AAA"),
      Id: "0Ym000000000001AAA",
      Action: "changeIpRelaxationPolicy",
      Display: null,
      CreatedDate: "2026-05-04T12:00:00.000+0200",
      CreatedBy: null
    },
    apex: {
      attributes: attributes("SetupAuditTrail", "0Ym000000000001AAA"),
      Id: "0Ym000000000001AAA",
      Action: "changeIpRelaxationPolicy",
      CreatedDate: "2026-05-04T12:00:00.000+0200"
    },
    read: {
      Id: "0Ym000000000001AAA",
      Action: "changeIpRelaxationPolicy",
      CreatedDate: "2026-05-04T12:00:00.000+02:00"
    }
  },
  {
    query: "permission-set-assignments",
    name: "an optional date that is empty",
    rest: {
      attributes: attributes("PermissionSetAssignment", "0Pa000000000001AAA"),
      Id: "0Pa000000000001AAA",
      AssigneeId: USER,
      PermissionSetId: SET,
      ExpirationDate: null,
      IsActive: true
    },
    apex: {
      attributes: attributes("PermissionSetAssignment", "0Pa000000000001AAA"),
      Id: "0Pa000000000001AAA",
      AssigneeId: USER,
      PermissionSetId: SET,
      IsActive: true
    },
    read: { Id: "0Pa000000000001AAA", AssigneeId: USER, PermissionSetId: SET, IsActive: true }
  },
  {
    query: "tracking-writers",
    name: "a parent with fields of its own",
    rest: {
      attributes: attributes("et4ae5__IndividualEmailResult__c", "a03000000000001AAA"),
      Id: "a03000000000001AAA",
      CreatedDate: "2026-05-04T10:00:00.000+0000",
      CreatedById: USER,
      CreatedBy: {
        attributes: attributes("User", USER),
        Name: "Ada Fields",
        Username: "ada.fields@example.com",
        IsActive: true
      }
    },
    apex: {
      attributes: attributes("et4ae5__IndividualEmailResult__c", "a03000000000001AAA"),
      CreatedById: USER,
      Id: "a03000000000001AAA",
      CreatedDate: "2026-05-04T10:00:00.000+0000",
      CreatedBy: {
        attributes: attributes("User", USER),
        IsActive: true,
        Username: "ada.fields@example.com",
        Name: "Ada Fields"
      }
    },
    read: {
      Id: "a03000000000001AAA",
      CreatedDate: "2026-05-04T10:00:00.000+00:00",
      CreatedById: USER,
      CreatedBy: { Name: "Ada Fields", Username: "ada.fields@example.com", IsActive: true }
    }
  }
];
