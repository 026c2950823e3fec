// Gone when the scratch-org workflow has passed: a deployment says the same.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesUnder } from "../../../build/project.ts";
import { readTree, type Element } from "../metadata/tree.ts";
import type { Problem } from "../problems.ts";

/** A piece of the project that nobody may use until a permission set gives it to them. */
interface Granted {
  readonly file: string;
  readonly name: string;
}

/** How permission sets give a kind of thing: which element names it, and which others have to say what. */
interface Grant {
  readonly element: string;
  readonly named: string;
  readonly saying: (name: string) => Readonly<Record<string, string>>;
  readonly granted: (source: string) => readonly Granted[];
}

/** What MCC Health changed stays on record: no permission set lets anybody delete it. */
const KEPT = "MCC_Change__c";

export const GRANTS: readonly Grant[] = [
  {
    element: "classAccesses",
    named: "apexClass",
    saying: () => ({ enabled: "true" }),
    granted: (source) => named(join(source, "classes"), ".cls", (text) => /@AuraEnabled[^;{}]*\bstatic\b/i.test(text))
  },
  {
    element: "customPermissions",
    named: "name",
    saying: () => ({ enabled: "true" }),
    granted: (source) => named(join(source, "customPermissions"), ".customPermission-meta.xml")
  },
  {
    element: "applicationVisibilities",
    named: "application",
    saying: () => ({ visible: "true" }),
    granted: (source) => named(join(source, "applications"), ".app-meta.xml")
  },
  {
    element: "tabSettings",
    named: "tab",
    saying: () => ({ visibility: "Visible" }),
    granted: (source) => named(join(source, "tabs"), ".tab-meta.xml")
  },
  {
    element: "objectPermissions",
    named: "object",
    // Decision 3: sharing alone lets nobody delete a colleague's record.
    saying: (name) => ({
      allowRead: "true",
      allowCreate: "true",
      allowEdit: "true",
      ...(name === KEPT ? {} : { allowDelete: "true", viewAllRecords: "true", modifyAllRecords: "true" })
    }),
    granted: (source) => named(join(source, "objects"), ".object-meta.xml")
  },
  {
    element: "fieldPermissions",
    named: "field",
    saying: () => ({ readable: "true", editable: "true" }),
    // Everybody has a required field, and no permission can be given on it.
    granted: (source) =>
      named(join(source, "objects"), ".field-meta.xml", (text) => !text.includes("<required>true</required>")).map(
        ({ file, name }) => ({ file, name: `${basename(join(file, "../.."))}.${name}` })
      )
  }
];

/**
 * @param source the folder that holds `permissionsets/`, `classes/` and so on
 * @returns what the project brings and no permission set of it gives, or gives in part only
 */
export function grantProblems(source: string): Problem[] {
  const sets = filesUnder(join(source, "permissionsets"), /-meta\.xml$/).flatMap((file) => {
    const tree = readTree(readFileSync(file, "utf8"));
    return "message" in tree ? [] : tree.children;
  });
  return GRANTS.flatMap(({ element, named: nameOf, saying, granted }) => {
    const given = sets.filter(({ name }) => name === element);
    return granted(source).flatMap(({ file, name }) => {
      const own = given.filter((grant) => textOf(grant, nameOf) === name);
      const lacking = Object.entries(saying(name)).filter(
        ([part, value]) => !own.some((one) => textOf(one, part) === value)
      );
      const wanted = lacking.map(([part, value]) => `<${part}>${value}</${part}>`).join(" and ");
      const message = `No permission set gives ${name}: <${element}> with ${wanted} is missing in permissionsets/.`;
      return lacking.length ? [{ file, line: 1, message }] : [];
    });
  });
}

export const textOf = ({ children }: Element, part: string): string | undefined =>
  children.find(({ name }) => name === part)?.text;

function named(folder: string, suffix: string, matches: (text: string) => boolean = () => true): Granted[] {
  return filesUnder(folder, /./)
    .filter((file) => file.endsWith(suffix) && matches(readFileSync(file, "utf8")))
    .map((file) => ({ file, name: basename(file, suffix) }));
}
