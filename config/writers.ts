/**
 * The scripts that may send what changes something, each with the reason: the gate `guards` refuses a writing request, a
 * writing method of jsforce and MccFixer's methods in any other.
 */
export const WRITERS: Readonly<Record<string, string>> = {
  "command-line/calibration/try-attaching.ts":
    "tries in a scratch org, after a person agreed, and removes what it made, for sf mcc calibrate --try",
  "command-line/evidence/rest-query.ts": "carries requests; those that write come from command-line/fix",
  "command-line/fix/fixer.ts": "does what MccFixer does, after asking for the custom permission, for sf mcc fix",
  "command-line/fix/org-records.ts": "sends what fixer.ts writes",
  "command-line/marketing-cloud/connect.ts": "asks Marketing Cloud for a token",
  "command-line/marketing-cloud/retrieve.ts":
    "asks Marketing Cloud by SOAP, which only knows POST; retrieve writes nothing",
  "force-app/main/default/lwc/mccFixer/mccFixer.ts": "makes the changes that a person agreed to, through MccFixer",
  "local/page/browser/apex.ts": "calls the stand-in for Apex on this machine",
  "local/page/browser/modules/local/frame/frame.ts": "has the server on this machine ask Marketing Cloud",
  "local/page/records.ts": "writes an embedded org, which is a scenario in memory"
};
