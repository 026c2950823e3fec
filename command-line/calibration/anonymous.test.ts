import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { anonymousWording, isAnonymous, ownWords, productName } from "./anonymous.ts";

describe("the name of an app", () => {
  for (const [given, name, whole] of [
    ["Salesforce Marketing Cloud", "Salesforce Marketing Cloud", true],
    ["Marketing Cloud Connect", "Marketing Cloud Connect", true],
    ["Northwind Marketing Cloud", "… Marketing Cloud", false],
    ["Marketing Cloud (Ada)", "Marketing Cloud …", false],
    ["Marketing  Cloud", "Marketing Cloud", false],
    ["Marketing Cloud ".repeat(9), "…", false]
  ] as const)
    test(`${given}: ${name}`, () => assert.deepEqual(productName(given), { name, whole }));
});

const OWN = ownWords([
  "Northwind Paper Trading",
  "https://northwind--uat.sandbox.my.salesforce.com",
  "mcc.system@example.com",
  "Bo Ek",
  "株式会社北風"
]);

describe("words that may be shown", () => {
  for (const [text, shown] of [
    ["Die IP-Lockerung wurde geändert", true],
    ['Von "IP-Einschränkungen erzwingen" in "lockern"', true],
    ["System Administrator", true],
    ["IP 制限の緩和", true],
    ["Geändert von ada@anywhere.test", false],
    ["Geändert für 005000000000001AAA", false],
    ["Siehe https://anywhere", false],
    ["Siehe anywhere.test", false],
    ["Geändert für NORTHWIND", false],
    ["Northwinds", true],
    ["Geändert für uat", false],
    ["株式会社北風の設定", false],
    ["<b>", false],
    ["`code`", false],
    ["{app}", false],
    ["two\nlines", false],
    ["\u202Eturned", false],
    ["x".repeat(301), false]
  ] as const)
    test(`${JSON.stringify(text.slice(0, 40))}: ${shown ? "yes" : "no"}`, () =>
      assert.equal(isAnonymous(text, OWN), shown));
});

const IP = "changeIpRelaxationPolicy";
const APP = "Salesforce Marketing Cloud";

describe("an entry of the audit trail", () => {
  for (const { name, display, wording, apps = [APP] } of [
    {
      name: "in a known wording: that wording, without its values",
      display: `Changed connected app ${APP} IP relaxation setting from Ada to Northwind`,
      wording: "Changed connected app {app} IP relaxation setting from {from} to {to}"
    },
    {
      name: "in another language: a place for the app",
      display: `IP von ${APP} geändert`,
      wording: "IP von {app} geändert"
    },
    { name: "that names the app twice", display: `${APP}: ${APP}`, wording: "{app}: {app}" },
    { name: "that names a person", display: `Bo Ek changed ${APP} (bo@ek.test)`, wording: undefined },
    { name: "that names the company", display: `IP von ${APP} für Northwind`, wording: undefined },
    {
      name: "of another app, whose name begins alike",
      display: `IP von ${APP} Test geändert`,
      apps: [APP, `${APP} Test`],
      wording: undefined
    },
    { name: "that does not name the app", display: "IP geändert", wording: undefined },
    {
      name: "in a known wording with more behind it",
      display: `Changed connected app ${APP} Permitted`,
      wording: "Changed connected app {app} Permitted"
    }
  ])
    test(name, () => assert.equal(anonymousWording(IP, display, { app: APP, apps, own: OWN }), wording));
});
