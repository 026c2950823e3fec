import { SOURCE, type GateName, type Plant } from "../plant.ts";

const OBJECT = "objects/MCC_Run__c/MCC_Run__c.object-meta.xml";
const FIELD = "objects/MCC_Run__c/fields/Verdict__c.field-meta.xml";
const LONG_FIELD = "objects/MCC_Run__c/fields/Report__c.field-meta.xml";
const NUMBER = "objects/MCC_Run__c/fields/Passed__c.field-meta.xml";
const LOOKUP = "objects/MCC_Person__c/fields/User__c.field-meta.xml";
const SET = "permissionsets/MCC_Health.permissionset-meta.xml";
const APP = "applications/MCC_Health.app-meta.xml";
const TAB = "tabs/MCC_Health.tab-meta.xml";
const PERMISSION = "customPermissions/MCC_Health_Use.customPermission-meta.xml";
const BUNDLE = "lwc/mccHealth/mccHealth.js-meta.xml";
const RESOURCE = "staticresources/MCC_Health_Languages.resource-meta.xml";

const plant =
  (by: GateName) =>
  (what: string, file: string, change: Plant["change"], message: RegExp, at?: Plant["at"]): Plant => ({
    what,
    file: `${SOURCE}/${file}`,
    change,
    by,
    message,
    ...(at && { at: [`${SOURCE}/${at[0]}`, at[1]] })
  });

const metadata = plant("metadata");
const references = plant("references");
const access = plant("access");

