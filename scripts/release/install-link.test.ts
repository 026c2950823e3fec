import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../build/project.ts";
import { withInstallLink } from "./install-link.ts";

const [OLD, NEW] = ["04t000000000001AAA", "04t000000000002AAA"];
const README = readFileSync(join(ROOT, "README.md"), "utf8");

test("the README marks a place, and gets a link for sandboxes and one for production", () => {
  const text = withInstallLink(README, NEW);
  assert.match(text, /https:\/\/test\.salesforce\.com\/packaging\/installPackage\.apexp\?p0=04t000000000002AAA/);
  assert.match(text, /https:\/\/login\.salesforce\.com\/packaging\/installPackage\.apexp\?p0=04t000000000002AAA/);
});

test("the link says to install for admins only: installed for all users, profiles would get access to the objects", () => {
  assert.match(withInstallLink(README, NEW), /Install for Admins Only/);
});

test("a later version takes the earlier one's place, and nothing else changes", () => {
  assert.equal(withInstallLink(withInstallLink(README, OLD), NEW), withInstallLink(README, NEW));
});

for (const id of ["", "undefined", "05i000000000001AAA", "04t000000000001", "04t000000000001AAA)"])
  test(`"${id}" is refused`, () => {
    assert.throws(() => withInstallLink(README, id), /no package version/);
  });

test("a README that marks no place is refused", () => {
  assert.throws(() => withInstallLink("# MCC Health", NEW), /marks no place/);
});
