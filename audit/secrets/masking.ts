import {
  type CredentialFact,
  type Fact,
  type FactOf,
  factsOf,
  MASK,
  placeholderIn,
  redact,
  writtenUrls,
} from "../../domain";
import { splitPasswords } from "./split-urls";

/** Masks what the facts of a repository know to be secret, beside what has a secret's shape. */
export interface Masking {
  /** A finding's words, which should hold no secret in the first place. */
  text(text: string): string;
  /** One line of a file, for an excerpt; undefined where the file or the line is not there. */
  excerpt(file: string, line: number): string | undefined;
  /** The text of a line of a file, before or after a change. */
  line(file: string, line: number, written: string): string;
}

const MAX_EXCERPT_LENGTH = 140;

/** A line of a key, certificate or the like in base64; it says nothing to a reader. */
const ENCODED_LINE = /^\s*[A-Za-z0-9+/]{60,}={0,2}\s*$/;

export function maskingOf(facts: readonly Fact[], texts: ReadonlyMap<string, string>): Masking {
  const known = new Set([...knownSecrets(facts), ...splitPasswords(texts.values())]);
  const secrets = [...known].map((secret) => ({ secret, core: coreOf(secret) }));
  const lines = secretLines(facts);
  // A repository of many services has many secrets, few texts hold one, and many texts are the same.
  const masked = new Map<string, string>();
  const text = (words: string): string => {
    const before = masked.get(words);
    if (before !== undefined) return before;
    const held = secrets.filter(({ core }) => words.includes(core)).map(({ secret }) => secret);
    const shown = redact(words, held);
    masked.set(words, shown);
    return shown;
  };
  // A value that a reader took from a line is masked by its kind, also where the line is a whole env file.
  const read = new Set(namedValues(facts).flatMap((fact) => (fact.value.known ? lineOfPlace(fact) : [])));
  const credentials = new Map(
    factsOf(facts, "credential").flatMap((fact) =>
      lineOfPlace(fact).flatMap((line) =>
        fact.endColumn === undefined && read.has(line) ? [] : [[line, fact] as const],
      ),
    ),
  );
  const unread = unreadLines(facts);
  const lineOf = (file: string, line: number, written: string): string => {
    const values = lines.get(`${file}:${line}`) ?? [];
    const name = unread.get(`${file}:${line}`);
    if (name !== undefined) return text(maskAfter(written, name));
    const credential = values.length === 0 ? credentials.get(`${file}:${line}`) : undefined;
    if (ENCODED_LINE.test(written)) return MASK;
    if (credential !== undefined) {
      // In a changed line the credential's place is not known.
      return linesOf(file)[line - 1] === written ? text(maskCredential(written, credential)) : MASK;
    }
    return text(values.reduce((rest, value) => maskValue(rest, value), written));
  };
  // One file may have as many findings as lines: it is cut into them once.
  const cut = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const before = cut.get(file) ?? (texts.get(file) ?? "").split(/\r\n|\n|\r/);
    cut.set(file, before);
    return before;
  };
  return {
    text,
    line: lineOf,
    excerpt: (file, line) => {
      const written = linesOf(file)[line - 1];
      if (written === undefined) return undefined;
      const masked = lineOf(file, line, written).trim();
      return masked.length > MAX_EXCERPT_LENGTH ? `${masked.slice(0, MAX_EXCERPT_LENGTH - 1)}…` : masked;
    },
  };
}

/** `file:line`, of a fact that has one. */
function lineOfPlace({ place }: Pick<Fact, "place">): readonly string[] {
  return place.source === "file" && place.line !== undefined ? [`${place.file}:${place.line}`] : [];
}

