import type { Place } from "../../../domain";
import type { ReadProblem } from "../../walk/source-file";

/** One key of a mapping with its value, both as nodes of a tree. */
export interface Entry {
  readonly key: string;
  readonly keyNode: unknown;
  readonly value: unknown;
}

/** A file of mappings, lists and scalars with positions, whatever its syntax. A node that is not there is undefined. */
export interface Tree {
  readonly root: unknown;
  /** The entries of a mapping; none of anything else. */
  entries(node: unknown): readonly Entry[];
  value(node: unknown, key: string): unknown;
  items(node: unknown): readonly unknown[];
  /** A scalar's text: `8000` and `"8000"` are the same. */
  text(node: unknown): string | undefined;
  place(node: unknown, key?: string): Place;
  /** What keeps a part of the file from being read: to be asked after all facts. */
  readonly problems: readonly ReadProblem[];
}

/** The node at a path of keys. */
export function nodeAt(tree: Tree, from: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce((node, key) => tree.value(node, key), from);
}
