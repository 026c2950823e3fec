import assert from "node:assert/strict";
import { relative } from "node:path";
import { test } from "node:test";
import { referenceProblems } from "./check-references.ts";
import { project } from "./project-fixture.ts";

const SOURCE = "force-app/main/default/";

const SOUND = {
  "classes/Gateway.cls":
    "public with sharing class Gateway {\n  @AuraEnabled(cacheable=false)\n  public static List<String> ask(String text) { return null; }\n" +
    "  @AuraEnabled\n  public String field;\n  public static void hidden() {}\n  @AuraEnabled\n  public void instance() {}\n}",
  "customPermissions/Use.customPermission-meta.xml": "<CustomPermission><label>Use</label></CustomPermission>",
  "applications/App.app-meta.xml": "<CustomApplication>\n<tabs>Tab</tabs>\n</CustomApplication>",
  "tabs/Tab.tab-meta.xml": "<CustomTab>\n<lwcComponent>page</lwcComponent>\n</CustomTab>",
  "objects/Run__c/Run__c.object-meta.xml": "<CustomObject><label>Run</label></CustomObject>",
  "objects/Run__c/fields/Note__c.field-meta.xml": "<CustomField><required>false</required></CustomField>",
  "permissionsets/Set.permissionset-meta.xml": [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<PermissionSet>",
    "<applicationVisibilities><application>App</application></applicationVisibilities>",
    "<classAccesses><apexClass>Gateway</apexClass></classAccesses>",
    "<customPermissions><name>Use</name></customPermissions>",
    "<tabSettings><tab>Tab</tab></tabSettings>",
    "<objectPermissions><object>Run__c</object></objectPermissions>",
    "<fieldPermissions><field>Run__c.Note__c</field></fieldPermissions>",
    "</PermissionSet>"
  ].join("\n"),
  "staticresources/Texts.resource-meta.xml": "<StaticResource><contentType>text/plain</contentType></StaticResource>",
  "lwc/page/page.js-meta.xml":
    "<LightningComponentBundle><isExposed>true</isExposed><targets><target>lightning__AppPage</target><target>lightning__Tab</target></targets></LightningComponentBundle>",
  "lwc/page/page.html": "<template>\n<c-page-part></c-page-part>\n</template>",
  "lwc/page/page.ts":
    'import ask from "@salesforce/apex/Gateway.ask";\nimport texts from "@salesforce/resourceUrl/Texts";\n' +
    'import use from "@salesforce/customPermission/Use";\nimport { part } from "c/pagePart";\nimport id from "@salesforce/user/Id";\n',
  "lwc/pagePart/pagePart.js": "export const part = 1;"
};

type Path = keyof typeof SOUND;

interface Plant {
  readonly name: string;
  readonly file: Path;
  readonly replace: readonly [string, string];
  readonly problems: readonly string[];
}

