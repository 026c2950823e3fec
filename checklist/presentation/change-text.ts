import type { SavedChange, SetupChange } from "../changes/change.ts";
import type { Translator } from "../messages/text.ts";

/** What its sentences are about: `change.<this>.…` in the messages. */
function thingOf({ operation, field }: Pick<SetupChange, "operation" | "field">): string {
  if (operation === "assign" || operation === "unassign") return "assigned";
  if (operation === "attach" || operation === "detach") return "attached";
  return field === "IsActive" || field === "IsFrozen" ? field : "box";
}

/** @returns a change in words: as an order, what is, what will be, and what else will happen */
export function changeTexts(change: SetupChange, words: Translator) {
  const thing = thingOf(change);
  const { before, after, effects, needs, field } = change;
  const values = { ...change.values, ...(field ? { field: { texts: [`change.field.${field}`] } } : {}) };
  const said = (key: string): string => words.maybe(key, values) ?? `[${key}]`;
  return {
    order: said(`change.${thing}.${String(after)}`),
    before: said(`change.${thing}.is.${String(before)}`),
    after: said(`change.${thing}.is.${String(after)}`),
    effects: effects.map(({ key, values: own }) => words({ key, values: { ...values, ...own } })),
    needs: needs.map((permission) => said(`permission.${permission}`))
  };
}

/** @returns a change that was made, or was to be, in one line: when, what, by whom, what came of it, and its number */
export function madeText(change: SavedChange, words: Translator): string {
  const { order } = changeTexts(change, words);
  const { at, by, name, status, reason, message } = change;
  const why = status === "failed" ? words.maybe(`change.reason.${String(reason)}`) : undefined;
  const outcome = [words.maybe(`change.status.${status}`) ?? status, why, message]
    .flatMap((each) => each?.replace(/\.$/, "") || [])
    .join(". ");
  return words({ key: "report.made.line", values: { at: { date: at }, order, by, outcome, name } });
}
