import { SOURCE, type GateName, type Plant } from "../plant.ts";

const LWC = `${SOURCE}/lwc`;

const plant =
  (by: GateName) =>
  (what: string, file: string, change: Plant["change"], message: RegExp, at?: Plant["at"]): Plant => ({
    what,
    file: `${LWC}/${file}`,
    change,
    by,
    message,
    ...(at && { at: [`${LWC}/${at[0]}`, at[1]] })
  });

const lwc = plant("lwc");
const types = plant("types");
const references = plant("references");
const lint = plant("lint");
const generated = plant("generated");
const package_ = plant("package");

export const COMPONENTS: readonly Plant[] = [
  lwc("a tag that is not closed", "mccLink/mccLink.html", ["{wantsDesktop}</span>", "{wantsDesktop}"], /open-child/, [
    "mccLink/mccLink.html",
    "</template>"
  ]),
  lwc("a list without a key", "mccSteps/mccSteps.html", ["<li key={item.step}>", "<li>"], /key/i),
  lwc(
    "an expression that templates don't take",
    "mccVerdict/mccVerdict.html",
    ["{sentence}</h1>", "{sentence + 1}</h1>"],
    /./
  ),
  lwc(
    "a directive that does not exist",
    "mccUserSearch/mccUserSearch.html",
    ["lwc:if={trouble}", "lwc:iff={trouble}"],
    /lwc:iff/
  ),
  lwc(
    "a public property that is true from the start",
    "mccStatus/mccStatus.js",
    ["iconOnly = false", "iconOnly = true"],
    /LWC1503/
  ),
  lwc("a script that was not built", "mccEvents/mccEvents.js", "remove", /is missing/),
  lwc("a component without its metadata", "mccLink/mccLink.js-meta.xml", "remove", /is missing: nothing .* deployed/),
  lwc(
    "a template of another name than the component",
    "mccLabels/mccLabel.html",
    { text: "<!-- /* here */ --><template></template>" },
    /nobody would see it/
  ),
  lwc(
    "a style of another name than the component",
    "mccStatus/mccStatuses.css",
    { text: "/* here */ :host { display: block; }" },
    /nobody would see it/
  ),
  lwc("a style that is no CSS", "mccLink/mccLink.css", ["display: block;", "display block:"], /./),

  types(
    "a message that the catalogue does not have",
    "mccLink/mccLink.ts",
    ['label("ui.wants-desktop")', 'label("ui.want-desktop")'],
    /ui.want-desktop/
  ),
  types(
    "a member that the class does not have",
    "mccSteps/mccSteps.ts",
    ["this.view.steps.map", "this.view.stages.map"],
    /stages/
  ),
  types(
    "an argument that Apex does not take",
    "mccGateway/mccGateway.ts",
    ["runQueries({ requests:", "runQueries({ request:"],
    /request/
  ),
  types(
    "an Apex method without a declaration",
    "mccEvents/mccEvents.ts",
    { text: '/* here */ import ask from "@salesforce/apex/MccGateway.ask";\nexport const emit = ask;\n' },
    /MccGateway.ask/
  ),
  types(
    "a state that no finding has",
    "mccConfirmation/mccConfirmation.ts",
    ['=== "refuted"', '=== "refused"'],
    /no overlap/
  ),

  references(
    "an Apex method that is nowhere",
    "mccGateway/mccGateway.ts",
    ["MccGateway.runQueries", "MccGateway.runQuerys"],
    /runQuerys/
  ),
  references(
    "a component that is nowhere, in a script",
    "mccLink/mccLink.ts",
    ['"c/mccDetails"', '"c/mccDetail"'],
    /c\/mccDetail"/
  ),
  references(
    "a component that is nowhere, in a template",
    "mccSteps/mccSteps.html",
    ["<c-mcc-status ", "<c-mcc-state "],
    /c\/mccState/
  ),
  references(
    "a member misspelt in a template",
    "mccVerdict/mccVerdict.html",
    ["{sentence}", "{sentense}"],
    /no member "sentense"/
  ),
  references(
    "a handler misspelt in a template",
    "mccVerdict/mccVerdict.html",
    ["{handleDone}", "{handleDon}"],
    /no member "handleDon"/
  ),
  references(
    "a condition misspelt in a template",
    "mccSteps/mccSteps.html",
    ["lwc:if={isWaiting}", "lwc:if={waiting}"],
    /no member "waiting"/
  ),
  references(
    "a label that the component does not have",
    "mccFinding/mccFinding.html",
    ["{label.is}", "{label.si}"],
    /"label" holds no "si"/
  ),
  references(
    "a property that our own component does not take",
    "mccSteps/mccSteps.html",
    [" answer={", " anser={"],
    /<c-mcc-step> takes no anser/
  ),
  references(
    "a property that a base component does not take",
    "mccSteps/mccSteps.html",
    ["alternative-text", "alternate-text"],
    /<lightning-spinner> takes no alternate-text/
  ),
  references(
    "a base component that does not exist",
    "mccReconnect/mccReconnect.html",
    ["<lightning-icon ", "<lightning-icn "],
    /no base component <lightning-icn>/
  ),
  references(
    "an icon that does not exist, in a template",
    "mccReconnect/mccReconnect.html",
    ['"utility:warning"', '"utility:wraning"'],
    /no icon "utility:wraning"/
  ),
  references(
    "an icon that does not exist, in a script",
    "mccStatus/icons.ts",
    ['"utility:ban"', '"utility:bann"'],
    /no icon "utility:bann"/
  ),
  {
    what: "an argument that Apex calls otherwise",
    file: `${SOURCE}/classes/MccRecordsController.cls`,
    change: ["savePeople(List<MccPersonInput> people)", "savePeople(List<MccPersonInput> persons)"],
    by: "references",
    message: /takes \(persons\), not \(people\)/,
    at: ["types/platform/apex.d.ts", "MccRecordsController.savePeople"]
  },
  {
    what: "an @AuraEnabled method that lost its static",
    file: `${SOURCE}/classes/MccGateway.cls`,
    change: ["public static List<MccQueryAnswer> runQueries", "public List<MccQueryAnswer> runQueries"],
    by: "references",
    message: /no static @AuraEnabled method "runQueries"/,
    at: [`${LWC}/mccGateway/mccGateway.ts`, "import runQueries"]
  },
  {
    what: "a method that lost its @AuraEnabled",
    file: `${SOURCE}/classes/MccGateway.cls`,
    change: [/@AuraEnabled(\s+public static List<MccQueryAnswer> runQueries)/, "$1"],
    by: "references",
    message: /no static @AuraEnabled method "runQueries"/,
    at: [`${LWC}/mccGateway/mccGateway.ts`, "import runQueries"]
  },
  references(
    "a static resource that is nowhere",
    "mccLabels/fetchMessages.ts",
    ["resourceUrl/MCC_Health_Languages", "resourceUrl/MCC_Health_Language"],
    /no static resource "MCC_Health_Language"/
  ),
  references(
    "a custom label",
    "mccEvents/mccEvents.ts",
    { text: '/* here */ import title from "@salesforce/label/c.MCC_title";\nexport const emit = title;\n' },
    /no custom labels/
  ),

  lint(
    "a colour that is not the theme's",
    "mccLink/mccLink.css",
    ["display: block;", "display: block; color: #ff0000;"],
    /color/i
  ),
  lint(
    "a class that SLDS no longer has",
    "mccLink/mccLink.html",
    ["slds-text-body_small", "slds-text-body--small"],
    /slds-text-body/
  ),

  lint(
    "a colour as a fallback",
    "mccLink/mccLink.css",
    ["display: block;", "display: block; color: var(--slds-g-color-on-surface-1, #00ff00);"],
    /system colour/
  ),
  lint(
    "a colour's name as a fallback",
    "mccVerdict/mccVerdict.css",
    ["{", "{ color: var(--slds-g-color-on-surface-1, green);"],
    /falls back to a system colour/
  ),
  lint(
    "a style within a template",
    "mccReconnect/mccReconnect.html",
    ["<lightning-icon ", '<b style="color: #ff0000"></b><lightning-icon '],
    /in the component's CSS/
  ),
  lint(
    "a text within a template",
    "mccSteps/mccSteps.html",
    ["<li key={item.step}>", "<li key={item.step}>Step {item.step}"],
    /to be translated/
  ),
  lint(
    "a title within a template",
    "mccVerdict/mccVerdict.html",
    ["<lightning-button", '<lightning-button title="Again"'],
    /to be translated/
  ),
  lint(
    "a promise that nothing waits for",
    "mccPeople/mccPeople.ts",
    ["export default", "const late = async (): Promise<void> => {}; late(); export default"],
    /[Pp]romise/
  ),
  lint(
    "a value of any type",
    "mccVerdict/mccVerdict.ts",
    ["export default", 'export const anything: string = JSON.parse("1"); export default'],
    /any/
  ),
  lint("a console left in", "mccLink/mccLink.ts", ["export default", 'console.log("x"); export default'], /console/),

  generated(
    "a generated script that was edited by hand",
    "mccLabels/mccLabels.js",
    ["export const label", "export  const label"],
    /not as built/
  ),
  generated("a generated script that is missing", "mccEvents/mccEvents.js", "remove", /missing/),
  generated(
    "a script that is made from nothing",
    "mccLabels/stray.js",
    { text: "/* here */ export const stray = 1;" },
    /no TypeScript/
  ),
  {
    what: "generated Apex that was edited by hand",
    file: `${SOURCE}/classes/MccQueries.cls`,
    change: ["public with sharing class", "public without sharing class"],
    by: "generated",
    message: /not as built/
  },
  {
    what: "sources that .forceignore no longer keeps back",
    file: ".forceignore",
    change: ["**/*.ts", ""],
    by: "package",
    message: /would be deployed/,
    at: [`${LWC}/mccLabels/mccLabels.ts`, ""]
  },
  {
    what: "a static resource that .forceignore keeps back",
    file: ".forceignore",
    change: ["**/tsconfig.json", "**/tsconfig.json\n**/staticresources/**"],
    by: "package",
    message: /not in what is deployed/,
    at: [`${SOURCE}/staticresources/MCC_Health_Languages.resource-meta.xml`, ""]
  },
  package_("an API version of its own", "mccHealth/mccHealth.js-meta.xml", ["66.0", "99.0"], /99.0/)
];
