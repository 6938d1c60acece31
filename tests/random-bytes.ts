import fc from "fast-check";

/** What holds whatever the bytes: bounded in `npm test`, and for as long as one likes by `npm run soak -- --fuzz`. */
export interface AnyBytes {
  readonly name: string;
  /** How many runs `npm test` makes of it. */
  readonly runs: number;
  readonly property: fc.IAsyncProperty<[unknown]>;
}

/** Bytes, any text, and texts made of pieces. */
export const bytesOf = (pieces: readonly string[]): fc.Arbitrary<Buffer> =>
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 40 })
      .map((parts) => Buffer.from(parts.join(""))),
  );

export const property = <Value>(given: fc.Arbitrary<Value>, holds: (value: Value) => Promise<void> | void) =>
  fc.asyncProperty(given, async (value) => holds(value)) as unknown as fc.IAsyncProperty<[unknown]>;
