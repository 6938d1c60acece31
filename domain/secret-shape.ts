import { placeholderIn } from "./placeholder";
import { remembered } from "./remembered";
import { MAY_NAME, PARTS_OF_NAMES } from "./secret-name";

/** A shape of a secret in free text, and the text without it; each keeps what identifies the place. */
export interface SecretShape {
  readonly found: RegExp;
  readonly masked: (match: RegExpExecArray, mask: string) => string;
}

/** A shape of three groups: what stays before, the secret, and what stays behind. */
export const keeping = (found: RegExp): SecretShape => ({
  found,
  masked: ([, before = "", , after = ""], mask) => `${before}${mask}${after}`,
});

/**
 * A name in which a part of a secret's is, before it is asked for by itself; and no user of a URL: what is behind that
 * one ends at its host.
 */
export const NAME = `(?<![\\w-]|:\\/\\/(?=[^\\s/@]{1,4000}@))((?:--?)?(?=[\\w.-]{0,60}(?:${PARTS_OF_NAMES}))[A-Za-z_][\\w.-]{1,60})`;
/** A value: in quotes to their end, else to the next blank. */
export const VALUE = `(\\\\?"(?:[^"\\\\\\n]|\\\\.){0,4000}"?|'(?:[^'\\\\\\n]|\\\\.){0,4000}'?|[^\\s"'\`&,;][^\\s"'\`&;]{0,4000})`;

/** A value that is none: a word of a message, a reference, what is masked already. */
const NO_VALUE =
  /^(?:required|missing|invalid|wrong|empty|none|null|nil|true|false|undefined|optional|expected|unknown|yes|no|set|unset|not|bearer|basic|same-origin|include|omit|redacted|\((?:hidden|sensitive|redacted|masked|filtered|unset|empty|none|not)\)?|\*+|\$\{?\w+\}?|\$\([\w./-]+\)?|<[\w -]+>|\{\{.*\}\}|\$\{\{(?:.*\}\})?|,|\)|\{|\[)$/i;

/** The same in the languages in which a password has a label (secret-labels.ts). */
const SAYS =
  /^(?:falsch|ungültig|fehlt|leer|erforderlich|ist|nicht|muss|darf|incorrecte?|invalide|refusée?|requise?|manquante?|vide|est|doit|incorrect[ao]|incorreta|inválid[ao]|requerid[ao]|vací[ao]|obligatori[ao]|obrigatória|errad[ao]|es|debe|não|deve|é|è|non|errata|onjuist|ongeldig|verplicht|niet|moet|неверный|неправильный|не|должен|обязателен)[.,!?)]*$/iu;

/** A word of a program that a bracket or a comma of its call follows: `hide_password=False).replace(`. */
const NO_TEXT = /^(?:true|false|none|null|nil|undefined)[),;\]}]/i;

/** Whether what is written behind a secret's name is a word of a message, a reference or a placeholder. */
export const isNoValue = remembered((value: string, name: string): boolean => {
  const bare = value.replace(/^\\?["']|\\?["']$/g, "");
  if (NO_TEXT.test(value) || /^[^\w\s]$/.test(bare)) return true;
  return (
    bare === "" ||
    NO_VALUE.test(bare.replace(/[.,:)]+$/, "")) ||
    SAYS.test(bare) ||
    placeholderIn(bare, name) === bare
  );
});

/** The mask, in the quotes that the value has. */
export function inQuotes(value: string, mask: string): string {
  const quote = /^\\?["']/.exec(value)?.[0] ?? "";
  return `${quote}${mask}${value.endsWith(quote) && value.length > quote.length ? quote : ""}`;
}

/** A value between two groups, unless it is a reference or a placeholder. */
export const unlessNoValue = (found: RegExp): SecretShape => ({
  found,
  masked: ([whole, before = "", value = "", after = ""], mask) =>
    isNoValue(value, "") ? whole : `${before}${inQuotes(value, mask)}${after}`,
});

/** What finds secrets by reading on from a place, which no pattern can; or shapes that are looked for together. */
export interface Pass {
  (text: string, mask: string): string;
  readonly shapes?: readonly (SecretShape | Pass)[];
}

/**
 * Shapes of which no text has one that has not what this pattern finds, too. It is asked once for all of them: most lines
 * of a log have no name of a secret, and no `@`.
 */
export const onlyWith = (sign: RegExp, shapes: readonly (SecretShape | Pass)[]): Pass =>
  Object.assign((text: string, mask: string) => (sign.test(text) ? withoutEach(text, shapes, mask) : text), {
    shapes,
  });

/** The same, where each of the shapes asks for a name, or has one of some other words. */
export const onlyWithName = (shapes: readonly (SecretShape | Pass)[], ...others: readonly string[]): Pass =>
  onlyWith(new RegExp([MAY_NAME.source, ...others].join("|"), "i"), shapes);

/** The text without the shapes, one after another. */
export const withoutEach = (text: string, shapes: readonly (SecretShape | Pass)[], mask: string): string =>
  shapes.reduce((result, shape) => withoutShape(result, shape, mask), text);

/** All shapes with a pattern, also those that are looked for together, in their order. */
export const shapesIn = (shapes: readonly (SecretShape | Pass)[]): readonly SecretShape[] =>
  shapes.flatMap((shape) => (typeof shape === "function" ? shapesIn(shape.shapes ?? []) : [shape]));

/** Of a shape, sets of texts in small letters: each text that its pattern matches has one of each. */
const signsOf = new Map<SecretShape, readonly (readonly string[])[]>();

/** Spares a text that lacks a shape's signs its pattern: to compile one takes longer than to use it a hundred times. */
export function foundBy(
  shapes: readonly SecretShape[],
  signs: readonly (readonly (readonly string[])[])[],
): void {
  for (const [index, shape] of shapes.entries()) signsOf.set(shape, signs[index] ?? []);
}

/** One text is asked for a hundred shapes. */
let [asWritten, inSmall] = ["", ""];

function mayHave(text: string, shape: SecretShape): boolean {
  if (asWritten !== text) [asWritten, inSmall] = [text, text.toLowerCase()];
  return signsOf.get(shape)?.every((texts) => texts.some((one) => inSmall.includes(one))) ?? true;
}

/** The text without one shape of a secret. */
export function withoutShape(text: string, shape: SecretShape | Pass, mask: string): string {
  if (typeof shape === "function") return shape(text, mask);
  if (!mayHave(text, shape)) return text;
  const { found, masked } = shape;
  return text.replace(found, (...parts: unknown[]) => {
    const at = parts.findIndex((part) => typeof part === "number");
    const match = Object.assign(parts.slice(0, at), {
      index: parts[at],
      input: text,
      groups: parts[at + 2],
    }) as unknown as RegExpExecArray;
    return masked(match, mask);
  });
}
