import { placeholderIn } from "./placeholder";

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

/** Parts of the names of secrets, before each name is asked for by itself. */
const WORD =
  "pass|pwd|secret|token|credential|key|auth|jwt|salt|hmac|bearer|pat|sid|pw|psw|mdp|senha|wort|woord|contrasena|pepper|fernet";
/** A name in which such a part is. */
export const NAME = `(?<![\\w-])((?:--?)?(?=[\\w.-]{0,60}(?:${WORD}))[A-Za-z_][\\w.-]{1,60})`;
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
export function isNoValue(value: string, name: string): boolean {
  const bare = value.replace(/^\\?["']|\\?["']$/g, "");
  if (NO_TEXT.test(value) || /^[^\w\s]$/.test(bare)) return true;
  return (
    bare === "" ||
    NO_VALUE.test(bare.replace(/[.,:)]+$/, "")) ||
    SAYS.test(bare) ||
    placeholderIn(bare, name) === bare
  );
}

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

/** What finds secrets by reading on from a place, which no pattern can. */
export type Pass = (text: string, mask: string) => string;

/** The text without one shape of a secret. */
export function withoutShape(text: string, shape: SecretShape | Pass, mask: string): string {
  if (typeof shape === "function") return shape(text, mask);
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
