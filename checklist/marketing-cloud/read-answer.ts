import type { MarketingCloudAnswer } from "./answer.ts";
import {
  ANSWER_FIELDS,
  BEGIN,
  decodeText,
  END,
  readFlag,
  readList,
  readText,
  SCRIPT_VERSION,
  type AnswerField
} from "./block.ts";
import { checksum } from "./checksum.ts";
import { isOfAccount, isSameUser, madeAt, type MarketingCloudRequest } from "./request.ts";

/** Why a text is not taken: the messages `answer.<reason>` say what to do. */
export const REFUSALS = [
  "empty",
  "too-long",
  "no-answer",
  "several",
  "cut",
  "changed",
  "other-version",
  "other-user",
  "other-account",
  "other-script",
  "too-old",
  "too-new",
  "failed"
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type ReadAnswer = { readonly answer: MarketingCloudAnswer } | { readonly refused: Refusal };

/** In UTF-16 units: a long thread of mails fits, a pasted file of another kind does not. */
const LONGEST = 1_000_000;
const HOUR = 3_600_000;
/** Two clocks of two companies may differ by this much. */
const CLOCKS = 600_000;

/**
 * Reads the answer of our script out of whatever somebody pasted: alone, or in a mail, with soft wraps and `>` before each
 * line.
 * @param now by the org's clock
 * @returns the answer, or why it is not taken
 */
export function readAnswer(pasted: string, request: MarketingCloudRequest, now: Date): ReadAnswer {
  if (!pasted.trim()) return { refused: "empty" };
  if (pasted.length > LONGEST) return { refused: "too-long" };
  // Neither a mail's quote marks nor its wraps belong to the answer, which has no spaces of its own.
  const text = pasted.replace(/^[>\s]+/gm, "").replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, "");
  const [, part, ...more] = text.split(BEGIN);
  if (part === undefined) return { refused: "no-answer" };
  if (more.length) return { refused: "several" };
  const found = /([^]*?;)END;([0-9a-f]{16});/.exec(part);
  const body = found?.[1];
  if (body === undefined) return { refused: "cut" };
  if (checksum(BEGIN + body + END) !== found?.[2]) return { refused: "changed" };
  if (!body.startsWith(`version:${String(SCRIPT_VERSION)};`)) return { refused: "other-version" };
  const fields = fieldsOf(body);
  return fields ? judged(fields, request, now) : { refused: "changed" };
}

type Written = Readonly<Record<AnswerField, string>>;

/** @returns what stands behind each name, or undefined where they are not the names of this version, in its order */
function fieldsOf(body: string): Written | undefined {
  const pairs = body
    .slice(0, -1)
    .split(";")
    .map((pair) => pair.split(":"));
  const fits =
    pairs.length === ANSWER_FIELDS.length &&
    pairs.every((pair, at) => pair.length === 2 && pair[0] === ANSWER_FIELDS[at]);
  return fits ? (Object.fromEntries(pairs) as Written) : undefined;
}

function judged(written: Written, request: MarketingCloudRequest, now: Date): ReadAnswer {
  const asked = decodeText(written.asked);
  const [account, enterprise] = [readText(written.account), readText(written.enterprise)];
  const at = Number(written.at);
  if (asked === undefined || !account || enterprise === undefined || !/^\d{12,14}$/.test(written.at))
    return { refused: "changed" };
  if (!isSameUser(asked, request.user)) return { refused: "other-user" };
  if (!isOfAccount(request, { account, enterprise })) return { refused: "other-account" };
  const made = madeAt(written.nonce, request);
  if (!made || at < made.getTime() - CLOCKS) return { refused: "other-script" };
  if (at > now.getTime() + CLOCKS) return { refused: "too-new" };
  if (at < now.getTime() - HOUR) return { refused: "too-old" };

  const head = { asked, account, enterprise, at: new Date(at).toISOString() };
  if (written.status === "none") return { answer: { ...head, user: null } };
  if (written.status !== "found") return { refused: "failed" };
  const userId = readText(written.user);
  const user = {
    userId,
    active: readFlag(written.active),
    apiUser: readFlag(written["api-user"]),
    locked: readFlag(written.locked),
    mustChangePassword: readFlag(written["must-change-password"]),
    lastSignIn: readText(written["last-sign-in"]),
    defaultBusinessUnit: readText(written["default-business-unit"]),
    roles: readList(written.roles),
    businessUnits: readList(written["business-units"])
  };
  if (!userId || Object.values(user).includes(undefined)) return { refused: "changed" };
  if (!isSameUser(userId, request.user)) return { refused: "other-user" };
  return { answer: { ...head, user: user as NonNullable<MarketingCloudAnswer["user"]> } };
}
