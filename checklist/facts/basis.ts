/** What a confirmation can rest on: the messages `basis.<part>` name them. */
export type BasisPart = "app" | "policies" | "system-user" | "api-user" | "business-units";

/** Each part's state when a person looked. A part that changes lapses the confirmation. */
export type Basis = Readonly<Partial<Record<BasisPart, string>>>;
