import { z } from "zod";

const TEXT = z.string().min(1);
const ID = z.string().regex(/^[\w-]+$/);
const VALIDATIONS = z.strictObject({ required: z.boolean() }).optional();
const OPTIONS = z
  .array(TEXT)
  .nonempty()
  .refine((options) => new Set(options).size === options.length, { error: "Two options are the same." });

const LABELLED = { label: TEXT, description: TEXT.optional() };
const TYPED = { ...LABELLED, placeholder: TEXT.optional(), value: TEXT.optional() };

/** Source: docs.github.com, "Syntax for GitHub's form schema". */
const ELEMENT = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("markdown"), attributes: z.strictObject({ value: TEXT }) }),
  z.strictObject({ type: z.literal("input"), id: ID, attributes: z.strictObject(TYPED), validations: VALIDATIONS }),
  z.strictObject({
    type: z.literal("textarea"),
    id: ID,
    attributes: z.strictObject({ ...TYPED, render: TEXT.optional() }),
    validations: VALIDATIONS
  }),
  z.strictObject({
    type: z.literal("dropdown"),
    id: ID,
    attributes: z.strictObject({ ...LABELLED, multiple: z.boolean().optional(), options: OPTIONS }),
    validations: VALIDATIONS
  }),
  z.strictObject({
    type: z.literal("checkboxes"),
    id: ID,
    attributes: z.strictObject({
      ...LABELLED,
      options: z.array(z.strictObject({ label: TEXT, required: z.boolean().optional() })).nonempty()
    })
  })
]);

type Element = z.infer<typeof ELEMENT>;

const unlike = (of: (element: Element) => string | undefined) => (body: readonly Element[]) => {
  const all = body.map(of).filter((one) => one !== undefined);
  return new Set(all).size === all.length;
};

/** What a form of `.github/ISSUE_TEMPLATE` may hold. GitHub leaves a form with an error out without a word. */
export const ISSUE_FORM = z.strictObject({
  name: z.string().min(3),
  description: z.string().min(3),
  labels: z.array(TEXT).optional(),
  body: z
    .array(ELEMENT)
    .refine((body) => body.some(({ type }) => type !== "markdown"), { error: "It asks for nothing." })
    .refine(
      unlike((element) => ("id" in element ? element.id : undefined)),
      { error: "Two fields have the same id." }
    )
    .refine(
      unlike(({ attributes }) => ("label" in attributes ? attributes.label : undefined)),
      { error: "Two fields have the same label." }
    )
});

/** What `.github/ISSUE_TEMPLATE/config.yml` may hold. */
export const ISSUE_CONFIG = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z.array(z.strictObject({ name: TEXT, url: z.url(), about: TEXT })).optional()
});