function knownSecrets(facts: readonly Fact[]): readonly string[] {
  // Which driver is given a URL says nothing of its password, and asking that for each takes time by the square.
  const written = facts.filter(
    (fact) => (fact.kind === "variable" && fact.value.known) || (fact.kind === "url" && fact.url.known),
  );
  const passwords = writtenUrls(written).urls.flatMap(({ parsed }) => parsed.url.password ?? []);
  const values = namedValues(facts).flatMap((fact) => (isHidden(fact) ? [textOf(fact)] : []));
  const lines = [...passwords, ...values].flatMap((secret) => [secret, ...secret.split(/\r?\n/)]);
  return lines.filter((secret) => !isCommonWord(secret) && placeholderIn(secret) !== secret);
}

/** The longest piece that every form of a secret has in common: none encodes letters and digits. */
function coreOf(secret: string): string {
  const pieces = secret.match(/[A-Za-z0-9]+/g) ?? [""];
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest));
}

type NamedValue = FactOf<"variable" | "build-argument">;

function namedValues(facts: readonly Fact[]): readonly NamedValue[] {
  return [...factsOf(facts, "variable"), ...factsOf(facts, "build-argument")];
}

/** A URL's password is masked by itself, so that an excerpt still shows host, port and user. */
function isHidden(fact: NamedValue): boolean {
  return fact.secret && fact.value.known && !isWholeUrl(textOf(fact));
}

function textOf({ value }: NamedValue): string {
  return value.known ? value.value : "";
}

/** A URL whose parts can be separated: where they cannot, a piece of the password may be anywhere. */
function isWholeUrl(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s@/?#:]*(?::[^\s@/?#]*)?@[^\s@]*$/i.test(value.trim());
}

/** A word such as `postgres` would be masked wherever it is a name; on its own line it is masked too. */
function isCommonWord(secret: string): boolean {
  return secret.length < 6 || /^[a-z]{1,9}$/.test(secret) || /^[0-9]{1,5}$/.test(secret);
}

/** The lines on which a secret variable is written, by `file:line`. */
function secretLines(facts: readonly Fact[]): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const fact of namedValues(facts)) {
    const { place } = fact;
    if (place.source !== "file" || place.line === undefined || !isHidden(fact)) continue;
    const value = textOf(fact);
    if (value === "" || placeholderIn(value, fact.name) === value) continue;
    const key = `${place.file}:${place.line}`;
    lines.set(key, [...(lines.get(key) ?? []), value]);
  }
  return lines;
}

/** The lines with a secret that no reader could take from its text, with the variable's name. */
function unreadLines(facts: readonly Fact[]): ReadonlyMap<string, string> {
  const secret = namedValues(facts).filter((fact) => fact.secret && !fact.value.known);
  return new Map(
    secret.flatMap(({ place, name }) =>
      place.source === "file" && place.line !== undefined ? [[`${place.file}:${place.line}`, name]] : [],
    ),
  );
}

/**
 * The line without its credential, and without all that is beside it without a gap, since a detector may take the
 * beginning of a longer one for the whole. Nothing of the line where its end is not known.
 */
function maskCredential(line: string, { place, endColumn }: CredentialFact): string {
  if (place.source !== "file" || place.column === undefined || endColumn === undefined) return MASK;
  const before = line.slice(0, place.column - 1).replace(/[^\s"'`=:,;()[\]{}<>]+$/, "");
  const after = line.slice(endColumn - 1).replace(/^[^\s"'`,;()[\]{}<>]+/, "");
  return `${before}${MASK}${after}`;
}

/** All that follows the name and its sign; where there is no name, the value has the line for itself. */
function maskAfter(line: string, name: string): string {
  const at = line.indexOf(name);
  if (at < 0) return MASK;
  const end = at + name.length;
  const sign = /^["']?[ \t]*[=:]?[ \t]*/.exec(line.slice(end))?.[0].length ?? 0;
  return line.slice(end + sign).trim() === "" ? line : `${line.slice(0, end + sign)}${MASK}`;
}

/** Where the value is not written as it reads (escapes, several lines), all that follows the name is masked. */
function maskValue(line: string, value: string): string {
  if (value.length >= 3 && line.includes(value)) return line.replaceAll(value, MASK);
  const before = /^[^=:]*[=:]\s*/.exec(line)?.[0];
  return before === undefined ? MASK : `${before}${MASK}`;
}
