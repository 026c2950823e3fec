import { statusOf, type Report } from "../../checklist/index.ts";

/** What a reader looks for by: the one result that is about the check of the org as a whole. */
export const ORG_CHECKED = "org-checked";

/**
 * @returns whether the verdict is `incomplete` for a reason that no finding shows: evidence never came, or nothing was
 * judged. A format that only lists findings would look green then.
 */
export const isIncompleteWithoutFinding = ({ verdict, findings }: Report): boolean =>
  verdict === "incomplete" && !findings.some((finding) => ["unknown", "confirm"].includes(statusOf(finding)));
