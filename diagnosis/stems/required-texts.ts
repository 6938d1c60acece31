import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** What is known of all texts that a part of a pattern matches, in small letters. */
interface Known {
  /** All of them. */
  readonly all?: readonly string[];
  /** Each of these has a text that every match holds. */
  readonly required: readonly (readonly string[])[];
}

const NOTHING: Known = { required: [] };
/** A part of a pattern that has more texts than this is known by what they have in common only. */
const MAX_TEXTS = 24;
const MAX_REPEATED = 8;

/**
 * Sets of texts, in small letters: whatever the pattern matches holds, of each set, one text at least. They follow from
 * the pattern, as the prefilters of RE2 do (Cox: Regular Expression Matching with a Trigram Index, 2012).
 */
export function requiredTexts(pattern: RegExp): readonly (readonly string[])[] {
  const { alternatives } = new RegExpParser().parsePattern(pattern.source, undefined, undefined, {
    unicode: pattern.unicode,
  });
  const { all, required } = ofAlternatives(alternatives);
  return all === undefined ? required : [all, ...required];
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Known {
  const each = alternatives.map(({ elements }) => inTurn(elements.map(ofElement)));
  const [only] = each;
  if (only !== undefined && each.length === 1) return only;
  const all = each.flatMap((known) => known.all ?? []);
  if (each.every((known) => known.all !== undefined) && all.length <= MAX_TEXTS) return { all, required: [] };
  // One of each alternative's own sets: its rarest.
  const sets = each.map((known) => rarest(known.all === undefined ? known.required : [known.all]));
  return sets.every((set) => set !== undefined) ? { required: [sets.flat()] } : NOTHING;
}

function inTurn(each: readonly Known[]): Known {
  const required: (readonly string[])[] = [];
  let texts: readonly string[] = [""];
  let whole = true;
  for (const { all, required: inside } of each) {
    if (all !== undefined && texts.length * all.length <= MAX_TEXTS) {
      texts = texts.flatMap((text) => all.map((next) => text + next));
      continue;
    }
    whole = false;
    required.push(texts, ...inside);
    texts = all ?? [""];
  }
  if (whole) return { all: texts, required: [] };
  return { required: [...required, texts].filter((set) => shortest(set) > 0) };
}

function ofElement(element: AST.Element): Known {
  switch (element.type) {
    case "Assertion":
      return { all: [""], required: [] };
    case "Character":
      return { all: [String.fromCodePoint(element.value).toLowerCase()], required: [] };
    case "CharacterClass":
      return ofClass(element);
    case "Group":
    case "CapturingGroup":
      return ofAlternatives(element.alternatives);
    case "Quantifier":
      return repeated(ofElement(element.element), element.min, element.max);
    default:
      return NOTHING;
  }
}

function ofClass({ elements, negate }: AST.CharacterClass): Known {
  if (negate || elements.length > 4) return NOTHING;
  const letters = elements.flatMap((one) =>
    one.type === "Character" ? [String.fromCodePoint(one.value).toLowerCase()] : [],
  );
  return letters.length === elements.length ? { all: [...new Set(letters)], required: [] } : NOTHING;
}

function repeated({ all, required }: Known, min: number, max: number): Known {
  if (min === 0) return max === 1 && all !== undefined ? { all: ["", ...all], required: [] } : NOTHING;
  if (all === undefined) return { required };
  if (min === 1 && max === 1) return { all, required };
  const [only] = all;
  if (min === max && all.length === 1 && only !== undefined && min <= MAX_REPEATED) {
    return { all: [only.repeat(min)], required };
  }
  return { required: [all, ...required] };
}

function rarest(sets: readonly (readonly string[])[]): readonly string[] | undefined {
  return sets.filter((set) => shortest(set) > 0).toSorted((one, other) => shortest(other) - shortest(one))[0];
}

function shortest(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : Math.min(10, ...texts.map(({ length }) => length));
}
