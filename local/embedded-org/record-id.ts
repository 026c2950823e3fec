const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** @returns whether this is written as a Salesforce Id: 15 or 18 letters and digits */
export const isRecordId = (value: string): boolean => /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(value);

/** @returns what tells two Ids apart, be they written with 15 or with 18 characters */
export const idKey = (id: string): string => id.slice(0, 15);

/** @returns the Id with 18 characters: one letter for the capitals of each five characters */
export function longId(id: string): string {
  const key = idKey(id);
  const suffix = [0, 5, 10].map((start) => {
    const capitals = [...key.slice(start, start + 5)].map((letter, bit) => (/[A-Z]/.test(letter) ? 1 << bit : 0));
    return ALPHABET[capitals.reduce<number>((sum, bit) => sum + bit, 0)] ?? "";
  });
  return key + suffix.join("");
}
