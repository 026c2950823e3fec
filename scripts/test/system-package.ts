import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A machine without a way to Debian's archive goes on without the packages. */
const LIMIT_MS = 3 * 60_000;

/**
 * Installs Debian packages where that is possible: as root, with apt-get. Elsewhere it does nothing, and what needs
 * them says so.
 */
export function installOnDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing ${packages.join(", ")} with apt-get`);
  const apt = (...args: string[]): void => {
    const { status, stderr } = spawnSync("apt-get", args, {
      encoding: "utf8",
      timeout: LIMIT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    });
    if (status !== 0) console.log(`  apt-get ${args.join(" ")} failed: ${stderr.trim()}`);
  };
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
}
