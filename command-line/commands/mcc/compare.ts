import { Messages } from "@salesforce/core";
import { Args } from "@oclif/core";
import { Flags } from "@salesforce/sf-plugins-core";
import { checkOrg, type CheckOptions } from "../../check-org.ts";
import { compareExitCode, compareSides, comparisonText, type CompareResult } from "../../comparison/compare-sides.ts";
import { lastHealthy } from "../../comparison/last-healthy.ts";
import { readReport } from "../../comparison/report-file.ts";
import { sideOfPrinted, sideOfReport, sideOfSaved, type Side } from "../../comparison/side.ts";
import { readConfirmations } from "../../confirmations/confirmations-file.ts";
import { text } from "../../flags.ts";
import { english } from "../../formats/english.ts";
import { MccCommand } from "../../mcc-command.ts";
import { connectTo, type TargetOrg } from "../../orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.compare");
const checkMessages = Messages.loadMessages("mcc-health", "mcc.check");
const orgMessages = Messages.loadMessages("mcc-health", "mcc.org");

export default class MccCompare extends MccCommand<CompareResult> {
  static override readonly summary = messages.getMessage("summary");
  static override readonly description = messages.getMessage("description");
  static override readonly examples = messages.getMessages("examples");

  static override readonly args = {
    before: Args.string({ description: messages.getMessage("args.before") }),
    after: Args.string({ description: messages.getMessage("args.after") })
  };

  static override readonly flags = {
    "target-org": text({ char: "o", summary: orgMessages.getMessage("flags.target-org-one.summary") }),
    "with-org": text({ summary: messages.getMessage("flags.with-org.summary"), exclusive: ["with-last-healthy"] }),
    "with-last-healthy": Flags.boolean({ summary: messages.getMessage("flags.with-last-healthy.summary") }),
    "confirmations-file": text({ summary: checkMessages.getMessage("flags.confirmations-file.summary") }),
    "api-version": Flags.orgApiVersion({ summary: orgMessages.getMessage("flags.api-version.summary") })
  };

  async run(): Promise<CompareResult> {
    const { args, flags } = await this.parse(MccCompare);
    const sides = await this.sides(args, {
      org: flags["target-org"],
      other: flags["with-org"],
      healthy: flags["with-last-healthy"],
      confirmed: flags["confirmations-file"],
      apiVersion: flags["api-version"]
    });
    const result = compareSides(sides.before, sides.after);
    if (!this.jsonEnabled()) this.log(comparisonText(result, sides, english));
    process.exitCode = compareExitCode(result);
    return result;
  }

  /** @throws {Error} it is not told which two are meant */
  private async sides(
    { before, after }: { readonly before?: string | undefined; readonly after?: string | undefined },
    { org, other, healthy, confirmed, apiVersion }: Asked
  ): Promise<{ readonly before: Side; readonly after: Side }> {
    if (before !== undefined && after !== undefined) {
      if (org !== undefined || other !== undefined || healthy) throw new Error(messages.getMessage("error.which"));
      if (confirmed !== undefined) throw new Error(messages.getMessage("error.confirmations"));
      const [one, two] = [await readReport(before), await readReport(after)];
      return { before: sideOfPrinted(before, one), after: sideOfPrinted(after, two) };
    }
    if ((before === undefined) === (other === undefined && !healthy))
      throw new Error(messages.getMessage("error.which"));
    const confirmations = confirmed === undefined ? [] : await readConfirmations(confirmed, new Date());
    const connect = async (named?: string): Promise<TargetOrg> => connectTo(await this.target(named), apiVersion);
    if (before !== undefined) {
      const file = await readReport(before);
      return { before: sideOfPrinted(before, file), after: await this.sideOf(await connect(org), confirmations, file) };
    }
    const target = await connect(org);
    if (other !== undefined)
      return {
        before: await this.sideOf(target, confirmations),
        after: await this.sideOf(await connect(other), confirmations)
      };
    const saved = await lastHealthy(target);
    const now = await this.sideOf(target, confirmations);
    return { before: sideOfSaved(messages.getMessage("last-healthy"), saved, now), after: now };
  }

  /**
   * @param confirmations those of other orgs don't count
   * @param file whom to check; absent: whom somebody chose in the org
   */
  private async sideOf(
    org: TargetOrg,
    confirmations: CheckOptions["confirmations"],
    file?: CheckedPeople
  ): Promise<Side> {
    const { systemUser, users } = file?.people ?? { systemUser: null, users: [] };
    const report = await checkOrg(org, {
      systemUser: systemUser?.username ?? undefined,
      users: users.flatMap(({ username }) => username ?? []),
      everyone: false,
      confirmations,
      warn: (sentence) => void this.warn(sentence)
    });
    return sideOfReport(org.name, report);
  }
}

interface CheckedPeople {
  readonly people: {
    readonly systemUser: { readonly username: string | null } | null;
    readonly users: readonly { readonly username: string | null }[];
  };
}

interface Asked {
  readonly org: string | undefined;
  readonly other: string | undefined;
  readonly healthy: boolean;
  readonly confirmed: string | undefined;
  readonly apiVersion: string | undefined;
}
