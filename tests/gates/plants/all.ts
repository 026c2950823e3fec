import type { Plant } from "../plant.ts";
import { APEX } from "./apex.ts";
import { COMPONENTS } from "./components.ts";
import { DEFINITIONS } from "./definitions.ts";
import { MESSAGES } from "./messages.ts";
import { METADATA } from "./metadata.ts";
import { SOQL } from "./soql.ts";

export const PLANTS: readonly Plant[] = [...APEX, ...SOQL, ...METADATA, ...COMPONENTS, ...DEFINITIONS, ...MESSAGES];
