/** A person as somebody named them: by Id (the tab's picker) or by username (the command line). */
export interface PersonRef {
  readonly id?: string;
  readonly username?: string;
  readonly name?: string;
}

/** Whom and what to check. Nobody chosen as system user: the best candidate is taken, and the report says so. */
export interface Selection {
  readonly systemUser?: PersonRef;
  readonly impactedUsers: readonly PersonRef[];
  /** Also everyone with a Marketing Cloud checkbox selected, up to `EVERYONE_LIMIT`. */
  readonly everyone?: boolean;
  /** Only where several connected apps could be the right one. */
  readonly appId?: string | undefined;
}
