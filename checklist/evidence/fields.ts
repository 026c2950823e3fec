/** How a query's field arrives. A date is ISO 8601 text, with a time or without. */
export type Kind = "text" | "flag" | "number" | "date";

/** A field that a query selects, or the parent record whose fields it selects. */
export interface Field<Value, Optional extends boolean = boolean> {
  readonly kind: Kind | "parent";
  /** Whether Salesforce may leave it empty. A row that lacks another field is not judged. */
  readonly optional: Optional;
  /** Only of a parent. */
  readonly fields?: Fields;
  /** Carries the type of the value; never there at run time. */
  readonly value?: Value;
}

/** The fields that a query selects, by name; a parent's fields are nested. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

export const text: Field<string, false> = { kind: "text", optional: false };
export const flag: Field<boolean, false> = { kind: "flag", optional: false };
export const number: Field<number, false> = { kind: "number", optional: false };
export const date: Field<string, false> = { kind: "date", optional: false };

/** @returns the record that a relationship leads to, with the fields that are selected of it */
export const parent = <const Inner extends Fields>(fields: Inner): Field<Row<Inner>, false> => ({
  kind: "parent",
  optional: false,
  fields
});

/** @returns a field that Salesforce may leave empty; absent in the row then */
export const optional = <Value>(field: Field<Value>): Field<Value, true> => ({ ...field, optional: true });

type OptionalNames<F extends Fields> = { [Name in keyof F]: F[Name]["optional"] extends true ? Name : never }[keyof F];
type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** The row that these fields make: as Salesforce's REST API shapes it, with null turned into absent. */
export type Row<F extends Fields> = {
  -readonly [Name in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[Name]>;
} & { -readonly [Name in OptionalNames<F>]?: ValueOf<F[Name]> };

/** @returns each field as SOQL writes it: `Parent.Label` */
export const pathsOf = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.fields ? pathsOf(field.fields).map((path) => `${name}.${path}`) : name
  );
