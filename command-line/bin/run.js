#!/usr/bin/env node
// mcc-health check …: the commands of the topic "mcc" without sf, under a name of their own.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Config, execute } from "@oclif/core";

const root = fileURLToPath(new URL("..", import.meta.url));
const { oclif, ...pjson } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const alone = {
  ...oclif,
  bin: "mcc-health",
  commands: `${oclif.commands}/mcc`,
  topics: {},
  // As the commands end when a run failed.
  exitCodes: { default: 3 }
};
// The manifest has the commands as sf calls them.
const loadOptions = await Config.load({ root, pjson: { ...pjson, oclif: alone }, ignoreManifest: true });
const [first, ...others] = process.argv.slice(2);
const args = first === "mcc" ? others : first === "help" ? [...others, "--help"] : process.argv.slice(2);
await execute({ loadOptions, args });
