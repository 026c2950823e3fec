import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { dirname, relative } from "node:path";
import { describe, test } from "node:test";
import { whyNoJava } from "../../scripts/gates/java.ts";
import type { Problem } from "../../scripts/gates/problems.ts";
import { GATES } from "./gates.ts";
import type { GateName, Plant } from "./plant.ts";
import { copyOfProject, lineOf, plant, uproot } from "./planted.ts";
import { PLANTS } from "./plants/all.ts";

/** They take seconds to start, and one error hides no other: all that is planted for them goes into one copy. */
const TOGETHER: readonly GateName[] = ["apex", "generated", "guards", "lint", "package", "pmd", "types"];
const NEED_JAVA: readonly GateName[] = ["apex", "pmd"];
const noJava = whyNoJava();

/** They read a folder as one: an error in a file can hide those in the others. */
const BY_FOLDER: readonly GateName[] = ["lwc", "messages"];

const placesOf = ({ file, at, by }: Plant): string[] =>
  [file, ...(at ? [at[0]] : [])].map((path) => (BY_FOLDER.includes(by) ? dirname(path) : path));

/** As few copies as hold each file's errors one at a time. */
function rounds(gate: GateName, plants: readonly Plant[]): Plant[][] {
  if (TOGETHER.includes(gate)) return [[...plants]];
  const found: Plant[][] = [];
  for (const next of plants) {
    const free = found.find((round) =>
      round.every((other) => !placesOf(other).some((file) => placesOf(next).includes(file)))
    );
    if (free) free.push(next);
    else found.push([next]);
  }
  return found;
}

async function reportedIn(root: string, round: readonly Plant[], gate: GateName): Promise<string[]> {
  plant(root, round);
  try {
    return (await GATES[gate](root, round)).map((problem) => reportedAt(root, problem));
  } finally {
    uproot(root, round);
  }
}

const reportedAt = (root: string, { file, line, message }: Problem): string =>
  `${relative(root, file).replaceAll("\\", "/")}:${line}: ${message}`;

const isOf = (plant: Plant, reported: string): boolean => {
  const [place = "", ...message] = reported.split(": ");
  return place === `${plant.at?.[0] ?? plant.file}:${lineOf(plant) ?? 1}` && plant.message.test(message.join(": "));
};

const gates = Object.keys(GATES) as GateName[];

void describe("planted errors", { concurrency: 3 }, () => {
  for (const gate of gates) {
    const plants = PLANTS.filter(({ by }) => by === gate);
    void test(`the gate ${gate}`, { skip: NEED_JAVA.includes(gate) ? (noJava ?? false) : false }, async (t) => {
      const root = copyOfProject();
      t.after(() => rmSync(root, { recursive: true }));
      for (const round of rounds(gate, plants)) {
        const reported = await reportedIn(root, round, gate);
        for (const one of round)
          await t.test(`tells ${one.what}, and where`, () => {
            assert.ok(
              reported.some((text) => isOf(one, text)),
              `Wanted ${one.at?.[0] ?? one.file}:${lineOf(one) ?? 1} ${String(one.message)}, told was:\n${reported.join("\n")}`
            );
          });
      }
    });
  }
});

void test("there are sixty and more, and some for each gate", () => {
  assert.ok(PLANTS.length >= 60, `There are ${PLANTS.length}.`);
  assert.deepEqual(
    gates.filter((gate) => !PLANTS.some(({ by }) => by === gate)),
    []
  );
});
