import { type QueryReply, type QuerySource } from "../../checklist/index.ts";

/** Answers each question once, and again from memory: the rows of a scenario don't change. */
export function remembering(source: QuerySource): QuerySource {
  const known = new Map<string, QueryReply | undefined>();
  return {
    async runQueries(requests) {
      const fresh = requests.filter((request) => !known.has(JSON.stringify(request)));
      const replies = fresh.length ? await source.runQueries(fresh) : [];
      for (const request of fresh)
        known.set(
          JSON.stringify(request),
          replies.find(({ name }) => name === request.name)
        );
      return requests.flatMap((request) => known.get(JSON.stringify(request)) ?? []);
    }
  };
}

type Row = Readonly<Record<string, unknown>>;

/** @returns the source, but that `change` has had its hand in the rows of the query */
export function withRows(
  source: QuerySource,
  query: string | undefined,
  change: (rows: readonly Row[]) => unknown
): QuerySource {
  return {
    async runQueries(requests) {
      const replies = await source.runQueries(requests);
      return replies.map((reply) =>
        "rows" in reply && (query === undefined || reply.name === query)
          ? { name: reply.name, rows: change(reply.rows as Row[]) }
          : reply
      );
    }
  };
}

/** @returns the same, in an order that the numbers decide */
export const shuffled = <T>(items: readonly T[], numbers: readonly number[]): T[] =>
  items
    .map((item, at) => ({ item, place: numbers[at % numbers.length] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

/** Fields of a row, parents' included, as `Parent.Label`. */
export const pathsOf = (row: Row, before = ""): string[] =>
  Object.entries(row).flatMap(([name, value]) =>
    name === "attributes" ? [] : [`${before}${name}`, ...(isRow(value) ? pathsOf(value, `${before}${name}.`) : [])]
  );

/** @returns the row, but that it has `value` at `path`, or nothing where that is undefined */
export function withValue(row: Row, path: string, value: unknown): Row {
  const [name = "", ...rest] = path.split(".");
  const inner = row[name];
  if (rest.length) return isRow(inner) ? { ...row, [name]: withValue(inner, rest.join("."), value) } : row;
  const { [name]: _gone, ...others } = row;
  return value === undefined ? others : { ...others, [name]: value };
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
