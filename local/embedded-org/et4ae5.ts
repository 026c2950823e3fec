import type { FieldExtension, ObjectExtension } from "./schema.ts";

/** The namespace of Marketing Cloud Connect's package. */
export const NAMESPACE = "et4ae5";

const apiName = (name: string): string => `${NAMESPACE}__${name}__c`;

type Fields = Readonly<Record<string, FieldExtension>>;

const fieldsOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([field, type]) => [apiName(field), type]));

/** Fields that the package adds to an object of Salesforce's. */
const standardObject = (name: string, fields: Fields): ObjectExtension => ({ name, fields: fieldsOf(fields) });

const customObject = (name: string, fields: Fields, nameFormat?: string): ObjectExtension => ({
  name: apiName(name),
  ...(nameFormat !== undefined && { nameFormat }),
  fields: fieldsOf(fields)
});

const all = (type: FieldExtension, ...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, type]));
const texts = (...names: string[]): Fields => all("string", ...names);
const longTexts = (...names: string[]): Fields => all({ type: "string", length: 32_768 }, ...names);
const checkboxes = (...names: string[]): Fields => all("boolean", ...names);
const numbers = (...names: string[]): Fields => all("double", ...names);
const datetimes = (...names: string[]): Fields => all("datetime", ...names);
const lookup = (object: string): FieldExtension => ({ referenceTo: object });

const JOURNEY: Fields = {
  ...texts("EntityName", "OwnerMid", "RecordId"),
  ...longTexts("FilterFields")
};

/**
 * The objects and fields of the package, without passwords, tokens and session ids, which nothing may read, without
 * platform events, which can't be queried, and without most of a send's own settings and counts. Sources and how sure they
 * are: docs/sources.md, "The package (et4ae5)".
 */
