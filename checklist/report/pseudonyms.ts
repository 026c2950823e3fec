import type { Report } from "../judge/report.ts";
import type { Translator } from "../messages/text.ts";

/** What an org names as it likes; the messages `report.mask.<thing>`. */
export type Thing = "user" | "api-user" | "business-unit" | "permission-set" | "profile" | "app";

/** A person as one part of a report or another tells of them. */
export interface Mention {
  readonly id?: string | null;
  readonly username?: string | null;
  readonly name?: string | null;
}

/** What a masked report says instead of names: the same whenever it means the same. */
export interface Pseudonyms {
  readonly thing: (thing: Thing, name: string) => string;
  readonly person: (mention: Mention) => string;
  /** For a person of whom only the name is told. Where several have it, one of its own: nobody gets another's deed. */
  readonly named: (name: string) => string;
  readonly org: string;
  /** For what is left out whole. */
  readonly hidden: string;
}

/** @returns stand-ins in the language of `words`, for the people that the report knows and whatever else it names */
export function pseudonymsOf({ people, viewer }: Report, words: Translator): Pseudonyms {
  const thing = numbered(words);
  const hidden = words({ key: "report.mask.hidden" });
  const byTrace = new Map<string, string>();
  const byName = new Map<string, Set<string>>();

  const known = (mention: Mention): string | undefined =>
    tracesOf(mention)
      .map((trace) => byTrace.get(trace))
      .find((found) => found !== undefined);

  const meet = (mention: Mention, as?: string): void => {
    const [first, ...others] = tracesOf(mention);
    if (first === undefined) return;
    const standIn = known(mention) ?? as ?? thing("user", first);
    for (const trace of [first, ...others]) byTrace.set(trace, standIn);
    if (mention.name) byName.set(mention.name, (byName.get(mention.name) ?? new Set()).add(standIn));
  };

  if (people.systemUser) meet(people.systemUser, words({ key: "report.mask.system-user" }));
  for (const mention of [...people.impactedUsers, ...(viewer ? [viewer] : []), ...people.candidates]) meet(mention);

  return {
    thing,
    hidden,
    org: words({ key: "report.mask.org" }),
    person: (mention) => known(mention) ?? hidden,
    named: (name) => {
      const [only, another] = byName.get(name) ?? [];
      return only !== undefined && another === undefined ? only : thing("user", `name/${name}`);
    }
  };
}

/** Salesforce writes an Id with 15 or 18 characters, and doesn't tell capitals apart in a username. */
const tracesOf = ({ id, username }: Mention): string[] => [
  ...(id ? [`id/${id.slice(0, 15)}`] : []),
  ...(username ? [`username/${username.toLowerCase()}`] : [])
];

/** Numbers what it is asked for, each kind of thing from 1. */
function numbered(words: Translator): Pseudonyms["thing"] {
  const given = new Map<string, string>();
  const counts = new Map<Thing, number>();
  return (thing, name) => {
    const key = `${thing}/${name}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(thing) ?? 0) + 1;
    const standIn = words({ key: `report.mask.${thing}`, values: { number: String(count) } });
    counts.set(thing, count);
    given.set(key, standIn);
    return standIn;
  };
}
