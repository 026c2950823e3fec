/** A public instance field of a Java class. */
export interface JavaField {
  readonly name: string;
  /** As the class file writes types, e.g. `Lcom/example/Thing;` or `[Lcom/example/Thing;`. */
  readonly descriptor: string;
}

const MAGIC = 0xcafebabe;
const PUBLIC = 0x0001;
const STATIC = 0x0008;
const UTF8 = 1;

/** Bytes after the tag of a constant, by tag; the text constant (1) carries its own length. */
const CONSTANT_SIZE: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2
};

/**
 * Reads the public instance fields from a compiled Java class, in the order in which the class declares them.
 * Source: Java Virtual Machine Specification, chapter 4.
 * @throws {Error} the bytes are not a class file, or of a kind that this reader does not know
 */
export function publicFields(bytes: Uint8Array): JavaField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const u1 = (): number => view.getUint8(at++);
  const u2 = (): number => view.getUint16((at += 2) - 2);
  const u4 = (): number => view.getUint32((at += 4) - 4);
  const skip = (size: number): void => {
    at += size;
  };

  if (u4() !== MAGIC) throw new Error("This is not a Java class file.");
  skip(4);
  const texts = new Map<number, string>();
  const decoder = new TextDecoder();
  const constants = u2();
  for (let index = 1; index < constants; index++) {
    const tag = u1();
    if (tag === UTF8) {
      const length = u2();
      texts.set(index, decoder.decode(bytes.subarray(at, (at += length))));
      continue;
    }
    const size = CONSTANT_SIZE[tag];
    if (size === undefined) throw new Error(`This class file holds a constant of an unknown kind (${String(tag)}).`);
    skip(size);
    // The specification gives eight-byte constants two places in the table.
    if (size === 8) index++;
  }

  skip(6);
  skip(2 * u2());
  const fields: JavaField[] = [];
  for (let left = u2(); left > 0; left--) {
    const access = u2();
    const name = texts.get(u2());
    const descriptor = texts.get(u2());
    for (let attributes = u2(); attributes > 0; attributes--) {
      skip(2);
      skip(u4());
    }
    if (name !== undefined && descriptor !== undefined && (access & (PUBLIC | STATIC)) === PUBLIC)
      fields.push({ name, descriptor });
  }
  return fields;
}
