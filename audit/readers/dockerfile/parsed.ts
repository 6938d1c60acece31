import { type Dockerfile, DockerfileParser, type Instruction } from "dockerfile-ast";
import { oncePer } from "../../once-per-repository";

/** How many characters of parsed files are kept: the reader, the build's steps and a web server's settings ask for the same. */
const MAX_KEPT = 500_000;

const kept = new Map<string, Dockerfile>();
let characters = 0;

/** A Dockerfile, parsed once however often its text is asked for: what it says depends on nothing else. */
export function parsedDockerfile(text: string): Dockerfile {
  const before = kept.get(text);
  if (before !== undefined) return before;
  const parsed = DockerfileParser.parse(withoutFalseContinuations(text));
  if (characters > MAX_KEPT) {
    kept.clear();
    characters = 0;
  }
  characters += text.length;
  kept.set(text, parsed);
  return parsed;
}

/** Its instructions, as one list: what follows from them follows once for all who ask. */
export const instructionsOf = (text: string): readonly Instruction[] => listed(parsedDockerfile(text));

const listed = oncePer((parsed: Dockerfile): readonly Instruction[] => parsed.getInstructions());

/** Whether an instruction takes the lines below it as a text, which the parser takes for instructions. */
export const hasHeredoc = (text: string): boolean => /<<-?["']?\w/.test(text);

/**
 * The text in which a line that ends in two escape characters goes on in none, as BuildKit reads it (its continuation is
 * one that follows no other): the parser takes it for one. Two quotes after it end the word, and move nothing that is
 * before them.
 */
function withoutFalseContinuations(text: string): string {
  if (!/``|\\\\/.test(text)) return text;
  const character = DockerfileParser.parse(text.slice(0, DIRECTIVES)).getEscapeCharacter();
  const twice = character === "`" ? /``(?=[ \t]*\r?$)/gm : /\\\\(?=[ \t]*\r?$)/gm;
  return text.replace(twice, `$&""`);
}

/** The parser's directives are in a file's first lines. */
const DIRECTIVES = 1_000;
