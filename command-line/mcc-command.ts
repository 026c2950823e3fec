import { Messages, SfError } from "@salesforce/core";
import { SfCommand } from "@salesforce/sf-plugins-core";
import { FAILED } from "./exit-code.ts";
import { defaultTarget, targetNamed, type Target } from "./orgs/target.ts";
import { terminalText } from "./terminal-text.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.command");

/** What our commands share: a run that failed ends with 3, whatever failed, and shows no stack unless asked for. */
export abstract class MccCommand<Result> extends SfCommand<Result> {
  protected override async catch(error: Error): Promise<never> {
    const { actions = [] } = error as Partial<SfError>;
    // A new error: sf gives errors of some kinds codes of its own (sf-plugins-core, lib/errorHandling.js).
    const failed = new SfError(
      terminalText(error.message),
      error.name === "TypeError" ? "Error" : error.name,
      actions,
      FAILED,
      error
    );
    return super.catch(isAskedFor() ? failed : Object.assign(failed, { cause: undefined }));
  }

  /**
   * @param named what `--target-org` says, if anything
   * @throws {OrgError} no org is meant, or with a credential that can't be used
   */
  protected async target(named?: string): Promise<Target> {
    if (named !== undefined) return targetNamed(named);
    // Where no Salesforce CLI runs us, the environment is what somebody has set for this very run.
    const tokenFirst = this.config.name === "mcc-health";
    return defaultTarget({ tokenFirst, warn: (text) => this.warn(text) });
  }

  /**
   * sf-plugins-core calls it when a signal comes (lib/sfCommand.js). What oclif throws here is caught by nobody then: Node
   * would print it with its stack, and end with 1.
   */
  override exit(code = 0): never {
    this.spinner.stop(messages.getMessage("stopped"));
    process.exit(code);
  }

  /** What commands log goes through here, and what comes from an org must not steer it. */
  override log(message = "", ...args: unknown[]): void {
    super.log(terminalText(message), ...args);
  }

  override warn(input: SfCommand.Warning): SfCommand.Warning {
    return super.warn(typeof input === "string" ? terminalText(input) : input);
  }

  override logJson(json: unknown): void {
    const { stack, cause, ...rest } = json as Record<string, unknown>;
    super.logJson(isAskedFor() ? { ...rest, stack, cause } : rest);
  }
}

/** Source: Salesforce CLI Reference, "Environment Variables": SF_ENV=development shows what happened inside. */
const isAskedFor = (): boolean => process.env.SF_ENV === "development";

// Before oclif's own listener, which throws what nobody catches (@oclif/core, lib/command.js): for Node, that is exit code 1.
process.stdout.prependListener("error", (error: NodeJS.ErrnoException) => {
  // The reader may close the pipe early, as `head` does.
  if (error.code === "EPIPE") return;
  console.error(messages.getMessage("error.stdout", [error.code ?? error.message]));
  process.exit(FAILED);
});
