import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { ROOT } from "../../build/project.ts";

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
 * @returns the most memory that the check command held, in MB of 1,000,000 bytes
 * @throws {Error} the command failed
 */
export async function peakMemoryOfCheck(usernames: readonly string[]): Promise<number> {
  const users = usernames.flatMap((username) => ["--user", username]);
  const child = spawn(
    process.execPath,
    [...commandOf("check"), "--scenario", "large", "--output-format=json", ...users],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: `--import=${PEAK_MEMORY}` },
      stdio: ["ignore", "pipe", "pipe", "pipe"]
    }
  );
  const streamOf = (descriptor: 1 | 2 | 3): Readable => child.stdio[descriptor] as Readable;
  streamOf(1).resume();
  const [errors, peak] = await Promise.all([text(streamOf(2)), text(streamOf(3)), ended(child)]);
  if (peak === "") throw new Error(`The check command said nothing of its memory. ${errors}`);
  return (Number(peak) * 1024) / 1e6;
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
