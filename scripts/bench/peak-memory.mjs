// Loaded into a command with --import: says through file descriptor 3, at the end, how much memory it held at most.
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

if (isMainThread) process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
