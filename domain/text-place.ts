import type { Place } from "./place";

type TextPlace = Extract<Place, { readonly source: "file" }> & {
  readonly line: number;
  readonly column: number;
};

/** The line, from 1, of an index in a text. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

/** The line and column, from 1, of an index in a file's text. */
export function placeAt(file: string, text: string, index: number): TextPlace {
  const before = text.slice(0, index).split("\n");
  return { source: "file", file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
