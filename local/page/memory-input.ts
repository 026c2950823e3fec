import { z } from "zod";

/** Blank as Apex's String.isBlank has it. */
const filled = z.string().refine((text) => text.trim() !== "", "is blank");
const text = z.string().nullish();
const number = z.int().nullish();

const SEEN = z.object({ check: filled, subjectId: text, version: text });
const CONFIRMATION = SEEN.extend({ holds: z.boolean(), note: text, basis: text });
const PEOPLE = z.array(
  z.object({
    key: filled,
    role: filled,
    userId: z
      .string()
      .regex(/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/)
      .nullish()
  })
);
const RUN = z.object({
  verdict: filled,
  blockers: number,
  problems: number,
  unknown: number,
  toConfirm: number,
  warnings: number,
  held: number,
  people: number,
  milliseconds: number
});

/** Which confirmation is meant, and the version of it that the person saw. */
export type Seen = z.infer<typeof SEEN>;
export type GivenConfirmation = z.infer<typeof CONFIRMATION>;
export type GivenPerson = z.infer<typeof PEOPLE>[number];
export type GivenRun = z.infer<typeof RUN>;

/** What a method of MccMemory is given, as the page sends it: all of them throw an Error for what is not as asked. */
export const readSeen = (given: unknown): Seen => read(SEEN, given);
export const readConfirmation = (given: unknown): GivenConfirmation => read(CONFIRMATION, given);
/** Of two with one key, the later counts. */
export const readPeople = (given: unknown): Map<string, GivenPerson> =>
  new Map(read(PEOPLE, given).map((person) => [person.key, person]));
export const readRun = (given: unknown): GivenRun => read(RUN, given);

export function readReport(given: unknown): string {
  if (typeof given === "string" && given.trim() !== "") return given;
  throw refusal("a run came without its report");
}

function read<Shape extends z.ZodType>(shape: Shape, given: unknown): z.infer<Shape> {
  let value: unknown;
  try {
    value = JSON.parse(String(given));
  } catch (error) {
    throw refusal((error as Error).message);
  }
  const { data, error } = shape.safeParse(value);
  if (error) throw refusal(error.issues.map(({ path, message }) => `${path.join(".")} ${message}`.trim()).join("; "));
  return data;
}

const refusal = (otherwise: string): Error =>
  new Error(
    `MCC Health could not read what its page wants to keep (${otherwise}). Reload the page. If that does not help, ` +
      "deploy the page and the class MccMemory from one version."
  );
