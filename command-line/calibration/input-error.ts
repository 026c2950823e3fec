import { Messages } from "@salesforce/core";
import { core } from "zod";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.calibrate");

/** What a person gave can't be used: what, where, and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** @param what a key of the messages, without `error.` */
export const inputError = (what: string, ...values: string[]): InputError =>
  new InputError(messages.getMessage(`error.${what}`, values));

/** @returns where in the data the first fault lies, and what it is; of a choice, in the form that fits furthest */
export function faultIn(error: core.$ZodError): { readonly path: string; readonly message: string } {
  const { path, message } = deepest(error.issues);
  return { path: core.toDotPath(path) || "the whole", message };
}

type Issue = core.$ZodIssue;

function deepest(issues: readonly Issue[]): { path: PropertyKey[]; message: string } {
  const [first] = issues;
  if (!first) return { path: [], message: "It does not fit." };
  if (first.code !== "invalid_union") return { path: first.path, message: first.message };
  const branches = first.errors.filter((each) => each.length).map(deepest);
  const [best] = branches.sort((a, b) => b.path.length - a.path.length);
  return best
    ? { path: [...first.path, ...best.path], message: best.message }
    : { path: first.path, message: first.message };
}
