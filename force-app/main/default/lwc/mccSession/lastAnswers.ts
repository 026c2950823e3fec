import { errorOf, faultOf, type QueryReply, type QueryRequest, type QuerySource } from "c/mccChecklist";
import { messageOf } from "c/mccGateway";

interface Remembered {
  /** What was asked: an answer to another question is no answer. */
  readonly question: string;
  readonly reply: QueryReply;
  readonly at: Date;
}

/** A check that brought no answer. */
export interface Miss {
  readonly at: Date;
  readonly message: string;
}

/** These pass: what an org said before still counts. That something is hidden from the person is an answer. */
const PASSING: readonly string[] = ["server", "timeout", "limit", "malformed"];

/** What the org last answered to each question. It stands in where the org does not answer, and is marked as old. */
export class LastAnswers {
  /** When those queries were answered whose last check brought no answer. */
  readonly stale = new Map<string, Date>();
  /** The last check that brought no answer; null once all has been answered again. */
  miss: Miss | null = null;
  private readonly remembered = new Map<string, Remembered>();
  private readonly now: () => Date;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** @param isWanted false once another run has taken over: what comes then changes nothing */
  over(source: QuerySource, isWanted: () => boolean): QuerySource {
    return {
      runQueries: async (requests) => {
        const answered = await answerOf(source, requests);
        const replies = "replies" in answered ? answered.replies : [];
        const found = new Map(replies.map((reply) => [reply.name, reply]));
        if (!isWanted()) return passedOn(answered);
        const restored = requests.map((request) => this.replyTo(request, found.get(request.name), answered));
        // What is not known from before fails as it would have.
        if ("error" in answered && restored.every((reply) => reply === undefined)) throw answered.error;
        return restored.flatMap((reply, at) => reply ?? failedReply(requests[at], answered));
      }
    };
  }

  private replyTo({ name, binds }: QueryRequest, reply: QueryReply | undefined, answered: Answered) {
    const question = JSON.stringify(binds);
    const miss = missOf(reply, answered);
    if (miss === null) {
      this.stale.delete(name);
      if (this.stale.size === 0) this.miss = null;
      if (reply) this.remembered.set(name, { question, reply, at: this.now() });
      return reply;
    }
    const last = this.remembered.get(name);
    if (last?.question !== question) return reply;
    this.stale.set(name, last.at);
    this.miss = { at: this.now(), message: miss };
    return last.reply;
  }
}

type Answered = { readonly replies: readonly QueryReply[] } | { readonly error: unknown };

async function answerOf(source: QuerySource, requests: readonly QueryRequest[]): Promise<Answered> {
  try {
    return { replies: await source.runQueries(requests) };
  } catch (error) {
    return { error };
  }
}

function passedOn(answered: Answered): readonly QueryReply[] {
  if ("error" in answered) throw answered.error;
  return answered.replies;
}

/** @returns what was said instead of an answer; null where the query was answered */
function missOf(reply: QueryReply | undefined, answered: Answered): string | null {
  if ("error" in answered) return messageOf(answered.error);
  if (!reply) return "";
  if ("rows" in reply) return Array.isArray(reply.rows) ? null : "";
  return PASSING.includes(faultOf(reply.errorType, reply.errorMessage).kind) ? reply.errorMessage : null;
}

/** One query of a call that failed, where others are known from before. */
function failedReply(request: QueryRequest | undefined, answered: Answered): QueryReply[] {
  if (!request || !("error" in answered)) return [];
  const { code, message } = errorOf(answered.error);
  return [{ name: request.name, errorType: code, errorMessage: message }];
}
