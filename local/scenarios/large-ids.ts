export type RawRow = Readonly<Record<string, string | number | boolean | null>>;

/** @returns an Id of 15 characters: the object's prefix, then the number */
export const numberedId = (prefix: string, number: number): string => prefix + String(number).padStart(12, "0");

export const ADMIN = numberedId("00e", 1);
export const CLONE = numberedId("00e", 2);
export const STANDARD = numberedId("00e", 3);
export const PLATFORM_PROFILE = numberedId("00e", 4);