export const ET4AE5: readonly ObjectExtension[] = [
  standardObject("User", {
    ...checkboxes(
      "ExactTargetForAppExchangeUser",
      "ExactTargetForAppExchangeAdmin",
      "ValidExactTargetUser",
      "ValidExactTargetAdmin"
    ),
    ...texts("ExactTargetUsername", "Default_MID", "Default_ET_Page")
  }),
  standardObject("Contact", { ...checkboxes("HasOptedOutOfMobile"), ...texts("Mobile_Country_Code") }),
  standardObject("Lead", { ...checkboxes("HasOptedOutOfMobile"), ...texts("Mobile_Country_Code") }),
  standardObject("CampaignMember", texts("Activity")),

  customObject(
    "Configuration",
    {
      ...checkboxes(
        "Aggregate_Tracking",
        "Allow_Personal_Reports",
        "AwaitingBusinessUnits",
        "Individual_Tracking",
        "Link_Detail_Tracking",
        "MultiFrom",
        "MultiReplyTo",
        "Restrict_Automation",
        "Retry",
        "Sent_Events_Tracking"
      ),
      ...texts(
        "Auth_API_URL",
        "Deep_Link_Availability",
        "Exclusion_Audience",
        "Frequency",
        "Integration_Type",
        "Parent_Account_MID",
        "Root_Open_Rasta_API_URL",
        "Root_Rest_API_URL",
        "Root_SOAP_API_URL",
        "Send_Types",
        "Support_Ticket_Recipient",
        "Target_Audience",
        "Username",
        "url_part",
        "url_root"
      ),
      ...longTexts("automationObjects", "replyToOptions"),
      ...numbers("Days_Tracked"),
      ...datetimes("Last_Log_Request")
    },
    "{000}"
  ),
  customObject("ET4AE_Config", {
    ...checkboxes(
      "Configuration_Wizard_Completed",
      "Remote_Site_Setting_Added",
      "JBPlatformEventEnable",
      "QA_Mode",
      "Enable_Cascading_Delete"
    ),
    ...texts("Environment", "StackId", "TenantId", "Endpoint"),
    ...numbers("Tracking_Data_Clean_Up_Batch_Size")
  }),
  customObject("ET4AEConfig", texts("Endpoint")),
  customObject("Campaign_Member_Configuration", {
    ...checkboxes("CampaignMemberIntegrationEnabled", "UpdateStatusOrActivity"),
    ...texts("mapClickedTo", "mapHardBounceTo", "mapOpenedTo", "mapSentTo", "mapSoftBounceTo", "mapUnsubscribedTo")
  }),

  customObject("Business_Unit", {
    ...checkboxes("Enabled", "PreSaved", "IsParentAccountMID"),
    ...texts("Business_Unit_ID", "Business_Unit_ID2", "BusinessUnitIDx", "Business_Unit_Name", "Button_Image")
  }),
  customObject("UEBU", {
    BU: lookup(apiName("Business_Unit")),
    // Formulas that answer text, Enabled too.
    ...texts("Business_Unit_ID", "Business_Unit_Name", "Enabled")
  }),

  customObject(
    "SendDefinition",
    {
      ...texts("SendStatus", "JobStatus"),
      ...longTexts("Messages"),
      ...datetimes("Tracking_As_Of", "DateSent", "Scheduled_Date_Time"),
      ABTest: lookup(apiName("abTest")),
      Business_Unit: lookup(apiName("Business_Unit")),
      Campaign: lookup("Campaign"),
      Contact: lookup("Contact"),
      Lead: lookup("Lead"),
      SendAutomation: lookup(apiName("Automated_Send")),
      UEBU: lookup(apiName("UEBU"))
    },
    "{00000000}"
  ),
  customObject(
    "SendJunction",
    { Campaign: lookup("Campaign"), SendDefinition: lookup(apiName("SendDefinition")), ...texts("Send_Status") },
    "{00000000}"
  ),
  customObject("abTest", {
    ...texts("Custom_Object", "Determine_Winner_By", "Test_Type", "abInstanceId", "mid"),
    ...longTexts("Create_Payload")
  }),
  customObject(
    "Email_Linkage",
    {
      ...texts("emailId", "emailName"),
      ...longTexts(
        "ExcludedCampaigns",
        "ExcludedReports",
        "IncludedCampaigns",
        "IncludedReports",
        "IncludedSubscriberLists"
      )
    },
    "EL-{0000}"
  ),
  customObject(
    "SMSDefinition",
    {
      ...texts("SendStatus", "JobStatus", "Keyword", "smsName"),
      ...longTexts("Messages"),
      ...datetimes("Tracking_As_Of", "DateSent", "Scheduled_Date_Time"),
      Business_Unit: lookup(apiName("Business_Unit")),
      Campaign: lookup("Campaign"),
      Contact: lookup("Contact"),
      Lead: lookup("Lead"),
      UEBU: lookup(apiName("UEBU"))
    },
    "{00000000}"
  ),
  customObject(
    "SMSJunction",
    { Campaign: lookup("Campaign"), SMSDefinition: lookup(apiName("SMSDefinition")), ...texts("Send_Status") },
    "{00000000}"
  ),
  customObject(
    "SupportRequest",
    {
      Send_Definition: lookup(apiName("SendDefinition")),
      ...texts("RequestEmail", "RequestPhone", "Support_Ticket_Recipient"),
      ...longTexts("Comment")
    },
    "{00000000}"
  ),

  customObject("Automated_Send", {
    ...checkboxes("Active", "Subscribed_For_Tracking"),
    Business_Unit: lookup(apiName("Business_Unit"))
  }),
  customObject(
    "Triggered_Send_Execution",
    {
      ...texts("Business_Unit_ID", "Message", "Status", "Triggering_Object", "Triggering_Record_Id"),
      ...numbers("Retry_Count"),
      ...datetimes("Scheduled_Date_Time"),
      Triggered_Send: lookup(apiName("Automated_Send"))
    },
    "{00000000}"
  ),
  customObject("Journey", JOURNEY, "MCCJ-{0000}"),
  customObject(
    "MC_CDC_Journey",
    { ...JOURNEY, ...texts("ChangeType", "EventDefinitionKey"), ...longTexts("Fields") },
    "MCCJ-{0000}"
  ),

  customObject("IndividualEmailResult", {
    ...datetimes("DateSent", "Tracking_As_Of"),
    Contact: lookup("Contact"),
    Lead: lookup("Lead"),
    SendDefinition: lookup(apiName("SendDefinition")),
    TriggeredSendDefinition: lookup(apiName("Automated_Send"))
  }),
  customObject("IndividualLink", {
    Individual_Email_Result: lookup(apiName("IndividualEmailResult")),
    ...texts("ExactTargetLinkID", "LinkURL", "Unique_Link_ID"),
    ...numbers("NumberOfTotalClicks"),
    ...datetimes("Last_Clicked")
  }),
  customObject("AggregateLink", {
    Send_Definition: lookup(apiName("SendDefinition")),
    TriggeredSendDefinition: lookup(apiName("Automated_Send")),
    ...texts("ExactTargetLinkID", "LinkURL", "Unique_Link_ID"),
    ...numbers("NumberOfTotalClicks", "NumberOfUniqueClicks"),
    ...datetimes("Last_Clicked")
  })
];
