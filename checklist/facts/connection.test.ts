import { situation, type Changes } from "../testing/situation.ts";
import { connectionOf } from "./connection.ts";

const of = (changes: Changes = {}) => connectionOf(situation(changes).evidence);
const version = (NamespacePrefix: string, MajorVersion?: number, MinorVersion?: number) => ({
  DurableId: NamespacePrefix,
  NamespacePrefix,
  MajorVersion,
  MinorVersion
});

describe("what Support asks for first", () => {
  test("is both packages with their versions, the API User, and the MID", () => {
    expect(of()).toEqual({
      packages: [
        { namespace: "et4ae5", version: "262.0" },
        { namespace: "MCCA5PROD", version: "1.5" }
      ],
      apiUsers: ["mc-api-user"],
      mid: "100"
    });
  });
  test.each<[string, Changes]>([
    ["Salesforce knows no such object", { faults: { "package-versions": "no-object" } }],
    ["the org shows no row", { rows: { "package-versions": [] } }],
    ["the row has no number", { rows: { "package-versions": [version("et4ae5"), version("MCCA5PROD")] } }]
  ])("names a package without a version where %s", (_why, changes) => {
    expect(of(changes).packages).toEqual([
      { namespace: "et4ae5", version: null },
      { namespace: "MCCA5PROD", version: null }
    ]);
  });
  test("has a package that only its version tells of", () => {
    const rows = { "package-license": [], "app-package": [], "package-versions": [version("et4ae5", 256, 0)] };
    expect(of({ rows }).packages).toEqual([{ namespace: "et4ae5", version: "256.0" }]);
  });
  test("is nothing where nothing could be read", () => {
    const faults = {
      "package-license": "server",
      "app-package": "server",
      "package-versions": "server",
      "connector-configuration": "server",
      "connected-account": "server"
    } as const;
    expect(of({ faults })).toEqual({ packages: [], apiUsers: [], mid: null });
  });
});
