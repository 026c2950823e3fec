/** Numbers below 2^32 times these stay exact in a double, which is all that Marketing Cloud's JavaScript has. */
const MODULUS = 4_294_967_291;
const MULTIPLIERS = [31, 257] as const;

/**
 * Tells what was cut, changed or mixed up on its way. It keeps nobody from writing an answer by hand: who pastes one says
 * that it is Marketing Cloud's, as who confirms a setting says that they saw it.
 * @returns 16 hexadecimal digits
 */
export const checksum = (text: string): string =>
  MULTIPLIERS.map((multiplier) => {
    let sum = 7;
    for (let i = 0; i < text.length; i++) sum = (sum * multiplier + text.charCodeAt(i)) % MODULUS;
    return sum.toString(16).padStart(8, "0");
  }).join("");
