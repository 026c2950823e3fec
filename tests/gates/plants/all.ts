import type { Plant } from "../plant.ts";
import { APEX } from "./apex.ts";
import { APEX_NAMES } from "./apex-names.ts";
import { COMPONENTS } from "./components.ts";
import { DEFINITIONS } from "./definitions.ts";
import { GUARDS } from "./guards.ts";
import { MESSAGES } from "./messages.ts";
import { METADATA } from "./metadata.ts";
import { PMD_RULES } from "./pmd-rules.ts";
import { SOQL } from "./soql.ts";
import { WORKFLOW_PLANTS } from "./workflows.ts";

export const PLANTS: readonly Plant[] = [
  ...APEX,
  ...APEX_NAMES,
  ...PMD_RULES,
  ...GUARDS,
  ...SOQL,
  ...METADATA,
  ...COMPONENTS,
  ...DEFINITIONS,
  ...MESSAGES,
  ...WORKFLOW_PLANTS
];
