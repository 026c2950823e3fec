import type { Plant } from "../plant.ts";

const PROJECT = "sfdx-project.json";
const SCRATCH = "config/campaigns-scratch-def.json";

const plant =
  (file: string) =>
  (what: string, change: Plant["change"], message: RegExp): Plant => ({
    what,
    file,
    change,
    by: "definitions",
    message
  });

const project = plant(PROJECT);
const scratch = plant(SCRATCH);

export const DEFINITIONS: readonly Plant[] = [
  project("a package directory that is nowhere", ['"path": "force-app"', '"path": "force-ap"'], /no folder "force-ap"/),
  project(
    "a package directory at which no gate looks",
    ['"path": "force-app"', '"path": "config"'],
    /in none of these/
  ),
  project("a key of the project misspelt", ['"namespace"', '"namespce"'], /no "namespce"/),
  project("a package directory's key misspelt", ['"default": true', '"defalt": true'], /no such value .*"defalt"/),
  project("a project that is no JSON", ['"name": "mcc-health"', '"name" "mcc-health"'], /no JSON: ColonExpected/),
  scratch("a key of a scratch definition misspelt", ['"orgName"', '"orgNmae"'], /no "orgNmae"/),
  scratch("an edition misspelt", ['"edition"', '"editon"'], /no "editon"/),
  scratch("an edition that does not exist", ['"Enterprise"', '"Enterprize"'], /edition takes one of Developer/),
  scratch("a feature that does not exist", ['"MarketingUser"', '"MarketingUsr"'], /no such value .*MarketingUsr/),
  scratch("settings that do not exist", ['"languageSettings"', '"languageSetings"'], /no settings "languageSetings"/),
  scratch(
    "a setting that does not exist",
    ['"enableEndUserLanguages"', '"enableEndUsrLanguages"'],
    /no <enableEndUsrLanguages>/
  ),
  scratch(
    "a word where true or false belongs, in a setting",
    ['"enableEndUserLanguages": true', '"enableEndUserLanguages": "yes"'],
    /"yes": it takes true or false/
  ),
  scratch("a scratch definition that is no JSON", ['"Enterprise"', "Enterprise"], /no JSON/)
];
