#!/usr/bin/env node
// npx mcc-health check …: the commands of the topic "mcc", without sf.
import { execute } from "@oclif/core";

const args = process.argv.slice(2);
const isCommand = args[0] !== undefined && !args[0].startsWith("-") && args[0] !== "mcc" && args[0] !== "help";
await execute({ dir: import.meta.url, args: isCommand ? ["mcc", ...args] : args });
