import type { Connection } from "@salesforce/core";
import type { GivenPerson } from "./memory-input.ts";

const PERSON = "MCC_Person__c";

interface Kept {
  readonly Id: string;
  readonly Key__c: string;
  readonly User__c: string | null;
}

interface Answer {
  readonly graphs: readonly {
    readonly graphResponse: {
      readonly compositeResponse: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
    };
  }[];
}

/**
 * Keeps these people and no others: all of it, or nothing.
 * @throws {Error} with the `errorCode` of what was refused
 */
export async function keepPeople(connection: Connection, wanted: ReadonlyMap<string, GivenPerson>): Promise<void> {
  const { records } = await connection.query<Kept>(`SELECT Id, Key__c, User__c FROM ${PERSON}`, { autoFetch: true });
  const kept = new Map(records.map((record) => [record.Key__c, record]));
  const address = `/services/data/v${connection.version}/sobjects/${PERSON}`;
  const gone = records.filter(({ Key__c }) => !wanted.has(Key__c));
  const nodes = [
    ...gone.map(({ Id }) => ({ method: "DELETE", url: `${address}/${Id}` })),
    ...[...wanted.values()].flatMap(({ key, role, userId }) => {
      const record = kept.get(key);
      const body = { Key__c: key, Role__c: role, User__c: userId ?? null };
      if (!record) return { method: "POST", url: address, body };
      return isSame(record.User__c, userId) ? [] : { method: "PATCH", url: `${address}/${record.Id}`, body };
    })
  ];
  if (!nodes.length) return;
  const compositeRequest = nodes.map((node, i) => ({ ...node, referenceId: `person${i}` }));
  const answer = await connection.requestPost<Answer>("/composite/graph", {
    graphs: [{ graphId: "people", compositeRequest }]
  });
  const refusals = answer.graphs
    .flatMap(({ graphResponse }) => graphResponse.compositeResponse)
    .flatMap(({ httpStatusCode, body }) =>
      httpStatusCode < 400 ? [] : (body as { errorCode: string; message: string }[])
    );
  // The others were only taken back.
  const [cause] = refusals.filter(({ errorCode }) => errorCode !== "PROCESSING_HALTED");
  if (cause) throw Object.assign(new Error(cause.message), { errorCode: cause.errorCode });
}

/** Ids are the same with 15 and with 18 characters. */
const isSame = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? "").slice(0, 15) === (b ?? "").slice(0, 15);
