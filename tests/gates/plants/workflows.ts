import type { Plant } from "../plant.ts";

const plant =
  (file: string) =>
  (what: string, change: Plant["change"], told: RegExp, at?: string | Plant["at"]): Plant => ({
    what,
    file,
    change,
    by: "workflows",
    told,
    ...(at !== undefined && { at: typeof at === "string" ? [file, at] : at })
  });

const WORKFLOWS = ".github/workflows";
const scratch = plant(`${WORKFLOWS}/scratch-org.yml`);
const release = plant(`${WORKFLOWS}/release.yml`);
const nightly = plant(`${WORKFLOWS}/nightly.yml`);
const pullRequest = plant(`${WORKFLOWS}/pull-request.yml`);
const action = plant(".github/actions/salesforce-cli/action.yml");
const example = plant("docs/examples/mcc-health.yml");
const dependabot = plant(".github/dependabot.yml");
const form = plant(".github/ISSUE_TEMPLATE/wrong-finding.yml");
const calibration = plant(".github/ISSUE_TEMPLATE/calibration.yml");
const config = plant(".github/ISSUE_TEMPLATE/config.yml");

export const WORKFLOW_PLANTS: readonly Plant[] = [
  scratch("a workflow that is no YAML", ["jobs:", "jobs: ["], /compact mappings/, "runs-on: ubuntu-latest"),
  scratch("a job without a machine", ["runs-on: ubuntu-latest", "name: Hub"], /missing: runs-on/),
  scratch(
    "a step that runs and uses at once",
    ["- run: npm run salesforce -- scratch", "- uses: ./.github/actions/salesforce-cli\n        run: npm run build #"],
    /Unexpected value 'run'/,
    "- if: always()"
  ),
  scratch("permissions misspelt", ["permissions:\n  contents", "permisions:\n  contents"], /'permisions'/),
  scratch("a permission misspelt", ["contents: read", "contnts: read"], /'contnts'/),
  scratch("a secret that nobody set", ["secrets.DEVHUB_SFDX_URL", "secrets.DEVHUB_URL"], /DEVHUB_URL/),
  scratch("an output of a step that is nowhere", ["steps.secret.", "steps.secrt."], /secrt/),
  scratch("an output of a job that it has not", ["needs.hub.outputs.there", "needs.hub.outputs.their"], /their/),
  scratch("a key that the matrix has not", ["matrix.definition", "matrix.definitions"], /definitions/),
  scratch("a wait for a job that is nowhere", ["needs: hub", "needs: hubb"], /unknown job 'hubb'/),
  scratch("an hour that no day has", ['"17 3 * * 1"', '"17 25 * * 1"'], /Invalid cron/),
  scratch("a function that is none", ["always()", "alwais()"], /alwais/),
  scratch("an event that is none", ["workflow_dispatch:", "workflow_dispach:"], /workflow_dispach/),
  scratch(
    "a scratch org of a definition that is nowhere",
    ["[project, campaigns]", "[project, campaign]"],
    /no config\/campaign-scratch-def\.json/,
    "npm run salesforce -- scratch"
  ),
  scratch("a task that is none", ["salesforce -- delete", "salesforce -- remove"], /no task "remove"/),
  scratch(
    "an action that is nowhere",
    ["./.github/actions/salesforce-cli", "./.github/actions/salesforce"],
    /no action/
  ),
  scratch("an input that an action has not", ["dev-hub: ${{", "devhub: ${{"], /takes no "devhub"/),
  scratch(
    "an input that an action needs",
    ["dev-hub: ${{ secrets.DEVHUB_SFDX_URL }}", "{}"],
    /needs "dev-hub"/,
    "uses: ./.github"
  ),
  plant("config/campaigns-scratch-def.json")(
    "a scratch definition that is gone",
    "remove",
    /no config\/campaigns-scratch-def\.json/,
    [`${WORKFLOWS}/scratch-org.yml`, "npm run salesforce -- scratch"]
  ),
  release(
    "an npm script that is none",
    ["npm run --silent release -- free", "npm run --silent relese -- free"],
    /relese/
  ),
  release("a script that is nowhere", ["- run: .ci/run", "- run: .ci/rnu"], /no \.ci\/rnu/),
  nightly("a step of npm test that is none", ["npm run mutation", "npm test -- lint tpyes"], /no step "tpyes"/),
  nightly(
    "a script that is called by a wrong path",
    ["npm run mutation", "node --import tsx scripts/release/relese.ts"],
    /no scripts\/org\/relese\.ts/
  ),
  pullRequest("an action of others by its tag", [/actions\/checkout@.*/, "actions/checkout@v4"], /by its commit/),
  pullRequest("a commit without its version", [/(actions\/setup-java@\S+) # \S+/, "$1"], /by its commit/),
  action("an action with the Salesforce CLI on an old Node", ["node-version: 22", "node-version: 20"], /needs Node 22/),
  action("a step of an action without its shell", ["- shell: bash", "- name: Install"], /shell/),
  example("an old Node beside the Salesforce CLI", ["node-version: 22", "node-version: 20"], /needs Node 22/),
  example("the Salesforce CLI without its version", [/@salesforce\/cli@\S+/, "@salesforce/cli"], /@salesforce\/cli@\d/),
  example(
    "another Salesforce CLI than the tested",
    [/@salesforce\/cli@\S+/, "@salesforce/cli@2.1.0"],
    /@salesforce\/cli@\d/
  ),
  example("a variable that nobody set", ["vars.MCC_SYSTEM_USER", "vars.MCC_SYSTEM"], /MCC_SYSTEM/),
  dependabot(
    "a key that Dependabot has not",
    ["versioning-strategy: increase", "version-strategy: increase"],
    /version-strategy/
  ),
  dependabot("an interval that is none", ["interval: monthly", "interval: montly"], /interval/),
  dependabot("packages of no known kind", ["package-ecosystem: npm", "package-ecosystem: nmp"], /package-ecosystem/),
  dependabot(
    "updates of no folder",
    ["directories: [/, /tests/sf]", "open: []"],
    /"directory" or "directories"/,
    "package-ecosystem: npm"
  ),
  form("a field of no known type", ["type: dropdown", "type: dropdwn"], /type/),
  form("a key that a form has not", ["placeholder: permitted-users", "placehoder: permitted-users"], /placehoder/),
  form("a field without its label", ["label: What does it say?", "description: What does it say?"], /label/),
  form("two fields of one id", ["id: seen", "id: state"], /same id/, "- type: markdown"),
  form("a form without its name", ["name: A finding is wrong", "title: A finding is wrong"], /name/),
  calibration("an option that YAML takes for yes or no", ['["Yes", "No",', "[true, false,"], /expected string/),
  config("a switch that is none", ["blank_issues_enabled", "blank_issue_enabled"], /blank_issue/)
];
