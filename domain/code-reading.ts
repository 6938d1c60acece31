export interface Reading {
  /** The bounds of what is secret. */
  readonly masked: readonly (readonly [from: number, to: number])[];
  /** Whether all else is code; otherwise the value is a word without quotes. */
  readonly isCode: boolean;
}

export const NOTHING: Reading = { masked: [], isCode: false };
export const LEFT: Reading = { masked: [], isCode: true };

/** A text without its bounds. */
export function withoutBounds(
  text: string,
  bounds: readonly (readonly [number, number])[],
  mask: string,
): string {
  let result = "";
  let at = 0;
  for (const [from, to] of [...bounds].sort(([one], [other]) => one - other)) {
    if (from < at) continue;
    result += text.slice(at, from) + mask;
    at = to;
  }
  return result + text.slice(at);
}
