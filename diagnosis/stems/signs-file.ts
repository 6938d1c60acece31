import { shapesIn } from "../../domain/secret-shape";
import { SECRET_SHAPES } from "../../domain/secret-shapes";
import { requiredTexts } from "./required-texts";

const HEAD = `// Written by \`npx tsx diagnosis/stems/write-signs.ts\`, from the patterns of all shapes of secrets.
// biome-ignore-all format: one shape a line.

/** For each shape, in their order, sets of texts in small letters: what its pattern matches has one of each set. */
export const SIGNS: readonly (readonly (readonly string[])[])[] = [
`;
/** So many texts of a set, and so many sets, are asked for before a pattern is. */
const [TEXTS, SETS] = [60, 3];
/** A text is worth no more than this for its length: the fewer there are, the faster they are asked for. */
const LONG = 8;

/** The text of domain/secret-signs.ts as it ought to be. */
export function signsFile(): string {
  const lines = shapesIn(SECRET_SHAPES).map(({ found }) => `  ${JSON.stringify(signsOf(found))},\n`);
  return `${HEAD}${lines.join("")}];\n`;
}

/** Sets of texts in small letters: each match of the pattern has a text of each. */
export function signsOf(pattern: RegExp): readonly (readonly string[])[] {
  // With both flags, letters are the same that are not the same in small letters.
  if (pattern.unicode && pattern.ignoreCase) return [];
  const sets = requiredTexts(pattern)
    .map(fewest)
    .filter((set) => set.length <= TEXTS && shortest(set) > 0)
    .toSorted((one, other) => shortest(other) - shortest(one) || one.length - other.length);
  const asked = new Set(sets.map((set) => JSON.stringify(set)));
  return [...asked].slice(0, SETS).map((set): readonly string[] => JSON.parse(set));
}

/** The texts, or the longest word of each where that is fewer: of blanks a pattern often takes any. */
function fewest(texts: readonly string[]): readonly string[] {
  const [whole, words] = [withoutLonger(texts), withoutLonger(texts.map(wordOf))];
  return isAscii(whole) && whole.length <= words.length ? whole : words;
}

const isAscii = (texts: readonly string[]): boolean => texts.every((text) => /^[\t -~]*$/.test(text));

/** The longest piece of a text without a blank, and of ASCII. */
const wordOf = (text: string): string =>
  text.split(/[^!-~]+/).reduce((longest, piece) => (piece.length > longest.length ? piece : longest));

function withoutLonger(texts: readonly string[]): readonly string[] {
  const all = [...new Set(texts)];
  return all.filter((text) => !all.some((other) => other !== text && text.includes(other))).toSorted();
}

const shortest = (set: readonly string[]): number => Math.min(LONG, ...set.map(({ length }) => length));
