import type { Plant } from "../plant.ts";

const plant =
  (file: string) =>
  (what: string, change: Plant["change"], message: RegExp, at?: string | Plant["at"]): Plant => ({
    what,
    file,
    change,
    by: "workflows",
    message,
    ...(at !== undefined && { at: typeof at === "string" ? [file, at] : at })
  });

const WORKFLOWS = ".github/workflows";
const scratch = plant(`${WORKFLOWS}/scratch-org.yml`);
const pullRequest = plant(`${WORKFLOWS}/pull-request.yml`);
const action = plant(".github/actions/salesforce-cli/action.yml");
const example = plant("docs/examples/mcc-health.yml");

export const WORKFLOW_PLANTS: readonly Plant[] = [
  scratch("a workflow that is no YAML", ["jobs:", "jobs: ["], /compact mappings/, "runs-on: ubuntu-latest"),
  scratch("a job without a machine", ["runs-on: ubuntu-latest", "name: Hub"], /missing: runs-on/),
  scratch(
    "a step that runs and uses at once",
    ["- if: always()", "- uses: ./.github/actions/salesforce-cli"],
    /Unexpected value 'run'/,
    "run: sf org delete"
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
  pullRequest("an action of others by its tag", [/actions\/checkout@.*/, "actions/checkout@v4"], /by its commit/),
  pullRequest("a commit without its version", [/(actions\/setup-java@\S+) # \S+/, "$1"], /by its commit/),
  action("a step of an action without its shell", ["- shell: bash", "- name: Install"], /shell/),
  example("the Salesforce CLI without its version", [/@salesforce\/cli@\S+/, "@salesforce/cli"], /@salesforce\/cli@\d/),
  example(
    "another Salesforce CLI than the tested",
    [/@salesforce\/cli@\S+/, "@salesforce/cli@2.1.0"],
    /@salesforce\/cli@\d/
  ),
  example("a variable that nobody set", ["vars.MCC_SYSTEM_USER", "vars.MCC_SYSTEM"], /MCC_SYSTEM/)
];
