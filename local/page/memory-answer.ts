import type { QuerySource } from "../../checklist/index.ts";

/** What a method of MccMemory answers. See the Apex class MccMemoryAnswer, whose fields these are. */
export interface MemoryAnswer {
  readonly saved: boolean;
  readonly reason: "no-access" | "changed" | "too-large" | "failed" | null;
  readonly message: string | null;
  readonly rows: string | null;
}

export const unsaved = (reason: MemoryAnswer["reason"], message: string | null = null): MemoryAnswer => ({
  saved: false,
  reason,
  message,
  rows: null
});

/** Answers with what is kept now: the rows of `query`, as JSON text. */
export class Answers {
  readonly #source: QuerySource;
  readonly #query: string;

  constructor(source: QuerySource, query: string) {
    this.#source = source;
    this.#query = query;
  }

  /** @param message what could not be done beside */
  async saved(message: string | null = null): Promise<MemoryAnswer> {
    return { saved: true, reason: null, message, rows: await this.#rows() };
  }

  async changed(): Promise<MemoryAnswer> {
    return { ...unsaved("changed"), rows: await this.#rows() };
  }

  /** @returns `changed` where the unique key says that somebody else was first, else `failed` */
  refusedBy(error: unknown): Promise<MemoryAnswer> {
    const { errorCode, message } = error as Error & { errorCode?: string };
    return errorCode === "DUPLICATE_VALUE" ? this.changed() : Promise.resolve(unsaved("failed", message));
  }

  async #rows(): Promise<string | null> {
    const [reply] = await this.#source.runQueries([{ name: this.#query, binds: {} }]);
    return reply && "rows" in reply ? JSON.stringify(reply.rows) : null;
  }
}
