/** Arguments of one call of the Salesforce CLI. */
export type Command = readonly string[];

const PACKAGE = "MCC Health";
const PERMISSION_SET = "MCC_Health";
const DEFINITION = "config/project-scratch-def.json";

/**
 * What people do with an org, as calls of the Salesforce CLI in their order. The placeholders `{org}`, `{definition}`
 * and `{version}` are filled in. Source: Salesforce CLI Command Reference; Salesforce DX Developer Guide, "Unlocked
 * Packages".
 */
export const TASKS = {
  /** A new scratch org, with all of MCC Health in it and tested. Needs a default Dev Hub. */
  scratch: [
    [
      "org",
      "create",
      "scratch",
      "--definition-file",
      "{definition}",
      "--alias",
      "{org}",
      "--duration-days",
      "7",
      "--wait",
      "20"
    ],
    ["project", "deploy", "start", "--target-org", "{org}", "--wait", "30"],
    ["org", "assign", "permset", "--name", PERMISSION_SET, "--target-org", "{org}"],
    [
      "apex",
      "run",
      "test",
      "--test-level",
      "RunLocalTests",
      "--code-coverage",
      "--result-format",
      "human",
      "--target-org",
      "{org}",
      "--wait",
      "20"
    ]
  ],
  delete: [["org", "delete", "scratch", "--target-org", "{org}", "--no-prompt"]],
  /** Once for each Dev Hub: writes the package's id into sfdx-project.json, to be committed. */
  package: [
    ["package", "create", "--name", PACKAGE, "--package-type", "Unlocked", "--path", "force-app", "--no-namespace"]
  ],
  /** A new version, and its id (04t…). Salesforce wants 75 % of the Apex covered before it promotes one. */
  version: [
    [
      "package",
      "version",
      "create",
      "--package",
      PACKAGE,
      "--definition-file",
      DEFINITION,
      "--installation-key-bypass",
      "--code-coverage",
      "--wait",
      "60",
      "--json"
    ]
  ],
  /** What is released already, for `npm run release -- free`. */
  released: [["package", "version", "list", "--packages", PACKAGE, "--released", "--json"]],
  promote: [["package", "version", "promote", "--package", "{version}", "--no-prompt"]],
  /** For admins only: for all users, profiles would get access to the objects, and everybody could read what is kept. */
  install: [
    [
      "package",
      "install",
      "--package",
      "{version}",
      "--target-org",
      "{org}",
      "--security-type",
      "AdminsOnly",
      "--wait",
      "20",
      "--no-prompt"
    ],
    ["org", "assign", "permset", "--name", PERMISSION_SET, "--target-org", "{org}"]
  ]
} satisfies Record<string, readonly Command[]>;

export type Task = keyof typeof TASKS;

/** Tasks that send what lies here, so that it has to be built. */
export const SENDS: ReadonlySet<Task> = new Set<Task>(["scratch", "version"]);

/** What fills the placeholders. */
export interface Values {
  readonly org: string;
  readonly definition: string;
  readonly version?: string;
}

export const DEFAULTS: Values = { org: "mcc-health", definition: DEFINITION };

/**
 * @returns the calls for a task
 * @throws {Error} when it needs a package version and none is named, or what is named is none
 */
export function commandsOf(task: Task, values: Values): Command[] {
  return TASKS[task].map((command) => command.map((argument) => filled(argument, values)));
}

function filled(argument: string, { org, definition, version }: Values): string {
  if (argument === "{org}") return org;
  if (argument === "{definition}") return definition;
  if (argument !== "{version}") return argument;
  if (version === undefined || !/^04t[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/.test(version))
    throw new Error(
      `Name the package version by its id, 04t and 12 or 15 more letters: --version ID. It is "${version ?? ""}".`
    );
  return version;
}
