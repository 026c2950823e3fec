import assert from "node:assert/strict";
import { test } from "node:test";
import { freeNumber, withNextNumber } from "./version-number.ts";

/** As `sf package create` leaves it, but for the package's id. */
const project = (versionNumber: string): string =>
  `{
  "packageDirectories": [
    { "path": "force-app", "default": true, "package": "MCC Health", "versionNumber": "${versionNumber}" }
  ],
  "packageAliases": { "MCC Health": "0Ho000000000001" }
}
`;

/** As `sf package version list --released --json` prints it, but for what nothing here reads. */
const listed = (...versions: string[]): string =>
  JSON.stringify({ status: 0, result: versions.map((Version) => ({ Version, IsReleased: true })), warnings: [] });

for (const [what, number, versions] of [
  ["nothing is released", "0.1.0.NEXT", []],
  ["others are", "0.2.0.NEXT", ["0.1.0.4", "0.20.0.1", "10.2.0.1"]]
] as const)
  test(`a number is free where ${what}`, () => {
    assert.equal(freeNumber(project(number), listed(...versions)), number.replace(".NEXT", ""));
  });

test("a number is taken where a build of it is released, and one is told what to do", () => {
  assert.throws(() => freeNumber(project("0.1.0.NEXT"), listed("0.1.0.4")), /0\.1\.0\.4 is released.*Merge.*again/);
});

for (const [what, text] of [
  ["an error of sf", JSON.stringify({ name: "NoDefaultDevHubError", exitCode: 1 })],
  ["a failed call", JSON.stringify({ status: 1, result: [] })],
  ["no list", JSON.stringify({ status: 0 })],
  ["a version without its number", JSON.stringify({ status: 0, result: [{ Id: "05i", IsReleased: true }] })],
  ["nothing", ""]
] as const)
  test(`${what} is not taken for "nothing is released"`, () => {
    assert.throws(() => freeNumber(project("0.1.0.NEXT"), text));
  });

for (const [before, after] of [
  ["0.1.0.NEXT", "0.2.0.NEXT"],
  ["1.9.3.NEXT", "1.10.0.NEXT"]
] as const)
  test(`after ${before} comes ${after}, and nothing else changes`, () => {
    assert.equal(withNextNumber(project(before)), project(after));
  });

for (const number of ["", "0.1.0", "0.1.0.4", "0.1.0.LATEST", "v0.1.0.NEXT"])
  test(`the number "${number}" is refused`, () => {
    assert.throws(() => withNextNumber(project(number)), /should be like 0\.1\.0\.NEXT/);
    assert.throws(() => freeNumber(project(number), listed()), /should be like 0\.1\.0\.NEXT/);
  });
