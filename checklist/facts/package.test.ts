import { before, situation, withoutPackage, type Changes } from "../testing/situation.ts";
import { packageOf } from "./package.ts";

const unlicensed = { rows: { "package-license": [] } };
const but = (faults: Changes["faults"]): Changes => ({
  ...unlicensed,
  faults: { ...withoutPackage.faults, ...faults }
});

test.each<[string, Changes, string]>([
  ["its license is listed", {}, "installed"],
  ["its license is listed, whatever the objects say", { faults: withoutPackage.faults ?? {} }, "installed"],
  ["neither license nor objects are there", withoutPackage, "absent"],
  ["the license can't be read", { faults: { "package-license": "no-access" } }, "unclear"],
  ["its objects are there", unlicensed, "unclear"],
  ["access to an object is refused", but({ "connector-configuration": "no-access" }), "unclear"],
  ["an object's answer never came", but({ "business-units": "timeout" }), "unclear"],
  ["the tracking can't be read for the server's sake", but({ "tracking-writers": "server" }), "unclear"],
  ["the boxes can't be read for the server's sake", but({ "candidate-users": "server" }), "unclear"]
])("when %s", (_when, changes, expected) => {
  expect(packageOf(situation(changes).evidence)).toBe(expected);
});

test("what was not asked yet tells nothing", () => {
  const { evidence } = situation(withoutPackage);
  expect(packageOf(before(evidence, "package-license"))).toBe("unclear");
  expect(packageOf(before(evidence, "business-units"))).toBe("absent");
});
