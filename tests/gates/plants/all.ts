import type { Plant } from "../plant.ts";
import { APEX } from "./apex.ts";
import { COMPONENTS } from "./components.ts";
import { GUARDS } from "./guards.ts";
import { MESSAGES } from "./messages.ts";
import { METADATA } from "./metadata.ts";
import { SOQL } from "./soql.ts";

export const PLANTS: readonly Plant[] = [
  ...APEX,
  ...GUARDS,
  ...SOQL,
  ...METADATA,
  ...COMPONENTS,
  ...MESSAGES
];
