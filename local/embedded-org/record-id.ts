const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** @returns whether this has the form of a Salesforce Id: 15 or 18 letters and digits */
export const isRecordId = (value: string): boolean => /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(value);

/** @returns the key by which Ids of 15 and 18 characters compare */
export const idKey = (id: string): string => id.slice(0, 15);

/** @returns the Id with 18 characters: each group of five gets one more, which encodes its capitals */
export function longId(id: string): string {
  let long = idKey(id);
  for (const start of [0, 5, 10]) {
    let capitals = 0;
    for (let i = 0; i < 5; i++) {
      const letter = id.charAt(start + i);
      if (letter >= "A" && letter <= "Z") capitals |= 1 << i;
    }
    long += ALPHABET.charAt(capitals);
  }
  return long;
}

/** An org's Id as MCC Health's own records hold it: see the Apex class MccRecordsController. */
export const orgMark = (organizationId: string): string => Array.from(longId(organizationId)).reverse().join("");
