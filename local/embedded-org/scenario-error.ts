/** A scenario that can't be used. The message names the file, the place in it and what is wrong there. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
}

/** Makes the error for one place of a scenario, e.g. `records.User[3].ProfileId`; an empty path is the whole file. */
export type Complain = (path: string, message: string) => ScenarioError;

/** @returns e.g. `records.User[3]` for `["records", "User", 3]` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === "number" ? `[${String(part)}]` : `${i ? "." : ""}${String(part)}`)).join("");
