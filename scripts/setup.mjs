import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SECONDS_BETWEEN_NEWS = 4;
const OLDEST_NODE = [20, 12];

/** @throws {Error} when this Node lacks what our commands use */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(`MCC Health needs Node ${OLDEST_NODE.join(".")} or later; this is ${process.versions.node}.`);
}

const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {});

// Optional packages are those of other machines too.
const wanted = () =>
  Object.entries(packagesIn(join(root, "package-lock.json"))).filter(
    ([path, entry]) => path !== "" && !entry.optional && !entry.devOptional
  );

const isThere = (path) => existsSync(join(root, path, "package.json"));

// npm leaves a list of what it installed. Comparing it with the lock sees a new lock after a pull, whatever the file
// times say; an install that was broken off may leave the list without the packages.
function isInstalled() {
  const installed = packagesIn(join(root, "node_modules/.package-lock.json"));
  return wanted().every(([path, { version }]) => installed[path]?.version === version && isThere(path));
}

/**
 * Installs the packages of `package-lock.json` where they are missing or of another version. Tells how far it is on
 * stderr, so that stdout stays the command's own.
 * @throws {Error} when npm could not install them
 */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const paths = wanted().map(([path]) => path);
  const say = (text) => process.stderr.write(`${text}\n`);
  say(`Setting up: installing ${paths.length} packages (about 500 MB; a minute or two)`);
  const started = Date.now();
  const news = setInterval(() => {
    const there = paths.filter(isThere).length;
    say(`  ${Math.round((Date.now() - started) / 1000)} s: ${there} of ${paths.length} packages`);
  }, SECONDS_BETWEEN_NEWS * 1000);
  try {
    await npmCi();
  } finally {
    clearInterval(news);
  }
  say(`  installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

function npmCi() {
  // Windows starts npm.cmd through a shell only.
  const npm = spawn("npm", ["ci", "--loglevel=error"], {
    cwd: root,
    shell: process.platform === "win32",
    stdio: ["ignore", "ignore", "inherit"]
  });
  return new Promise((resolve, reject) => {
    npm.once("error", reject);
    npm.once("close", (code) => {
      if (code === 0) resolve();
      else
        reject(new Error(`npm ci ended with ${code}: the packages could not be installed. Its own words are above.`));
    });
  });
}
