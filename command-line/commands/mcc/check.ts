import { Messages } from "@salesforce/core";
import { Flags } from "@salesforce/sf-plugins-core";
import pLimit from "p-limit";
import {
  complaintIn,
  printedReport,
  SYMPTOM_IDS,
  type Complaint,
  type PrintedReport
} from "../../../checklist/index.ts";
import { checkOrg, type CheckOptions } from "../../check-org.ts";
import type { CheckedOrg } from "../../checked-org.ts";
import { readConfirmations } from "../../confirmations/confirmations-file.ts";
import { exitCodeOf, THRESHOLDS } from "../../exit-code.ts";
import { english } from "../../formats/english.ts";
import { explanationLines, printedExplanation, type PrintedExplanation } from "../../formats/explanation.ts";
import { FORMAT_NAMES, FORMATS, type FormatName } from "../../formats/formats.ts";
import { summaryLines } from "../../formats/summary.ts";
import { text } from "../../flags.ts";
import { overApi } from "../../marketing-cloud/over-api.ts";
import { settingsFrom } from "../../marketing-cloud/settings.ts";
import { MccCommand } from "../../mcc-command.ts";
import { OrgError } from "../../orgs/org-error.ts";
import { connectTo } from "../../orgs/target-org.ts";
import { targetsNamed, type Target } from "../../orgs/target.ts";
import { outputFiles, printReport, writeReport } from "../../output.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.check");
const orgMessages = Messages.loadMessages("mcc-health", "mcc.org");

/** How many orgs are checked side by side; each has up to eight queries open. */
const ORGS_AT_ONCE = 4;

export interface CheckResult {
  readonly orgs: readonly ({ readonly targetOrg: string } & (
    { readonly report: PrintedReport; readonly explanation?: PrintedExplanation } | { readonly error: string }
  ))[];
}

export default class MccCheck extends MccCommand<CheckResult> {
  static override readonly summary = messages.getMessage("summary");
  static override readonly description = messages.getMessage("description");
  static override readonly examples = messages.getMessages("examples");

  static override readonly flags = {
    "target-org": text({
      char: "o",
      summary: orgMessages.getMessage("flags.target-org.summary"),
      multiple: true,
      multipleNonGreedy: true
    }),
    "api-version": Flags.orgApiVersion({ summary: orgMessages.getMessage("flags.api-version.summary") }),
    "system-user": text({ summary: messages.getMessage("flags.system-user.summary") }),
    app: text({ summary: orgMessages.getMessage("flags.app.summary") }),
    user: text({ summary: messages.getMessage("flags.user.summary"), multiple: true, multipleNonGreedy: true }),
    "all-users": Flags.boolean({ summary: messages.getMessage("flags.all-users.summary") }),
    "confirmations-file": text({
      summary: messages.getMessage("flags.confirmations-file.summary"),
      aliases: ["confirm"],
      deprecateAliases: true
    }),
    "marketing-cloud": Flags.boolean({
      summary: messages.getMessage("flags.marketing-cloud.summary"),
      description: messages.getMessage("flags.marketing-cloud.description")
    }),
    symptom: text({
      summary: messages.getMessage("flags.symptom.summary"),
      description: messages.getMessage("flags.symptom.description", [SYMPTOM_IDS.join(", ")])
    }),
    "output-format": Flags.option({
      options: FORMAT_NAMES,
      summary: messages.getMessage("flags.output-format.summary"),
      description: messages.getMessage("flags.output-format.description")
    })(),
    "output-file": text({
      summary: messages.getMessage("flags.output-file.summary"),
      multiple: true,
      multipleNonGreedy: true
    }),
    "fail-on": Flags.option({
      options: THRESHOLDS,
      default: "problem",
      summary: messages.getMessage("flags.fail-on.summary")
    })()
  };

  async run(): Promise<CheckResult> {
    const { flags } = await this.parse(MccCheck);
    const format = flags["output-format"];
    const files = await outputFiles(flags["output-file"] ?? [], format);
    const complaint = flags.symptom === undefined ? undefined : known(flags.symptom);
    const named = flags["target-org"];
    const targets = named ? await targetsNamed(named) : [await this.target()];

    const warn = (text: string): void => void this.warn(text);
    const options: CheckOptions = {
      systemUser: flags["system-user"],
      app: flags.app,
      users: flags.user ?? [],
      everyone: flags["all-users"],
      confirmations:
        flags["confirmations-file"] === undefined
          ? []
          : await readConfirmations(flags["confirmations-file"], new Date()),
      ...(flags["marketing-cloud"] && { marketingCloud: overApi(settingsFrom(process.env), warn) }),
      warn
    };

    // In a pipe or a log, the spinner's frames would be noise.
    if (process.stderr.isTTY) this.spinner.start(messages.getMessage("progress", [String(targets.length)]));
    const limit = pLimit(ORGS_AT_ONCE);
    const orgs = await Promise.all(
      targets.map((target) => limit(() => checked(target, flags["api-version"], options)))
    );
    this.spinner.stop();

    const textAs = (name: FormatName): Iterable<string> => FORMATS[name](orgs, english, this.config.version);
    for (const file of files) {
      await writeReport(file.path, textAs(file.format));
      this.log(messages.getMessage("written", [file.path]));
    }
    const errors = orgs.flatMap((org) => ("error" in org ? [org.error] : []));
    if (errors.length === orgs.length) throw new OrgError(errors.join("\n"));
    for (const error of errors) this.warn(error);

    if (!this.jsonEnabled()) {
      // Another format than text is for a program: nothing may stand before it.
      const isText = files.length > 0 || (format ?? "human") === "human";
      if (complaint) this[isText ? "log" : "logToStderr"](explanationLines(orgs, complaint, english));
      if (!files.length) await printReport(textAs(format ?? "human"));
      if (files.length || (orgs.length > 1 && (format ?? "human") === "human")) this.log(summaryLines(orgs, english));
    }
    process.exitCode = exitCodeOf(orgs, flags["fail-on"]);
    return { orgs: orgs.map((org) => printed(org, complaint)) };
  }
}

async function checked(target: Target, apiVersion: string | undefined, options: CheckOptions): Promise<CheckedOrg> {
  try {
    const org = await connectTo(target, apiVersion);
    return { name: org.name, report: await checkOrg(org, options) };
  } catch (error) {
    // Anything else is a fault of ours, not of one org.
    if (error instanceof OrgError) return { name: target.name, error: error.message };
    throw error;
  }
}

/** @throws {Error} lists the symptoms where this is none, and no text that is known */
function known(said: string): Complaint {
  const complaint = complaintIn(said);
  if (complaint) return complaint;
  const symptoms = SYMPTOM_IDS.map((id) => `  ${id.padEnd(SYMPTOM_WIDTH)}${english({ key: `symptom.${id}` })}`);
  throw new Error(messages.getMessage("error.symptom", [said, symptoms.join("\n")]));
}

const SYMPTOM_WIDTH = 2 + Math.max(...SYMPTOM_IDS.map(({ length }) => length));

const printed = (org: CheckedOrg, complaint: Complaint | undefined): CheckResult["orgs"][number] =>
  "report" in org
    ? {
        targetOrg: org.name,
        report: printedReport(org.report, english),
        ...(complaint && { explanation: printedExplanation(org, complaint, english) })
      }
    : { targetOrg: org.name, error: org.error };
