/** Things that have something in common: at least one. */
export type Group<Thing> = [Thing, ...Thing[]];

/** @returns the things that have the same key together, where the first of them stood */
export function grouped<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Group<Thing>[] {
  const groups = new Map<string, Group<Thing>>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    // There may be thousands.
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
}
