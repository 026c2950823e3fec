// Gone when the scratch-org workflow has passed: a deployment says the same.
/** Elements whose text names another piece of metadata. */
export interface Reference {
  readonly path: readonly string[];
  /** What is named, as people call it. */
  readonly what: string;
  /** The file that has to be there for a name. */
  readonly target: (name: string) => string;
}

/** What the gate knows of a kind of metadata. */
interface Kind {
  readonly references: readonly Reference[];
  /** Elements that may hold elements: no name is lost in them. */
  readonly nests: readonly string[];
  /** Elements without elements that hold names all the same, for which there is no rule. */
  readonly refused?: readonly string[];
}

export const objectFile = (name: string): string => `objects/${name}/${name}.object-meta.xml`;
const TAB = { what: "tab", target: (name: string) => `tabs/${name}.tab-meta.xml` };
const PAGE = { what: "Lightning page", target: (name: string) => `flexipages/${name}.flexipage-meta.xml` };
const PERMISSION = {
  what: "custom permission",
  target: (name: string) => `customPermissions/${name}.customPermission-meta.xml`
};

/** The kinds of metadata that MCC Health consists of. Another kind needs its rules here before it may be deployed. */
export const KINDS: Readonly<Record<string, Kind>> = {
  ApexClass: { references: [], nests: [] },
  CustomApplication: {
    references: [
      { path: ["tabs"], ...TAB },
      { path: ["defaultLandingTab"], ...TAB },
      { path: ["utilityBar"], ...PAGE }
    ],
    nests: [],
    refused: ["logo", "uiBundle"]
  },
  CustomField: {
    references: [{ path: ["referenceTo"], what: "object", target: objectFile }],
    nests: [],
    refused: ["formula", "summarizedField", "summaryForeignKey", "metadataRelationshipControllingField"]
  },
  // Fields, rules and lists of an object stand in files of their own.
  CustomObject: { references: [], nests: ["nameField"] },
  CustomPermission: {
    references: [{ path: ["requiredPermission", "customPermission"], ...PERMISSION }],
    nests: ["requiredPermission"]
  },
  CustomTab: {
    references: [
      { path: ["lwcComponent"], what: "Lightning web component", target: (name) => `lwc/${name}/${name}.js-meta.xml` },
      { path: ["flexiPage"], ...PAGE }
    ],
    nests: [],
    refused: ["auraComponent", "page", "scontrol", "splashPageLink"]
  },
  LightningComponentBundle: { references: [], nests: ["capabilities", "targets", "targetConfigs"] },
  PermissionSet: {
    references: [
      { path: ["classAccesses", "apexClass"], what: "Apex class", target: (name) => `classes/${name}.cls` },
      { path: ["customPermissions", "name"], ...PERMISSION },
      {
        path: ["applicationVisibilities", "application"],
        what: "app",
        target: (name) => `applications/${name}.app-meta.xml`
      },
      { path: ["tabSettings", "tab"], ...TAB },
      { path: ["objectPermissions", "object"], what: "object", target: objectFile },
      {
        path: ["fieldPermissions", "field"],
        what: "field",
        target: (name) => `objects/${name.replace(".", "/fields/")}.field-meta.xml`
      }
    ],
    nests: [
      "applicationVisibilities",
      "classAccesses",
      "customPermissions",
      "fieldPermissions",
      "objectPermissions",
      "tabSettings"
    ]
  },
  StaticResource: { references: [], nests: [] }
};
