// Gone when the scratch-org workflow has passed: a deployment says the same.
import { nameFieldProblems } from "./field-rules.ts";
import { labelProblems, missingParts, partOf } from "./rules.ts";
import type { Element, ElementProblem } from "./tree.ts";

/**
 * What a custom object needs. The published types call each of them optional, because standard objects, settings and
 * events do without. Source: Metadata API Developer Guide, "CustomObject".
 */
const NEEDS = ["label", "pluralLabel", "nameField", "deploymentStatus", "sharingModel"];

/** From narrow to wide. Source: Salesforce Help, "External Organization-Wide Defaults". */
const WIDTHS = ["Private", "Read", "ReadWrite", "ReadWriteTransfer", "FullAccess"];

/**
 * @param fullName the object's, which tells a custom object from a standard one
 * @param hasMaster whether a field of it is a master-detail
 * @returns what a `<CustomObject>` lacks, and what does not go together
 */
export function objectProblems(object: Element, fullName: string, hasMaster: () => boolean): ElementProblem[] {
  const nameField = partOf(object, "nameField");
  return [
    ...(fullName.endsWith("__c") && !partOf(object, "customSettingsType")
      ? missingParts(object, NEEDS, "A custom object")
      : []),
    ...labelProblems(object, ["label", "pluralLabel"]),
    ...(nameField ? nameFieldProblems(nameField) : []),
    ...sharingProblems(object, hasMaster)
  ];
}

function sharingProblems(object: Element, hasMaster: () => boolean): ElementProblem[] {
  const internal = partOf(object, "sharingModel");
  const external = partOf(object, "externalSharingModel");
  if (internal?.text === "ControlledByParent" && !hasMaster())
    return [{ line: internal.line, message: "Nothing is the parent: no field of the object is a MasterDetail." }];
  return internal && external && isWider(external.text, internal.text)
    ? [
        {
          line: external.line,
          message: `Outsiders can't have more (${external.text}) than insiders (${internal.text}).`
        }
      ]
    : [];
}

const isWider = (one: string, other: string): boolean =>
  WIDTHS.includes(other) && WIDTHS.indexOf(one) > WIDTHS.indexOf(other);
