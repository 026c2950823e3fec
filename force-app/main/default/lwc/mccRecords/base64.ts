/** @returns the text whose UTF-8 bytes these are; `atob` alone would take each byte for a letter */
export const fromBase64 = (base64: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
