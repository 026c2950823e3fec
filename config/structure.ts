/** A room of the house, by its folder, and the rooms beside it that it may import from. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

/**
 * The arrows between rooms lead one way. Tests (`*.test.ts`, `__tests__`, `testing`) may import from anywhere.
 * A room inside a room is a line of its own, such as `"checklist/queries": ["checklist/evidence"]`: of the rooms beside it
 * that are listed here, it may import from those alone.
 */
export const ROOMS: Rooms = {
  checklist: [],
  // The rooms of the checklist, from the ground up. Its catalogue and its face, index.ts, stand above them all.
  "checklist/messages": [],
  "checklist/calibration": [],
  "checklist/marketing-cloud": [],
  "checklist/evidence": [],
  "checklist/queries": ["checklist/evidence"],
  "checklist/changes": ["checklist/evidence", "checklist/messages"],
  "checklist/facts": [
    "checklist/queries",
    "checklist/evidence",
    "checklist/calibration",
    "checklist/marketing-cloud",
    "checklist/messages"
  ],
  "checklist/gather": ["checklist/facts", "checklist/queries", "checklist/evidence"],
  "checklist/judge": [
    "checklist/changes",
    "checklist/facts",
    "checklist/queries",
    "checklist/evidence",
    "checklist/calibration",
    "checklist/marketing-cloud",
    "checklist/messages"
  ],
  "checklist/checks": [
    "checklist/changes",
    "checklist/judge",
    "checklist/marketing-cloud",
    "checklist/facts",
    "checklist/queries",
    "checklist/evidence",
    "checklist/calibration"
  ],
  "checklist/runbook": [
    "checklist/judge",
    "checklist/facts",
    "checklist/queries",
    "checklist/evidence",
    "checklist/calibration",
    "checklist/messages"
  ],
  "checklist/symptoms": ["checklist/judge", "checklist/facts"],
  "checklist/presentation": ["checklist/changes", "checklist/judge", "checklist/facts", "checklist/messages"],
  "checklist/records": [
    "checklist/changes",
    "checklist/gather",
    "checklist/judge",
    "checklist/facts",
    "checklist/queries",
    "checklist/evidence",
    "checklist/marketing-cloud",
    "checklist/messages"
  ],
  "checklist/report": [
    "checklist/changes",
    "checklist/presentation",
    "checklist/judge",
    "checklist/facts",
    "checklist/calibration",
    "checklist/messages"
  ],

  "force-app": ["checklist"],
  "command-line": ["checklist"],
  build: ["checklist"],
  local: ["build", "checklist", "command-line"],
  config: ["build", "checklist"],
  scripts: ["build", "checklist", "command-line", "config", "local"],
  tests: ["build", "checklist", "command-line", "config", "local", "scripts"]
};
