import { restGet, restQuery, restSend, type RestConnection } from "../evidence/rest-query.ts";

const SECONDS = 30;

export type Row = Readonly<Record<string, unknown>>;

interface GraphAnswer {
  readonly graphs?: readonly {
    readonly isSuccessful?: boolean;
    readonly graphResponse?: {
      readonly compositeResponse?: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
    };
  }[];
}

/** An error that the org answers a write with. */
export interface Refusal {
  readonly errorCode: string;
  readonly message: string;
}

const versionOf = (connection: { readonly version?: string }): string => connection.version ?? "66.0";

/** Reads and writes records over REST: the one place of the command line that sends anything but queries to an org. */
export function orgRecords(connection: RestConnection & { readonly version?: string }) {
  const at = (object: string, id?: string): string => `/sobjects/${object}${id === undefined ? "" : `/${id}`}`;
  return {
    query: async (soql: string): Promise<readonly Row[]> => (await restQuery(connection, soql, SECONDS)) as Row[],

    /** @returns all that the person may see of a record, whatever fields this org has; undefined where it is gone or hidden */
    async read(object: string, id: string): Promise<Row | undefined> {
      try {
        return (await restGet(connection, at(object, id), SECONDS)) as Row;
      } catch (error) {
        const { errorCode } = error as Partial<Refusal>;
        if (errorCode === "NOT_FOUND" || errorCode === "ENTITY_IS_DELETED") return undefined;
        throw error;
      }
    },

    /** @returns the new record's Id */
    async create(object: string, body: Row): Promise<string> {
      const answer = (await restSend(connection, { method: "POST", url: at(object), body }, SECONDS)) as Row;
      return String(answer.id);
    },

    update: (object: string, id: string, body: Row): Promise<unknown> =>
      restSend(connection, { method: "PATCH", url: at(object, id), body }, SECONDS),

    remove: (object: string, id: string): Promise<unknown> =>
      restSend(connection, { method: "DELETE", url: at(object, id) }, SECONDS),

    /**
     * Creates and updates all of them, or none. Source: REST API Developer Guide, "Composite Graph".
     * @returns the Id of each
     * @throws {Refusal} what the org answered the first that failed
     */
    async together(
      writes: readonly { readonly object: string; readonly id?: string; readonly body: Row }[]
    ): Promise<string[]> {
      const compositeRequest = writes.map(({ object, id, body }, n) => ({
        method: id === undefined ? "POST" : "PATCH",
        url: `/services/data/v${versionOf(connection)}${at(object, id)}`,
        referenceId: `r${String(n)}`,
        body
      }));
      const body = { graphs: [{ graphId: "all", compositeRequest }] };
      const { graphs } = (await restSend(
        connection,
        { method: "POST", url: "/composite/graph", body },
        SECONDS
      )) as GraphAnswer;
      const answers = graphs?.[0]?.graphResponse?.compositeResponse ?? [];
      if (graphs?.[0]?.isSuccessful !== true) throw firstRefusal(answers.map((answer) => answer.body));
      return answers.map((answer, n) => writes[n]?.id ?? String((answer.body as Row | null)?.id));
    }
  };
}

export type OrgRecords = ReturnType<typeof orgRecords>;

/** Every other part of a graph says only that it was halted. */
function firstRefusal(bodies: readonly unknown[]): Error & Refusal {
  const errors = bodies.flatMap((body) => (Array.isArray(body) ? (body as Refusal[]) : []));
  const said = errors.find(({ errorCode }) => errorCode !== "PROCESSING_HALTED") ?? errors[0];
  const { errorCode = "MALFORMED_ANSWER", message = "The answer says nothing of the records." } = said ?? {};
  return Object.assign(new Error(message), { errorCode });
}
