import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../build/project.ts";
import { startOrg } from "../../local/embedded-org/org.ts";
import type { Scenario } from "../../local/embedded-org/scenario.ts";
import { freshSf } from "../fresh-sf.ts";

const PEAK_MEMORY = new URL("peak-memory.mjs", import.meta.url).href;

/** @returns what `npm run NAME` would start, without npm in between */
function commandOf(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const [, ...args] = scripts[name]?.split(" ") ?? [];
  return args;
}

/**
 * As published, and without the embedded org, which a person's own org is not either.
 * @returns the most memory that the check command held, in MB of 1,000,000 bytes
 * @throws {Error} the command failed
 */
export async function peakMemoryOfCheck(scenario: Scenario, usernames: readonly string[]): Promise<number> {
  const users = usernames.flatMap((username) => ["--user", username]);
  const { mccHealth } = await freshSf("memory");
  const folder = await mkdtemp(join(tmpdir(), "memory-"));
  const org = await startOrg({ scenario });
  try {
    const said = join(folder, "peak");
    const { stderr } = await mccHealth(["check", "--output-format", "json", ...users], {
      SF_ACCESS_TOKEN: org.accessToken,
      SF_ORG_INSTANCE_URL: org.url,
      NODE_OPTIONS: `--import=${PEAK_MEMORY}`,
      PEAK_MEMORY_FILE: said
    });
    const peak = await readFile(said, "utf8").catch(() => {
      throw new Error(`The check command said nothing of its memory. ${stderr}`);
    });
    return (Number(peak) * 1024) / 1e6;
  } finally {
    await org.close();
    await rm(folder, { recursive: true });
  }
}

/** @returns how long `npm start` takes until it says that it runs, once everything is built */
export async function startMs(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [...commandOf("start"), "--no-open", "--port", "0"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"]
  });
  const end = ended(child);
  try {
    for await (const chunk of child.stdout) if (String(chunk).includes("http://")) return performance.now() - started;
    throw new Error("npm start ended before it served anything.");
  } finally {
    child.kill();
    await end;
  }
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once("close", () => resolve()));
