/** A creation as it was written down before Render was asked for it. Times are in milliseconds since 1970. */
export interface CreationNote {
  readonly name: string;
  readonly begun: number;
  /** The ids of what had the name before. */
  readonly before: readonly string[];
  /** What Render has made; undefined where its answer never came. */
  readonly id?: string;
}

/** A property, or one entry of it: a variable, a file, a domain. */
export type Touched = readonly [root: string, entry?: string];

/**
 * What the operations on one resource have written down on this machine, which outlives a process that is killed: so
 * the next update knows what an interrupted one has made and set. Holds names and ids, never a value.
 */
export interface Notes {
  /** `part` distinguishes several things that one resource makes; the resource itself is "". */
  creation(part: string): CreationNote | undefined;
  /** Undefined where nothing was made. */
  noteCreation(part: string, note: CreationNote | undefined): void;
  /** The parts that have a note. */
  parts(): readonly string[];
  /** What an interrupted update may have changed at Render without the engine's knowledge. */
  touched(): readonly Touched[];
}

/** Where nothing can be written down. */
export const NO_NOTES: Notes = {
  creation: () => undefined,
  noteCreation: () => undefined,
  parts: () => [],
  touched: () => [],
};