const PLANTS: readonly Plant[] = [
  { name: "sound names are not told", file: "classes/Gateway.cls", replace: ["", ""], problems: [] },
  {
    name: "a permission set that names an unknown class",
    file: "permissionsets/Set.permissionset-meta.xml",
    replace: ["Gateway", "Gatway"],
    problems: [
      'permissionsets/Set.permissionset-meta.xml:4: There is no Apex class "Gatway": classes/Gatway.cls is missing.'
    ]
  },
  {
    name: "a permission set that names an unknown custom permission",
    file: "permissionsets/Set.permissionset-meta.xml",
    replace: ["<name>Use", "<name>Used"],
    problems: [
      'permissionsets/Set.permissionset-meta.xml:5: There is no custom permission "Used": customPermissions/Used.customPermission-meta.xml is missing.'
    ]
  },
  {
    name: "a permission set that names an unknown app",
    file: "permissionsets/Set.permissionset-meta.xml",
    replace: [">App<", ">Ap<"],
    problems: [
      'permissionsets/Set.permissionset-meta.xml:3: There is no app "Ap": applications/Ap.app-meta.xml is missing.'
    ]
  },
  {
    name: "a permission set that names an unknown tab",
    file: "permissionsets/Set.permissionset-meta.xml",
    replace: [">Tab<", ">Tap<"],
    problems: ['permissionsets/Set.permissionset-meta.xml:6: There is no tab "Tap": tabs/Tap.tab-meta.xml is missing.']
  },
  {
    name: "a permission set that names an unknown object",
    file: "permissionsets/Set.permissionset-meta.xml",
    replace: [">Run__c<", ">Ran__c<"],
    problems: [
      'permissionsets/Set.permissionset-meta.xml:7: There is no object "Ran__c": objects/Ran__c/Ran__c.object-meta.xml is missing.'
    ]
  },
  {
    name: "a permission set that names an unknown field",
    file: "permissionsets/Set.permissionset-meta.xml",
    replace: ["Note__c", "Noted__c"],
    problems: [
      'permissionsets/Set.permissionset-meta.xml:8: There is no field "Run__c.Noted__c": objects/Run__c/fields/Noted__c.field-meta.xml is missing.'
    ]
  },
  {
    name: "a permission set that names a required field",
    file: "objects/Run__c/fields/Note__c.field-meta.xml",
    replace: ["false", "true"],
    problems: [
      'permissionsets/Set.permissionset-meta.xml:8: The field "Run__c.Note__c" is required, and Salesforce takes no permission on such a field: everybody has it.'
    ]
  },
  {
    name: "metadata that is not well-formed is told once",
    file: "permissionsets/Set.permissionset-meta.xml",
    replace: ["</tab>", ""],
    problems: [
      "permissionsets/Set.permissionset-meta.xml:6: Expected closing tag 'tab' (opened in line 6, col 14) instead of closing tag 'tabSettings'."
    ]
  },
  {
    name: "an app that names an unknown tab",
    file: "applications/App.app-meta.xml",
    replace: [">Tab<", ">Tap<"],
    problems: ['applications/App.app-meta.xml:2: There is no tab "Tap": tabs/Tap.tab-meta.xml is missing.']
  },
  {
    name: "a tab that names an unknown component",
    file: "tabs/Tab.tab-meta.xml",
    replace: ["page", "pages"],
    problems: [
      'tabs/Tab.tab-meta.xml:2: There is no Lightning web component "pages": lwc/pages/pages.js-meta.xml is missing.'
    ]
  },
  {
    name: "a tab whose component is not exposed",
    file: "lwc/page/page.js-meta.xml",
    replace: ["true", "false"],
    problems: ['tabs/Tab.tab-meta.xml:2: The component "page" is not exposed: set isExposed to true.']
  },
  {
    name: "a tab whose component is not for tabs",
    file: "lwc/page/page.js-meta.xml",
    replace: ["lightning__Tab", "lightning__HomePage"],
    problems: ['tabs/Tab.tab-meta.xml:2: The component "page" can\'t stand on a tab: add the target lightning__Tab.']
  },
  {
    name: "an import of an unknown Apex class",
    file: "lwc/page/page.ts",
    replace: ["Gateway.ask", "Gate.ask"],
    problems: ['lwc/page/page.ts:1: There is no Apex class "Gate".']
  },
  ...["asks", "hidden", "instance", "field"].map((method) => ({
    name: `an import of ${method}, which is no static @AuraEnabled method`,
    file: "lwc/page/page.ts" as const,
    replace: ["Gateway.ask", `Gateway.${method}`] as const,
    problems: [`lwc/page/page.ts:1: The Apex class "Gateway" has no static @AuraEnabled method "${method}".`]
  })),
  {
    name: "an import of an unknown static resource",
    file: "lwc/page/page.ts",
    replace: ["resourceUrl/Texts", "resourceUrl/Text"],
    problems: ['lwc/page/page.ts:2: There is no static resource "Text".']
  },
  {
    name: "an import of an unknown custom permission",
    file: "lwc/page/page.ts",
    replace: ["customPermission/Use", "customPermission/Abuse"],
    problems: ['lwc/page/page.ts:3: There is no custom permission "Abuse".']
  },
  {
    name: "an import of an unknown component",
    file: "lwc/page/page.ts",
    replace: ["c/pagePart", "c/part"],
    problems: ['lwc/page/page.ts:4: There is no Lightning web component "c/part".']
  },
  {
    name: "an unknown component in a JavaScript file without TypeScript beside it",
    file: "lwc/pagePart/pagePart.js",
    replace: ["export const part = 1", 'export * from "c/part"'],
    problems: ['lwc/pagePart/pagePart.js:1: There is no Lightning web component "c/part".']
  },
  {
    name: "an unknown component in a template",
    file: "lwc/page/page.html",
    replace: ["<c-page-part>", "<c-page-port>"],
    problems: ['lwc/page/page.html:2: There is no Lightning web component "c/pagePort".']
  }
];

for (const { name, file, replace, problems } of PLANTS) {
  void test(name, (t) => {
    const files = { ...SOUND, [file]: SOUND[file].replace(...replace) };
    const root = project(t, Object.fromEntries(Object.entries(files).map(([path, text]) => [SOURCE + path, text])));
    assert.deepEqual(
      referenceProblems(root).map(
        ({ file: at, line, message }) => `${relative(root, at).slice(SOURCE.length)}:${String(line)}: ${message}`
      ),
      problems
    );
  });
}

void test("JavaScript compiled from TypeScript beside it is not told a second time", (t) => {
  const root = project(t, {
    [`${SOURCE}lwc/page/page.ts`]: 'import "c/part";',
    [`${SOURCE}lwc/page/page.js`]: 'import "c/part";'
  });
  assert.equal(referenceProblems(root).length, 1);
});

void test("a custom label is refused: texts stand in the catalogue", (t) => {
  const root = project(t, { [`${SOURCE}lwc/page/page.ts`]: 'import title from "@salesforce/label/c.Title";' });
  assert.deepEqual(
    referenceProblems(root).map(({ message }) => message),
    ["Texts stand in checklist/messages: MCC Health has no custom labels."]
  );
});
