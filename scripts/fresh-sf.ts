import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { packCommandLine } from "./release/pack.ts";
import { CACHE, ROOT } from "../build/project.ts";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Run = (args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Ended>;

/** A Salesforce CLI as somebody has it who has just installed it, with our plugin from its tarball. */
export interface FreshSf {
  /** Runs `sf ARGS…` and waits until it has ended. */
  readonly sf: Run;
  /** Runs `mcc-health ARGS…`, as `npx mcc-health` would. */
  readonly mccHealth: Run;
}

/** The pinned CLI. */
const SF = join(ROOT, "tests", "sf");
const LOCK = join(SF, "package-lock.json");
const hashOf = (...files: readonly string[]): string =>
  files
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256"))
    .digest("hex")
    .slice(0, 16);

/**
 * Installs the published CLI below .cache where it is missing.
 * @returns the folder with its node_modules
 * @throws {Error} with npm's own words, when it can't be installed
 */
export const installedCli = (): string =>
  install(join(CACHE, "sf", hashOf(LOCK)), (folder) => {
    for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(SF, file), join(folder, file));
    required("npm", ["ci", "--loglevel=error", "--no-fund", "--no-audit"], { cwd: folder });
  });

/**
 * Installs the published CLI below .cache where it is missing, and in a home of its own our plugin, as it would be
 * published. Both are kept for as long as they are the same.
 * @param home names a home of its own, so that nobody finds the logins of another
 * @throws {Error} with npm's or sf's own words, when one of them can't be installed
 */
export async function freshSf(home: string): Promise<FreshSf> {
  const cli = installedCli();
  const node = join(cli, "node_modules/node/bin/node");
  const sfScript = join(cli, "node_modules/@salesforce/cli/bin/run.js");

  const tarball = await packCommandLine();
  const installed = install(join(CACHE, "sf", `plugin-${hashOf(LOCK, tarball)}`), (folder) => {
    required(node, [sfScript, "plugins", "install", `file://${tarball}`], {
      env: environmentIn(folder, node),
      // The plugin is not signed by Salesforce: the question whether to trust it is answered.
      input: "y\n"
    });
  });
  const homeFolder = join(installed, home);
  rmSync(homeFolder, { recursive: true, force: true });
  mkdirSync(homeFolder);

  const run = (script: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ended> =>
    new Promise((resolve) => {
      const env = { ...environmentIn(homeFolder, node), SF_DATA_DIR: dataDir(installed), ...more };
      execFile(node, [script, ...args], { cwd: homeFolder, env, maxBuffer: 100_000_000 }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
      );
    });
  const bin = join(dataDir(installed), "node_modules/mcc-health/bin/run.js");
  return {
    sf: (args, environment) => run(sfScript, args, environment),
    mccHealth: (args, environment) => run(bin, args, environment)
  };
}

/** Where sf keeps the plugins that it installed. */
const dataDir = (home: string): string => join(home, "data");

/** What is set for the Salesforce CLI, its libraries and its folders, and what tells them of a CI: they draw less there. */
const AMBIENT = /^((SF|SFDX|FORCE|XDG|OCLIF|CI)_|(CI|CONTINUOUS_INTEGRATION)$)/;

/** Nothing of the machine or the person at it: no logins, no plugins, no settings, no reports of use. */
const environmentIn = (home: string, node: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !AMBIENT.test(name))),
  PATH: [dirname(node), process.env.PATH].join(":"),
  HOME: home,
  // How npm reaches its registry from here.
  npm_config_userconfig: process.env.npm_config_userconfig ?? join(homedir(), ".npmrc"),
  SF_DATA_DIR: dataDir(home),
  SF_DISABLE_TELEMETRY: "true",
  SF_AUTOUPDATE_DISABLE: "true",
  SF_SKIP_NEW_VERSION_CHECK: "true",
  SF_USE_GENERIC_UNIX_KEYCHAIN: "true"
});

/** Makes a folder whole or not at all. */
function install(folder: string, make: (unfinished: string) => void): string {
  if (existsSync(join(folder, "whole"))) return folder;
  // Some of what npm installs knows where it lies, so that it is made where it stays.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make(folder);
  writeFileSync(join(folder, "whole"), "");
  return folder;
}

function required(command: string, args: readonly string[], options: Parameters<typeof spawnSync>[2]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", ...options });
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(" ")} failed: ${error?.message ?? ""}\n${String(stdout)}\n${String(stderr)}`
    );
}
