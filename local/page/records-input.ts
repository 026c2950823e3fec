import { z } from "zod";

/** Blank as Apex's String.isBlank has it. */
const filled = z.string().refine((text) => text.trim() !== "", "is blank");
const text = z.string().nullish();
const number = z.int().nullish();

const CONFIRMATION_REF = z.object({ check: filled, subjectId: text, version: text });
const CONFIRMATION = CONFIRMATION_REF.extend({
  holds: z.boolean(),
  answer: text,
  note: text,
  basis: text,
  marketingCloud: text
});
const PERSON = z.object({
  key: filled,
  role: filled,
  userId: z
    .string()
    .regex(/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/)
    .nullish()
});
const RUN = z.object({
  verdict: filled,
  blockers: number,
  problems: number,
  unknown: number,
  toConfirm: number,
  warnings: number,
  passed: number,
  people: number,
  milliseconds: number
});

/** Which confirmation is meant, and the version of it that the person saw. */
export type ConfirmationRef = z.infer<typeof CONFIRMATION_REF>;
export type ConfirmationInput = z.infer<typeof CONFIRMATION>;
export type PersonInput = z.infer<typeof PERSON>;
export type RunInput = z.infer<typeof RUN>;

/** The parameters of MccRecordsController's methods: each of these throws an Error for what Apex refuses. */
export const readConfirmationRef = (given: unknown): ConfirmationRef => read("confirmation", CONFIRMATION_REF, given);
export const readConfirmation = (given: unknown): ConfirmationInput => read("confirmation", CONFIRMATION, given);
/** Of two with one key, the later counts. */
export const readPeople = (given: unknown): Map<string, PersonInput> =>
  new Map(read("people", z.array(PERSON), given).map((person) => [person.key, person]));
export const readRun = (given: unknown): RunInput => read("run", RUN, given);
export const readReport = (given: unknown): string => read("report", filled, given);

function read<Shape extends z.ZodType>(name: string, shape: Shape, given: unknown): z.infer<Shape> {
  const { data, error } = shape.safeParse(given);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `${z.core.toDotPath([name, ...path])} ${message}`);
  throw new Error(
    `MCC Health could not read what its page wants to save (${problems.join("; ")}). Reload the page. If that does not ` +
      "help, deploy the page and the class MccRecordsController from one version."
  );
}
