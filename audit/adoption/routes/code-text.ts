/** Code whose comments are blank, and whose literals' contents are blank in `bare`: every index is the file's own. */
export interface CodeText {
  readonly text: string;
  readonly bare: string;
}

/** The comments and literals of languages that write them as C does; Ruby's and Elixir's comments begin with `#`. */
const C_LIKE = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/g;
const HASH = /#[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;
/** A lifetime is no literal: `&'static str`. */
const RUST = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\.)'/g;

const LANGUAGES = { c: C_LIKE, hash: HASH, rust: RUST };

export function codeText(source: string, language: keyof typeof LANGUAGES): CodeText {
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, " ");
  const isComment = (part: string): boolean => /^(?:\/\/|\/\*|#)/.test(part);
  const found = LANGUAGES[language];
  const text = source.replace(found, (part) => (isComment(part) ? blank(part) : part));
  const bare = source.replace(found, (part) =>
    isComment(part) ? blank(part) : `${part[0]}${blank(part.slice(1, -1))}${part[0]}`,
  );
  return { text, bare };
}

/** The indexes of the brackets that are open at an index, the innermost first. */
export function openAt(bare: string, index: number, brackets: "{}" | "()" = "{}"): readonly number[] {
  const [open, close] = brackets;
  const found: number[] = [];
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    if (bare[at] === close) depth += 1;
    else if (bare[at] === open) {
      if (depth === 0) found.push(at);
      else depth -= 1;
    }
  }
  return found;
}

/** The index behind the bracket that closes the one at an index; the text's end where none does. */
export function closeOf(bare: string, open: number): number {
  const brackets = bare[open] === "{" ? "{}" : "()";
  let depth = 0;
  for (let at = open; at < bare.length; at += 1) {
    if (bare[at] === brackets[0]) depth += 1;
    else if (bare[at] === brackets[1]) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return bare.length;
}
