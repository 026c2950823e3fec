import type { FieldExtension, ObjectExtension } from "./schema.ts";

/** The namespace of Marketing Cloud Connect's package. */
export const NAMESPACE = "et4ae5";

const apiName = (name: string): string => `${NAMESPACE}__${name}__c`;

function extension(name: string, fields: Readonly<Record<string, FieldExtension>>): ObjectExtension {
  return { name, fields: Object.fromEntries(Object.entries(fields).map(([field, type]) => [apiName(field), type])) };
}

const texts = (...names: string[]): Record<string, FieldExtension> =>
  Object.fromEntries(names.map((name) => [name, "string"]));
const boxes = (...names: string[]): Record<string, FieldExtension> =>
  Object.fromEntries(names.map((name) => [name, "boolean"]));

/**
 * What the package adds to an org, as far as public metadata of four orgs shows it (versions 232 to 248, read 2026).
 * Names are established there; a type is where the source tells it, else text, and lookups to parents follow the
 * platform's naming. Passwords, tokens and session ids are left out on purpose: nothing may read them.
 */
export const ET4AE5: readonly ObjectExtension[] = [
  extension("User", {
    ...boxes(
      "ExactTargetForAppExchangeUser",
      "ExactTargetForAppExchangeAdmin",
      "ValidExactTargetUser",
      "ValidExactTargetAdmin"
    ),
    ...texts("ExactTargetUsername", "Default_MID", "Default_ET_Page")
  }),
  extension("Contact", { ...boxes("HasOptedOutOfMobile"), ...texts("Mobile_Country_Code") }),
  extension("Lead", { ...boxes("HasOptedOutOfMobile"), ...texts("Mobile_Country_Code") }),
  extension("CampaignMember", texts("Activity")),
  extension(apiName("Configuration"), {
    ...boxes("AwaitingBusinessUnits"),
    ...texts(
      "Aggregate_Tracking",
      "Allow_Personal_Reports",
      "Auth_API_URL",
      "Days_Tracked",
      "Deep_Link_Availability",
      "Exclusion_Audience",
      "Frequency",
      "Individual_Tracking",
      "Integration_Type",
      "Last_Log_Request",
      "Link_Detail_Tracking",
      "MultiFrom",
      "MultiReplyTo",
      "Parent_Account_MID",
      "Restrict_Automation",
      "Retry",
      "Root_Open_Rasta_API_URL",
      "Root_Rest_API_URL",
      "Root_SOAP_API_URL",
      "Send_Types",
      "Sent_Events_Tracking",
      "Support_Ticket_Recipient",
      "Target_Audience",
      "Username",
      "automationObjects",
      "replyToOptions",
      "url_part",
      "url_root"
    )
  }),
  extension(apiName("ET4AE_Config"), {
    ...boxes(
      "Configuration_Wizard_Completed",
      "Remote_Site_Setting_Added",
      "JBPlatformEventEnable",
      "QA_Mode",
      "Enable_Cascading_Delete"
    ),
    ...texts("Environment", "StackId", "TenantId", "Endpoint"),
    Tracking_Data_Clean_Up_Batch_Size: "double"
  }),
  extension(apiName("ET4AEConfig"), texts("Endpoint")),
  extension(apiName("Business_Unit"), {
    ...boxes("Enabled", "PreSaved", "IsParentAccountMID"),
    ...texts("Business_Unit_ID", "Business_Unit_ID2", "BusinessUnitIDx", "Business_Unit_Name", "Button_Image")
  }),
  extension(apiName("UEBU"), {}),
  extension(apiName("Campaign_Member_Configuration"), {
    ...boxes("CampaignMemberIntegrationEnabled"),
    ...texts("UpdateStatusOrActivity")
  }),
  extension(apiName("IndividualEmailResult"), {
    DateSent: "datetime",
    Tracking_As_Of: "datetime",
    Contact: { referenceTo: "Contact" },
    Lead: { referenceTo: "Lead" },
    SendDefinition: { referenceTo: apiName("SendDefinition") }
  }),
  extension(apiName("SendDefinition"), {
    ...texts("SendStatus", "JobStatus", "Messages"),
    Tracking_As_Of: "datetime",
    DateSent: "datetime",
    Scheduled_Date_Time: "datetime"
  }),
  extension(apiName("Triggered_Send_Execution"), {
    ...texts("Status", "Message"),
    Retry_Count: "double",
    Scheduled_Date_Time: "datetime"
  }),
  extension(apiName("Automated_Send"), boxes("Active", "Subscribed_For_Tracking"))
];
