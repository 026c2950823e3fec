/** A room of the house, by its folder, and the rooms beside it that it may import from. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/**
 * The arrows between rooms lead one way. Tests (`*.test.ts`, `__tests__`, `testing`) may import from anywhere.
 * A room inside a room is a line of its own, such as `"checklist/checks": ["checklist/engine"]`: of the rooms beside it
 * that are listed here, it may import from those alone.
 */
export const ROOMS: Rooms = {
  checklist: [],
  "checklist/messages": [],
  "checklist/calibration": [],
  "checklist/engine": ["checklist/calibration", "checklist/messages"],
  "checklist/memory": ["checklist/engine", "checklist/messages"],
  "checklist/report": ["checklist/calibration", "checklist/engine", "checklist/messages"],
  "checklist/checks": ["checklist/calibration", "checklist/engine"],

  "force-app": ["checklist"],
  "command-line": ["checklist"],
  build: ["checklist"],
  local: ["build", "checklist", "command-line"],
  config: ["build", "checklist"],
  scripts: ["build", "checklist", "command-line", "config", "local"],
  tests: ["build", "checklist", "command-line", "config", "local", "scripts"]
};

/** Files that are part of a circle which is not mended yet. No other circle may be added, and no file stays for nothing. */
export const IN_CIRCLES: readonly string[] = [
  "checklist/engine/check.ts",
  "checklist/engine/confirmation.ts",
  "checklist/engine/on-request.ts",
  "checklist/engine/queries.ts",
  "command-line/calibration/ask-app.ts",
  "command-line/calibration/ask-audit-trail.ts",
  "command-line/calibration/ask-connector.ts",
  "command-line/calibration/ask-org.ts",
  "command-line/calibration/ask-platform.ts",
  "command-line/calibration/schema.ts",
  "command-line/confirmations/confirmations-file.ts",
  "command-line/confirmations/file-shape.ts",
  "command-line/orgs/access-token.ts",
  "command-line/orgs/org-error.ts",
  "command-line/orgs/target.ts",
  "local/embedded-org/direct-source.ts",
  "local/embedded-org/new-row.ts",
  "local/embedded-org/queries.ts",
  "local/embedded-org/scenario.ts",
  "local/embedded-org/visits.ts",
  "local/embedded-org/write-rules.ts",
  "local/embedded-org/writes.ts",
  "local/embedded-org/written-values.ts"
];
