import type { Schema } from "./schema.ts";
import type { Row, Store, Value } from "./store.ts";

/** Adds a row and its system fields. @returns its Id */
export type Insert = (object: string, values: Row["values"]) => string;

/**
 * Adds the document of a new file version, and its links to the owner and to the record where it was published.
 * Source: Object Reference, "ContentVersion", "ContentDocument", "ContentDocumentLink".
 * @param given the values in the request
 * @returns the values of the version itself
 */
export function fileValues(given: Row["values"], ownerId: string, insert: Insert): Row["values"] {
  const { PathOnClient, VersionData, FirstPublishLocationId = null } = given;
  const Title = given.Title ?? PathOnClient ?? null;
  const document = insert("ContentDocument", { Title });
  for (const LinkedEntityId of new Set<Value>([ownerId, FirstPublishLocationId]))
    if (LinkedEntityId !== null) insert("ContentDocumentLink", { ContentDocumentId: document, LinkedEntityId });
  return {
    ...given,
    Title,
    FirstPublishLocationId: FirstPublishLocationId ?? ownerId,
    ContentDocumentId: document,
    ContentSize: bytesOf(VersionData).length,
    VersionNumber: "1",
    IsLatest: true
  };
}

/** @returns the bytes of a base64 field */
export const bytesOf = (value: Value | undefined): Buffer => Buffer.from(String(value ?? ""), "base64");

/** Rows that are deleted with another: a document's versions, the links of either end, and what a permission set opens. */
const CASCADES: readonly (readonly [object: string, field: string])[] = [
  ["ContentVersion", "ContentDocumentId"],
  ["ContentDocumentLink", "ContentDocumentId"],
  ["ContentDocumentLink", "LinkedEntityId"],
  ["SetupEntityAccess", "ParentId"]
];

/** @returns the rows that are deleted with this one */
export function cascadedRows(id: string, schema: Schema, store: Store): Row[] {
  return CASCADES.flatMap(([object, name]) => {
    const field = schema.objectType(object)?.field(name);
    return field ? store.table(object).lookup(field, [id.slice(0, 15)]) : [];
  });
}
