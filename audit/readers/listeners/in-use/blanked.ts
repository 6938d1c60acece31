/** A text whose parts are replaced by spaces, each line and column as it was. */
export interface Blanked {
  /** Without comments. */
  readonly code: string;
  /** Without comments and without what is between quotes: brackets are those of the language. */
  readonly shape: string;
}

const COMMENTS = String.raw`\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)`;
const IN_A_LINE = String.raw`"(?:\\[^\n]|[^"\\\n])*"?`;
const CHARACTER = String.raw`'(?:\\[^\n]{1,10}?|[^'\\\n])'`;

/** Comments and texts of each language; of what begins at one place the first counts. */
const PARTS: Readonly<Record<string, RegExp>> = {
  rs: new RegExp(
    String.raw`${COMMENTS}|\bb?r(#{0,9})"[\s\S]*?(?:"\1|$)|"(?:\\[\s\S]|[^"\\])*"?|${CHARACTER}`,
    "g",
  ),
  go: new RegExp(String.raw`${COMMENTS}|\x60[^\x60]*\x60?|${IN_A_LINE}|${CHARACTER}`, "g"),
  cs: new RegExp(
    String.raw`${COMMENTS}|"""[\s\S]*?(?:"""|$)|\$?@\$?"(?:""|[^"])*"?|${IN_A_LINE}|${CHARACTER}`,
    "g",
  ),
  kt: new RegExp(String.raw`${COMMENTS}|"""[\s\S]*?(?:"""|$)|${IN_A_LINE}|${CHARACTER}`, "g"),
  java: new RegExp(String.raw`${COMMENTS}|"""[\s\S]*?(?:"""|$)|${IN_A_LINE}|${CHARACTER}`, "g"),
};

export function blank(text: string): string {
  return text.replaceAll(/[^\n]+/g, (line) => " ".repeat(line.length));
}

/** Undefined for a language whose comments are not read here. */
export function blanked(file: string, text: string): Blanked | undefined {
  const parts = PARTS[file.slice(file.lastIndexOf(".") + 1)];
  if (parts === undefined) return undefined;
  const code = text.replace(parts, (part) => (part.startsWith("/") ? blank(part) : part));
  let shape: string | undefined;
  return {
    code,
    // Most files open nothing, and are asked for their code alone.
    get shape() {
      shape ??= text.replace(parts, (part) => blank(part));
      return shape;
    },
  };
}
