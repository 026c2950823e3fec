import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { constants, readdirSync, statSync } from "node:fs";
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileErrorOf, writablePath, writeFileAtomically } from "./write-file-atomically.ts";

const UMASK = 0o022;
process.umask(UMASK);
const POSIX = process.platform !== "win32";
const NOT_POSIX = POSIX ? false : "Windows has neither modes of files nor links for everybody.";
let parent: string;
let folder: string;
let runs = 0;
before(async () => void (parent = await mkdtemp(join(tmpdir(), "mcc-write-"))));
after(() => rm(parent, { recursive: true }));
beforeEach(async () => {
  folder = join(parent, String(++runs));
  await mkdir(folder);
});
const at = (name: string): string => join(folder, name);
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

test("a new file is written whole, with what the umask leaves, and nothing lies beside it", async () => {
  await writeFileAtomically(at("new"), ["a", "b"]);
  assert.equal(await readFile(at("new"), "utf8"), "ab");
  if (POSIX) assert.equal(await modeOf(at("new")), 0o666 & ~UMASK);
  assert.deepEqual(await readdir(folder), ["new"]);
});

describe("a file that is there", { skip: NOT_POSIX }, () => {
  for (const mode of [0o600, 0o640, 0o666])
    test(`keeps its mode ${mode.toString(8)}, and so does the unfinished one from the start`, async () => {
      await writeFile(at("report"), "before");
      await chmod(at("report"), mode);
      const seen: number[] = [];
      await writeFileAtomically(
        at("report"),
        (function* () {
          yield "after";
          const [unfinished = ""] = readdirSync(folder).filter((name) => name.endsWith(".tmp"));
          seen.push(statSync(at(unfinished)).mode & 0o777);
        })()
      );
      assert.deepEqual(seen, [mode & ~UMASK]);
      assert.equal(await modeOf(at("report")), mode);
      assert.equal(await readFile(at("report"), "utf8"), "after");
    });

  test("is still there when the new content breaks off, and nothing lies beside it", async () => {
    await writeFile(at("report"), "before");
    const broken = (function* () {
      yield "half";
      throw new Error("broken off");
    })();
    await assert.rejects(writeFileAtomically(at("report"), broken), /broken off/);
    assert.equal(await readFile(at("report"), "utf8"), "before");
    assert.deepEqual(await readdir(folder), ["report"]);
  });
});

describe("a link", { skip: NOT_POSIX }, () => {
  for (const { name, links } of [
    { name: "to a file", links: [["link", "elsewhere/target"]] },
    {
      name: "to a link to a file",
      links: [
        ["link", "second"],
        ["second", "elsewhere/target"]
      ]
    }
  ] as const)
    for (const exists of [true, false])
      test(`${name} that is ${exists ? "" : "not "}there stays, and the file that it leads to is written`, async () => {
        await mkdir(at("elsewhere"));
        for (const [from, to] of links) await symlink(to, at(from));
        if (exists) await writeFile(at("elsewhere/target"), "before");
        assert.equal(await writablePath(at("link")), await writablePath(at("elsewhere/target")));
        await writeFileAtomically(at("link"), "after");
        assert.equal(await readlink(at("link")), links[0][1]);
        assert.equal(await readFile(at("elsewhere/target"), "utf8"), "after");
      });
});

describe("what is no file is written straight into, and stays what it is", { skip: NOT_POSIX }, () => {
  test("a named pipe", async () => {
    execFileSync("mkfifo", [at("pipe")]);
    // Open both ways, so that neither waits for the other.
    const pipe = await open(at("pipe"), constants.O_RDWR);
    try {
      assert.equal(await writablePath(at("pipe")), at("pipe"));
      await writeFileAtomically(at("pipe"), ["a", "b"]);
      const { buffer, bytesRead } = await pipe.read();
      assert.equal(buffer.toString("utf8", 0, bytesRead), "ab");
    } finally {
      await pipe.close();
    }
    assert.ok((await lstat(at("pipe"))).isFIFO(), "it became something else");
    assert.deepEqual(await readdir(folder), ["pipe"]);
  });

  test("a device, by its name and by a link", async (context) => {
    try {
      // The numbers of /dev/null (Linux, Documentation/admin-guide/devices.txt).
      execFileSync("mknod", [at("device"), "c", "1", "3"], { stdio: "ignore" });
      await writeFile(at("device"), "");
    } catch {
      context.skip("only root may make devices, and not everywhere");
      return;
    }
    await symlink("device", at("link"));
    for (const name of ["device", "link"]) await writeFileAtomically(at(name), "gone");
    assert.ok((await lstat(at("device"))).isCharacterDevice(), "it became something else");
    assert.equal(await readlink(at("link")), "device");
  });

  test("what a shell offers as >(command)", () => {
    const script = `import { writeFileAtomically } from ${JSON.stringify(new URL("write-file-atomically.ts", import.meta.url).href)};
      await writeFileAtomically(process.argv[1], "after");`;
    const heard = execFileSync(
      "bash",
      [
        "-c",
        `"$0" --import tsx --input-type=module -e "$1" >(cat >"$2") && wait $!; cat "$2"`,
        process.execPath,
        script,
        at("heard")
      ],
      { encoding: "utf8" }
    );
    assert.equal(heard, "after");
  });
});

describe("what can't be written is told before and at writing", () => {
  const CASES = [
    { name: "a folder", path: "folder", says: /^it is a folder$/ },
    { name: "a file in no folder", path: "none/report", says: /^there is no folder .*none$/ },
    { name: "a file in a file", path: "file/report", says: /^there is no folder .*file$/ },
    { name: "a link that leads into no folder", path: "astray", says: /^there is no folder .*none$/ },
    { name: "links in a circle", path: "circle", says: /^ELOOP$/ }
  ];
  for (const { name, path, says } of CASES)
    test(name, { skip: /link/.test(name) && NOT_POSIX }, async () => {
      await mkdir(at("folder"));
      await writeFile(at("file"), "before");
      if (POSIX) await symlink("none/report", at("astray"));
      if (POSIX) await symlink("circle", at("circle"));
      const saysSo = (error: unknown): boolean => (assert.match(fileErrorOf(error), says), true);
      await assert.rejects(writablePath(at(path)), saysSo);
      await assert.rejects(writeFileAtomically(at(path), "after"), saysSo);
      assert.equal(await readFile(at("file"), "utf8"), "before");
    });
});

test("two names of one place are told as one", async () => {
  assert.equal(await writablePath(at("new")), await writablePath(`${folder}/./new`));
  await mkdir(at("folder"));
  if (POSIX) await symlink("folder", at("same"));
  if (POSIX) assert.equal(await writablePath(at("same/new")), await writablePath(at("folder/new")));
});
