import { CHECK_IDS, type CheckId } from "../../checklist/index.ts";
import { english } from "../formats/english.ts";

/** The checks that can ask a person: the message catalogue has the case `look` for each of them. */
export const ASKED_CHECKS: readonly CheckId[] = CHECK_IDS.filter(
  (id) => english.maybe(`${id}.look.title`) !== undefined
);
