import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

const ROOT = new URL("../..", import.meta.url);

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the check command, without the set-up that npm puts before it, and waits until it has ended by itself. */
export async function check(...args: readonly string[]): Promise<Outcome> {
  const command = ["--import", "tsx", "local/check.ts", ...args];
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}