export const METADATA: readonly Plant[] = [
  metadata(
    "an element misspelt",
    SET,
    ["<hasActivationRequired>false</hasActivationRequired>", "<hasActivationRequird>false</hasActivationRequird>"],
    /takes no <hasActivationRequird>/
  ),
  metadata(
    "an element in the wrong case",
    TAB,
    ["<motif>Custom94: Stethoscope</motif>", "<Motif>Custom94: Stethoscope</Motif>"],
    /write <motif>/
  ),
  metadata(
    "an element that stands twice",
    PERMISSION,
    ["<isLicensed>false</isLicensed>", "<isLicensed>false</isLicensed><isLicensed>false</isLicensed>"],
    /a second time/
  ),
  metadata(
    "a value that is none of the known",
    APP,
    ["<uiType>Lightning</uiType>", "<uiType>Lightening</uiType>"],
    /"Lightening".*Aloha, Lightning/
  ),
  metadata("a text where a number belongs", FIELD, ["<length>20</length>", "<length>twenty</length>"], /a number/),
  metadata("a word where true or false belongs", BUNDLE, ["<isExposed>true", "<isExposed>yes"], /true or false/),
  metadata("a required element left out", PERMISSION, ["<label>Use MCC Health</label>", ""], /needs a <label>/, [
    PERMISSION,
    "<CustomPermission"
  ]),
  metadata(
    "a root of another type",
    APP,
    [/<CustomApplication ([^]*)<\/CustomApplication>/, "<CustomApp $1</CustomApp>"],
    /promises a <CustomApplication>/
  ),
  metadata("an element that is not closed", SET, ["</tab>", ""], /closing tag/, [SET, "</tabSettings>"]),
  metadata(
    "a name other than the file's",
    FIELD,
    ["<fullName>Verdict__c", "<fullName>Verdicts__c"],
    /file's name says "Verdict__c"/
  ),
  metadata("a field type that does not exist", LONG_FIELD, ["<type>LongTextArea", "<type>LongText"], /"LongText"/),
  metadata(
    "a long text without its lines",
    LONG_FIELD,
    ["<visibleLines>10</visibleLines>", ""],
    /needs a <visibleLines>/,
    [LONG_FIELD, "<CustomField"]
  ),
  metadata("a text longer than a text may be", FIELD, ["<length>20</length>", "<length>300</length>"], /1 to 255/),
  metadata("a lookup that points nowhere", LOOKUP, ["<referenceTo>User</referenceTo>", ""], /needs a <referenceTo>/, [
    LOOKUP,
    "<CustomField"
  ]),
  metadata(
    "a number format left out",
    OBJECT,
    ["<displayFormat>R-{00000000}</displayFormat>", ""],
    /needs a <displayFormat>/,
    [OBJECT, "<nameField"]
  ),
  metadata(
    "a sharing model that does not exist",
    OBJECT,
    ["<sharingModel>ReadWrite", "<sharingModel>Public"],
    /"Public"/
  ),
  metadata(
    "a static resource without its type",
    RESOURCE,
    ["<contentType>application/zip</contentType>", ""],
    /needs a <contentType>/,
    [RESOURCE, "<StaticResource"]
  ),
  metadata(
    "an entry apart from its like",
    SET,
    ["<customPermissions>", "<label>x</label><customPermissions>"],
    /a second time/,
    [SET, "<label>"]
  ),
  metadata(
    "a file of a kind that Salesforce does not have",
    "tabs/MCC_Other.tabb-meta.xml",
    { text: "<!-- /* here */ --><CustomTab />" },
    /no metadata whose files end like this/
  ),

  ...["label", "pluralLabel", "deploymentStatus", "sharingModel"].map((part) =>
    metadata(
      `an object without <${part}>`,
      OBJECT,
      [new RegExp(`\\n    <${part}>.*`), ""],
      new RegExp(`custom object needs a <${part}>`),
      [OBJECT, "<CustomObject"]
    )
  ),
  metadata(
    "an object whose records have no name",
    OBJECT,
    [/<nameField>[^]*<\/nameField>/, ""],
    /needs a <nameField>/,
    [OBJECT, "<CustomObject"]
  ),
  metadata("a field without a label", NUMBER, ["<label>Passed</label>", ""], /custom field needs a <label>/, [
    NUMBER,
    "<CustomField"
  ]),
  metadata("a field without a type", NUMBER, ["<type>Number</type>", ""], /custom field needs a <type>/, [
    NUMBER,
    "<CustomField"
  ]),
  metadata("a number without its digits", NUMBER, ["<precision>6</precision>", ""], /Number needs a <precision>/, [
    NUMBER,
    "<CustomField"
  ]),
  metadata("a number of too many digits", NUMBER, ["<precision>6", "<precision>19"], /1 to 18 digits, not 19/),
  metadata("more digits behind the point than there are", NUMBER, ["<scale>0", "<scale>7"], /7 of 6 digits/),
  metadata("a lookup that drops its record with a user", LOOKUP, ["SetNull", "Cascade"], /takes no .* Cascade/),
  metadata(
    "a required lookup that is emptied",
    LOOKUP,
    ["<deleteConstraint>", "<required>true</required><referenceTo>X__c</referenceTo><deleteConstraint>"],
    /can't be emptied/
  ),
  metadata(
    "a field's label longer than it may be",
    NUMBER,
    ["<label>Passed", `<label>${"Passed ".repeat(6)}`],
    /41 characters; Salesforce takes 40/
  ),
  metadata(
    "an object's label longer than it may be",
    OBJECT,
    ["<pluralLabel>MCC Runs", `<pluralLabel>${"Runs ".repeat(9)}`],
    /44 characters; Salesforce takes 40/
  ),
  metadata(
    "outsiders who see more than insiders",
    OBJECT,
    ["<externalSharingModel>Private", "<externalSharingModel>FullAccess"],
    /Outsiders can't have more \(FullAccess\) than insiders \(ReadWrite\)/
  ),
  metadata(
    "an object that is shared as its parent, and has none",
    OBJECT,
    ["<sharingModel>ReadWrite", "<sharingModel>ControlledByParent"],
    /no field of the object is a MasterDetail/
  ),

  references(
    "a lookup to an object that is nowhere",
    LOOKUP,
    ["<referenceTo>User", "<referenceTo>Usr"],
    /no object "Usr"/
  ),
  references(
    "an app with a utility bar that is nowhere",
    APP,
    ["<uiType>Lightning</uiType>", "<uiType>Lightning</uiType><utilityBar>MCC_Bar</utilityBar>"],
    /no Lightning page "MCC_Bar"/
  ),
  references(
    "a permission that takes another that is nowhere",
    PERMISSION,
    [
      "<label>",
      "<requiredPermission><customPermission>MCC_No</customPermission><dependency>true</dependency></requiredPermission><label>"
    ],
    /no custom permission "MCC_No"/
  ),
  references(
    "a target that does not exist",
    BUNDLE,
    ["lightning__Tab<", "lightning__Tap<"],
    /no target "lightning__Tap"/
  ),
  references(
    "a setting that the class does not have",
    BUNDLE,
    [
      "</targets>",
      '</targets><targetConfigs><targetConfig targets="lightning__Tab"><property name="colour" type="String" /></targetConfig></targetConfigs>'
    ],
    /no @api "colour"/
  ),
  references(
    "settings for a target that is not the component's",
    BUNDLE,
    ["</targets>", '</targets><targetConfigs><targetConfig targets="lightning__HomePage" /></targetConfigs>'],
    /"lightning__HomePage" is configured/
  ),
  references(
    "a layout, for whose fields there is no rule",
    "layouts/MCC_Run__c-MCC Run.layout-meta.xml",
    { text: "<!-- /* here */ --><Layout />" },
    /no rule for what a <Layout> names/
  ),
  references(
    "a validation rule, for whose formula there is no rule",
    "objects/MCC_Run__c/validationRules/Held.validationRule-meta.xml",
    { text: "<!-- /* here */ --><ValidationRule />" },
    /no rule for what a <ValidationRule> names/
  ),
  references(
    "a validation rule within its object",
    OBJECT,
    ["<visibility>", "<validationRules><fullName>Held</fullName></validationRules><visibility>"],
    /no rule for what <validationRules> names/
  ),
  references(
    "a formula, for whose fields there is no rule",
    NUMBER,
    ["<label>", "<formula>Nmae</formula><label>"],
    /no rule for what <formula> names/
  ),
  references(
    "a tab of a component that is nowhere",
    TAB,
    [">mccHealth<", ">mccHealht<"],
    /no Lightning web component "mccHealht"/
  ),
  references(
    "a tab of a component that is not exposed",
    BUNDLE,
    ["<isExposed>true", "<isExposed>false"],
    /not exposed/,
    [TAB, "<lwcComponent>"]
  ),
  references(
    "a tab of a component that is not for tabs",
    BUNDLE,
    ["lightning__Tab", "lightning__HomePage"],
    /can't stand on a tab/,
    [TAB, "<lwcComponent>"]
  ),
  references("an app with a tab that is nowhere", APP, ["<tabs>MCC_Health", "<tabs>MCC_Helth"], /no tab "MCC_Helth"/),
  references(
    "a permission set that names an unknown class",
    SET,
    ["<apexClass>MccGateway", "<apexClass>MccGatway"],
    /no Apex class "MccGatway"/
  ),
  references(
    "a permission set that names an unknown field",
    SET,
    ["MCC_Run__c.Passed__c", "MCC_Run__c.Hold__c"],
    /no field "MCC_Run__c.Hold__c"/
  ),
  references(
    "a permission set that names a required field",
    NUMBER,
    ["</CustomField>", "<required>true</required></CustomField>"],
    /takes no permission/,
    [SET, "<field>MCC_Run__c.Passed__c"]
  ),
  references(
    "Apex that asks for a permission that is nowhere",
    "classes/MccGateway.cls",
    ["USE_PERMISSION = 'MCC_Health_Use'", "USE_PERMISSION = 'MCC_Health_User'"],
    /no custom permission "MCC_Health_User"/
  ),

  access(
    "a permission set that loses a class",
    SET,
    [/<classAccesses>\s*<apexClass>MccGateway<\/apexClass>\s*<enabled>true<\/enabled>\s*<\/classAccesses>/, ""],
    /gives MccGateway/,
    ["classes/MccGateway.cls", ""]
  ),
  access(
    "a class that is named but not enabled",
    SET,
    [/(<apexClass>MccRecordsController<\/apexClass>\s*<enabled>)true/, "$1false"],
    /gives MccRecordsController:.*enabled/,
    ["classes/MccRecordsController.cls", ""]
  ),
  access(
    "a permission set that loses the custom permission",
    SET,
    ["<name>MCC_Health_Use</name>", "<name>MCC_Health</name>"],
    /gives MCC_Health_Use/,
    [PERMISSION, ""]
  ),
  access(
    "a tab that is not shown",
    SET,
    ["<visibility>Visible", "<visibility>None"],
    /gives MCC_Health:.*tabSettings/,
    [TAB, ""]
  ),
  access("an app that is not shown", SET, ["<visible>true", "<visible>false"], /gives MCC_Health:.*visible/, [APP, ""]),
  access(
    "a field that can't be read",
    SET,
    [/(<field>MCC_Run__c.Report__c<\/field>\s*<readable>)true/, "$1false"],
    /gives MCC_Run__c.Report__c:.*readable/,
    [LONG_FIELD, ""]
  ),
  access(
    "a field that no set names",
    "objects/MCC_Run__c/fields/New__c.field-meta.xml",
    { text: "<CustomField><!-- /* here */ --></CustomField>" },
    /gives MCC_Run__c.New__c/
  ),
  access(
    "an object that can't be written to",
    SET,
    [/<allowCreate>true/g, "<allowCreate>false"],
    /gives MCC_Run__c:.*allowCreate/,
    [OBJECT, ""]
  ),
  access(
    "a colleague's records that can't be changed",
    SET,
    [/(<modifyAllRecords>)true(<\/modifyAllRecords>\s*<object>MCC_Run__c)/, "$1false$2"],
    /gives MCC_Run__c:.*modifyAllRecords/,
    [OBJECT, ""]
  ),
  access(
    "Modify All without View All",
    SET,
    [
      /<modifyAllRecords>true(<\/modifyAllRecords>\s*<object>MCC_Conf\w+<\/object>\s*<viewAllRecords>)true/,
      "<modifyAllRecords>true$1false"
    ],
    /<modifyAllRecords> needs <viewAllRecords>true/
  ),
  access(
    "Modify All Data",
    SET,
    [
      "<tabSettings>",
      "<userPermissions><enabled>true</enabled><name>ModifyAllData</name></userPermissions><tabSettings>"
    ],
    /no <userPermissions>/
  ),
  access("a license", SET, ["<label>", "<license>Salesforse</license><label>"], /no <license> Salesforse/),
  access(
    "access to a page",
    SET,
    ["<tabSettings>", "<pageAccesses><apexPage>P</apexPage><enabled>true</enabled></pageAccesses><tabSettings>"],
    /no <pageAccesses>/
  ),
  access(
    "permissions on an object that is not ours",
    SET,
    [/<objectPermissions>(?=[^]*?<object>MCC_Person__c)/, "<objectPermissions><object>Account</object>"],
    /gives Account, which .* is not ours/
  ),
  access(
    "permissions on a field that is not ours",
    SET,
    ["<fieldPermissions>", "<fieldPermissions><field>User.Email</field>"],
    /gives User.Email, which .* is not ours/
  )
];
