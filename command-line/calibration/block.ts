import { PAGES, type PageId } from "../../checklist/index.ts";
import { english } from "../formats/english.ts";
import type { Block } from "./schema.ts";
import { UNPROVEN } from "./unproven.ts";

/** For a person to run: the command itself runs no Apex. Counts and types of errors, nothing else. */
const USER_MODE = `for (String name : new List<String>{ 'ConnectedApplication', 'SetupAuditTrail', 'PackageLicense', 'SetupEntityAccess' }) {
  try {
    Integer rows = Database.query('SELECT Id FROM ' + name + ' LIMIT 5', AccessLevel.USER_MODE).size();
    System.debug(name + ': ' + rows);
  } catch (Exception e) {
    System.debug(name + ': ' + e.getTypeName());
  }
}`;

/** @returns the block as Markdown for an issue: what is known at a glance, and the same as data */
export function blockAsMarkdown(block: Block): string {
  const rows = UNPROVEN.map(({ id, question }) => `| \`${id}\` | ${question} | ${shown(block.answers[id])} |`);
  return [
    `### MCC Health calibration${block.demonstration ? " of a demonstration org, which proves nothing" : ""}`,
    ["| | question | answer |", "|---|---|---|", ...rows].join("\n"),
    ["```json", JSON.stringify(block, undefined, 2), "```"].join("\n"),
    "To prove the Setup addresses, open each in the org, and tick those that show their page:",
    Object.entries(PAGES)
      .map(([id, { path }]) => `- [ ] ${english({ key: `page.${id as PageId}` })}: \`${path}\``)
      .join("\n"),
    "To tell what Apex in user mode hides, run this as anonymous Apex and add what it logs:",
    ["```apex", USER_MODE, "```"].join("\n")
  ]
    .join("\n\n")
    .concat("\n");
}

/** Longer answers would make the table unreadable. */
const LONGEST_CELL = 120;

function shown(attempt: Block["answers"][keyof Block["answers"]]): string {
  if ("open" in attempt) return `open: ${attempt.open}`;
  if ("error" in attempt) return `error: \`${attempt.error}\``;
  const text = JSON.stringify(attempt.answer);
  return text.length > LONGEST_CELL ? "below" : `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}
