/** The gates that can be told to look at a copy of the project. */
export type GateName =
  | "access"
  | "apex"
  | "definitions"
  | "generated"
  | "guards"
  | "lint"
  | "lwc"
  | "messages"
  | "metadata"
  | "package"
  | "pmd"
  | "references"
  | "soql"
  | "types"
  | "workflows";

/** An error put into a copy of the project, and how it has to be told. */
export interface Plant {
  readonly what: string;
  /** Path from the project's folder. */
  readonly file: string;
  /** A text of the file and what takes its place, on the same line. With a whole new text the file is made anew. */
  readonly change: readonly [from: string | RegExp, to: string] | { readonly text: string } | "remove";
  readonly by: GateName;
  readonly message: RegExp;
  /** Where it has to be told, when not where it was planted: a file, and a text of the line. */
  readonly at?: readonly [file: string, text: string];
}

export const SOURCE = "force-app/main/default";
