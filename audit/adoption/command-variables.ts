import { type Fact, known, type Place } from "../../domain";
import { isConfigurationKey } from "../../domain/no-secret";
import { redact } from "../../domain/redaction";
import { namesSecret } from "../../domain/secret-name";
import { withApostrophes, withoutApostrophes, withShellTexts } from "../../domain/shell-text";
import { opensNothing, writtenSecret } from "../../domain/written-secret";
import { quoteAt, withVariables } from "./masked-parts";

const PART = `(?:"[^"]*"|'[^']*'|[^\\s;&|'"])`;
/** `NAME=value` before a command or after `export` or `env`, with quotes around all of it, a part, or none. */
const ASSIGNED = new RegExp(`(?<![\\w$'"-])([A-Za-z_]\\w*)=((?:\\([^()\\n]{0,500}\\)|${PART})+)`, "g");
/** A word in quotes with its name: `env 'NAME=two words'`, `'--token=…'`. */
const IN_QUOTES = /(?<![^\s=;&|(])(["'])((?:--?)?[A-Za-z_][\w-]*)=((?:(?!\1)[^\\\n])+)\1(?![^\s;&|)])/g;
/** `--token value`, `--password=value`, and a value that is a URL with a password. */
const OPTION = new RegExp(`(--?[A-Za-z][\\w-]*)([= ]\\s*)((?!-)${PART}${PART}*)`, "g");
const WITH_PASSWORD = /["']?\b[a-z][a-z0-9+.-]*:\/\/([^\s'"@/:]*):([^\s'"]+)@[^\s'";|&@]+["']?/gi;

/** An apostrophe between two texts in single quotes, as others write it. */
const OTHER_APOSTROPHE = `'"'"'`;

/** The variables that take the place of a command's secrets. */
export interface Names {
  /** A variable with this name, or one beside it where another service's command has it. */
  readonly take: (wanted: string, secret: string) => string;
  /** The same secret at two places is one variable. */
  readonly nameOf: (secret: string) => string;
  readonly all: () => readonly string[];
  readonly secrets: () => readonly string[];
  readonly key: string;
}

export function namesFor(key: string, before: ReadonlySet<string>): Names {
  const names = new Set<string>();
  const known = new Map<string, string>();
  let numbered = 0;
  const take = (wanted: string, secret: string): string => {
    const isTaken = before.has(wanted) || names.has(wanted);
    const name = isTaken && !/^[A-Z]/.test(wanted) ? `${wanted}_${names.size + 1}` : wanted;
    names.add(name);
    if (!known.has(secret)) known.set(secret, name);
    return name;
  };
  const nameOf = (secret: string): string => {
    const one = withApostrophes(secret).replaceAll("'\\''", "'");
    const found = known.get(one);
    if (found !== undefined) return found;
    numbered += 1;
    return take(`${key}_SECRET${numbered === 1 ? "" : `_${numbered}`}`, one);
  };
  return { take, nameOf, all: () => [...names], secrets: () => [...known.keys()], key };
}

/**
 * The command with a variable in place of each secret, which the shell that reads the secret fills in: the inner one of
 * `sh -c`. Undefined where a secret cannot be replaced so.
 */
export function withoutWrittenSecrets(
  command: string,
  names: Names,
  place: Place | undefined,
  others: readonly string[],
): string | undefined {
  const written = command.replaceAll(OTHER_APOSTROPHE, (sign, at: number) =>
    quoteAt(command, at) === "'" ? "'\\''" : sign,
  );
  const first = moved(written, names, place, others);
  if (first === written) return command;
  // A secret that is found by its name may be written a second time with none.
  const found = names.secrets().filter((secret) => secret.length >= 6 && /[^a-z_-]/.test(secret));
  if (first === undefined || !found.some((secret) => first.includes(secret))) return first;
  const second = moved(first, names, place, [...others, ...found]);
  return second !== undefined && found.some((secret) => second.includes(secret)) ? undefined : second;
}

function moved(
  command: string,
  names: Names,
  place: Place | undefined,
  others: readonly string[],
): string | undefined {
  // What another shell runs is read by itself, and a developer's own URL stays: the command needs it.
  const kept: string[] = [];
  const keep = (text: string): string => `\0${kept.push(text) - 1}\0`;
  const put = (text: string): string =>
    text.replaceAll(/\0(\d+)\0/g, (_, index: string) => kept[Number(index)] ?? "");
  const outer = withShellTexts(command, (text) => {
    const inner = moved(text, names, place, others);
    return inner === undefined ? undefined : keep(inner);
  });
  if (outer === undefined) return undefined;
  const words = ofWords(withoutApostrophes(outer), names, place, keep);
  const text = withApostrophes(words);
  const filled = withVariables(text, redact(text, others), names.nameOf);
  if (filled === undefined) return undefined;
  const withTexts = withShellTexts(filled, put, names.all);
  return withTexts === undefined ? undefined : put(withTexts);
}

/** The words that are secrets by the name before them, and URLs with a password, as variables. */
function ofWords(
  command: string,
  names: Names,
  place: Place | undefined,
  keep: (text: string) => string,
): string {
  const taken = (wanted: string, text: string): string => `"$${names.take(wanted, plain(text))}"`;
  const isSecret = (name: string, text: string): boolean => {
    const value = known(plain(text));
    const isWritten =
      writtenSecret({ place: place ?? NOWHERE, name, value, secret: namesSecret(name) }) !== undefined;
    return isWritten || hasPassword(plain(text));
  };
  const ofOption = (option: string): string => option.replace(/^-+/, "").replaceAll("-", "_").toUpperCase();
  const quoted = command.replace(IN_QUOTES, (whole, ...found: string[]) => {
    const [, name = "", text = "", at, all = ""] = found;
    const word = ofOption(name);
    if (quoteAt(all, Number(at)) !== "" || !isSecret(word, text)) return whole;
    return `${name}=${taken(name.startsWith("-") ? `${names.key}_${word}` : name, text)}`;
  });
  const assigned = quoted.replace(ASSIGNED, (whole, name: string, text: string, at: number, all: string) =>
    quoteAt(all, at) === "" && isSecret(name, text) ? `${name}=${taken(name, text)}` : whole,
  );
  const given = assigned.replace(
    OPTION,
    (whole, option: string, between: string, text: string, at: number, all: string) => {
      const name = ofOption(option);
      if (isConfigurationKey(option, text) || quoteAt(all, at) !== "") return whole;
      return isSecret(name, text) ? `${option}${between}${taken(`${names.key}_${name}`, text)}` : whole;
    },
  );
  return given.replace(WITH_PASSWORD, (url, ...rest) => {
    const [at, all] = rest.slice(-2) as [number, string];
    if (!isSecret("", url)) return keep(url);
    const isWord = quoteAt(all, at) === "" && /^(["'])?[^"']*\1$|^[^"']*$/.test(url);
    return isWord ? taken(`${names.key}_URL`, url) : url;
  });
}

/** Whether a URL's password is one that opens something, on this machine too. */
function hasPassword(text: string): boolean {
  const [, user = "", password = ""] = /^[a-z][a-z0-9+.-]*:\/\/([^\s/:@]*):(\S+)@/i.exec(text) ?? [];
  return password !== "" && password !== user && !opensNothing(password);
}

const NOWHERE: Fact["place"] = { source: "file", file: "" };
const plain = (text: string): string =>
  withApostrophes(text.replace(/^(["'])(.*)\1$/s, "$2")).replaceAll("'\\''", "'");
