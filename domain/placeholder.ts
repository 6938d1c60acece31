import { looksLikeConnectionUrl, parseConnectionUrl, WHATWG, writtenForm } from "./connection-url";
import { placeOfValue } from "./placeholder-place";
import {
  HOW_TO_MAKE,
  NO_CHANCE,
  NO_VALUE,
  ONLY_WORDS,
  PUBLISHED,
  TO_CHANGE,
  TO_DO,
  TRANSLATED,
  WITH_YOUR_THING,
  YOUR_SECRET,
  YOUR_THING,
} from "./placeholder-words";

/**
 * A template's words for values that are to be filled in. A placeholder is made of these words, so it can be
 * printed; a passphrase such as `your-horse-battery` has none of them and is left alone.
 */
const NOUN =
  "(?:pass(?:word|wd|phrase)?|secret|token|key|api|project|ref(?:erence)?|host(?:name)?|user(?:name)?|db|database|" +
  "url|uri|id|name|region|account|bucket|email|domain|org|organi[sz]ation|team|tenant|app|staging|production|" +
  "prod|supabase|openai|stripe|jwt|port|value|server|endpoint|workspace|environment|connection|string|here)";

/** Nouns that mean a missing value even alone; `<app>` and `<server>` are sound tags of a log. */
const ALONE =
  /^(?:password|passwd|secret|token|key|ref|host|hostname|user|username|database|db|url|region|project|port|bucket|email|domain)$/i;

const WORDS = /^[a-z0-9]+(?:[-_ ][a-z0-9]+)*$/i;
const WITH_NOUN = new RegExp(`[-_ ]${NOUN}(?:$|[-_ ])|^${NOUN}[-_ ]`, "i");
const DOCUMENTED = /^(?:your[-_ ].*|project-ref|(?:aws-)?region|db-(?:password|user|name))$/i;

type Shape = (piece: string) => boolean;

const names = (text: string) => WORDS.test(text) && (ALONE.test(text) || WITH_NOUN.test(text));

/** Marks of a template, which mean a missing value where a whole piece consists of one. */
const MARKS: readonly Shape[] = [
  // `<br>` and `<%(levelname)s>` name nothing to fill in.
  (piece) => /^<.*>$/.test(piece) && names(piece.slice(1, -1)),
  (piece) => /^\[.*\]$/.test(piece) && WORDS.test(piece.slice(1, -1)) && DOCUMENTED.test(piece.slice(1, -1)),
  (piece) => /^\{\{-?\s*[\w.$ -]{1,60}\}\}$/.test(piece) || /^\$\{[A-Za-z_]\w*\}$/.test(piece),
  (piece) => /^x{4,}$/i.test(piece) || /^\{your[A-Z]\w*\}$/.test(piece),
];

/** Words that mean a missing value; each shape tests a whole piece, never a part of it. */
const PHRASES: readonly Shape[] = [
  (piece) => /^(?:your|insert|enter)[-_ ]/i.test(piece) && WORDS.test(piece) && WITH_NOUN.test(piece),
  (piece) => /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this))[-_!.]*\d*$/i.test(piece),
];

/** Words that mean a missing value only where they are all of it: `example` is a part of example.com. */
const WHOLE: readonly Shape[] = [
  (piece) => /^(?:example|placeholder)$/i.test(piece) || /^(?:TODO|TBD|FIXME)$/.test(piece),
];

/**
 * The placeholder in `text`, or undefined. Shape and place decide: where a secret belongs, a text of a template's words
 * is none; where an address belongs, a piece of it may be one (`github.com/your-org`); elsewhere the same words are
 * a real value (`TENANT=example`), but for those that can be nothing else. A false alarm is worse than a
 * placeholder that is missed.
 *
 * docs/facts/values.md has the principle. What it answers is never a secret: it is made of the public words of templates.
 *
 * @param name the variable that holds the text; without one, the text is where a password is
 */
export function placeholderIn(text: string, name = ""): string | undefined {
  const value = withoutQuotes(text.trim());
  if (looksLikeConnectionUrl(value)) return inConnectionUrl(value);
  const inForm = inWrittenForm(value);
  if (inForm !== undefined) return inForm;
  if (name === "") return inPasswordsPlace(value);
  switch (placeOfValue(name)) {
    case "text":
      return undefined;
    case "secret":
      return inSecretsPlace(value) ?? inAddress(value, name);
    case "address":
      return inAddress(value, name);
    case "other":
      return first([value], CERTAIN);
  }
}

/** Quotes around the whole, which an env file's reader takes away and a dashboard leaves. */
function withoutQuotes(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}

function inPasswordsPlace(value: string): string | undefined {
  return (
    first([value], [...MARKS, ...PHRASES, ...WHOLE]) ??
    first(itemsOf(value), [...MARKS, ...PHRASES]) ??
    first([afterPrefix(value)], MARKS)
  );
}

/** What can be nothing but a placeholder, whatever the variable is called. */
const CERTAIN: readonly Shape[] = [
  (piece) => /^change[-_ ]?me[-_!.]*\d*$/i.test(piece),
  (piece) => /^(?:<your[-_ ][\w -]+>|\[your[-_ ][\w -]+\])$/i.test(piece),
  (piece) => /^your[-_ ](?:api[-_ ]?key|secret(?:[-_ ]key)?|password|token)(?:[-_ ]here)?$/i.test(piece),
];

/** Marks of a template around or instead of a secret. */
const SECRET_MARKS: readonly Shape[] = [
  ...MARKS,
  (piece) => /^<[\w .-]+>$|^\[[\w .-]+\]$/.test(piece),
  (piece) => /^\{[A-Z][A-Z0-9_ ]*\}$|^\{[a-z][a-z0-9]*(?:_[a-z0-9]+)+\}$/.test(piece),
  (piece) => /^(?:__[A-Z][A-Z0-9_]*__|%[A-Z][A-Z0-9_]*%|\$[A-Z][A-Z0-9_]*)$/.test(piece),
];

/** A part that is left out: `sk-...`, `ghp_****`, `eyJhbGci???.eyJpc3M???`. */
const MASKED = /^[\w-]{0,20}(?:\.{3}|[•*·]{3,})$|\?{3,}/;

/** Where a URL has its password, which may be a weak one: what is no word of a person's own choice. */
const IN_URL: readonly Shape[] = [
  ...SECRET_MARKS,
  ...PHRASES,
  ...WHOLE,
  ...CERTAIN,
  (piece) => TRANSLATED.test(piece) || TO_CHANGE.test(piece) || TO_DO.test(piece) || YOUR_SECRET.test(piece),
  (piece) => HOW_TO_MAKE.test(piece) || PUBLISHED.test(piece) || YOUR_THING.test(piece) || MASKED.test(piece),
];

function inSecretsPlace(value: string): string | undefined {
  const shapes: readonly Shape[] = [
    ...SECRET_MARKS,
    ...CERTAIN,
    (piece) => NO_VALUE.test(piece) || TRANSLATED.test(piece),
    (piece) => piece.length < 60 && ONLY_WORDS.test(piece),
    (piece) =>
      TO_CHANGE.test(piece) || TO_DO.test(piece) || YOUR_SECRET.test(piece) || HOW_TO_MAKE.test(piece),
    (piece) => PUBLISHED.test(piece) || NO_CHANCE.test(piece),
    // `xxxx-xxxx-xxxx`, and a key of which the prefix alone is real: `sk_live_xxxxxxxx`, `ACxxxxxxxx`, `sk-...`.
    (piece) => /^(?:[A-Za-z]{2,8}[-_]?)*x{3,}(?:-x{3,})*$/i.test(piece) || MASKED.test(piece),
    (piece) => /^(?:[a-z]{2,6}[-_]){1,3}your[-_]\w+$/i.test(piece),
  ];
  return (
    first([value], shapes) ??
    first([afterPrefix(value)], [...SECRET_MARKS, (piece) => NO_VALUE.test(piece) && piece.length > 2])
  );
}

/** A host, a user, an id or a URL: each of its pieces, and of a URL's path where the host keeps others' names. */
function inAddress(value: string, name: string): string | undefined {
  if (/\s/.test(value)) return first([value], CERTAIN);
  const [, authority = "", path = ""] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^?#]*)/i.exec(value) ?? [];
  const isUrl = authority !== "";
  const pieces = isUrl ? authority.split(/[@:.]/) : value.startsWith("/") ? [] : value.split(/[,;@.:]/);
  const shapes: readonly Shape[] = [
    (piece) => /^<[\w .-]+>$|^\[[A-Za-z][\w .-]*\]$/.test(piece),
    ...MARKS.slice(2),
    (piece) => YOUR_THING.test(piece) || (!isUrl && WITH_YOUR_THING.test(piece)),
    (piece) => /^x{3,}$/i.test(piece) && piece.length !== 3,
    (piece) => PUBLISHED.test(piece),
    ...CERTAIN,
  ];
  const paths = /(?:^|[@.])(?:github\.com|gitlab\.com|bitbucket\.org|hooks\.slack\.com)$/i.test(authority)
    ? path.split("/")
    : [];
  const inPath: readonly Shape[] = [...shapes, (piece) => /^(?:[XYZ]{3,}|[TB]0{6,})$/.test(piece)];
  return (
    first(pieces, shapes) ??
    first(paths, inPath) ??
    genericHost(isUrl ? authority : "") ??
    (/@/.test(value) && /^you@/i.test(value) ? "you" : undefined) ??
    (/HOST(?:NAME)?$/i.test(name) ? /(?:^|\.)(example\.(?:com|org|net))$/i.exec(value)?.[1] : undefined)
  );
}

/** `user:password@host`: no real host is called so. */
function genericHost(authority: string): string | undefined {
  const host = authority.split("@").at(-1)?.split(":")[0];
  return authority.includes("@") && /^(?:host|hostname)$/i.test(host ?? "") ? host : undefined;
}

function first(pieces: readonly string[], shapes: readonly Shape[]): string | undefined {
  return pieces.find((piece) => shapes.some((matches) => matches(piece)));
}

/** What follows a key's prefix such as `sk-proj-` or `Bearer `. */
function afterPrefix(value: string): string {
  return /^(?:(?:[A-Za-z]{2,8}[-_]){1,3}|(?:Bearer|Basic) )(.+)$/.exec(value)?.[1] ?? "";
}

/** A URL's host and user, or the items of a list; prose and paths have none. */
function itemsOf(value: string): readonly string[] {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(value)?.[1];
  if (authority !== undefined) return authority.split(/[@:.]/);
  return /\s/.test(value) || value.startsWith("/") ? [] : value.split(/[,;@.:]/);
}

/** The same database in another notation: JDBC, libpq's and Npgsql's pairs, JSON. */
function inWrittenForm(value: string): string | undefined {
  const written = writtenForm(value);
  if (written === undefined || !("url" in written || "urls" in written)) return undefined;
  const urls = "url" in written ? [written.url] : written.urls.map(({ url }) => url);
  return urls.map(inConnectionUrl).find((placeholder) => placeholder !== undefined);
}

function inConnectionUrl(value: string): string | undefined {
  // It would end the authority.
  const questioned = /[/@:.](\?{3,})(?=[:@./]|$)/.exec(value)?.[1];
  if (questioned !== undefined) return questioned;
  // Placeholders have raw brackets and braces, and this reading keeps them.
  const url = parseConnectionUrl(value, WHATWG)?.url;
  if (url === undefined) return undefined;
  const { user, host, database, parameters, password = "" } = url;
  return (
    [user, host, database].map(placeholderInAddress).find((placeholder) => placeholder !== undefined) ??
    (/^(?:host|hostname)$/i.test(host) ? host : undefined) ??
    first(Object.values(parameters), [...MARKS, ...PHRASES]) ??
    first([password], IN_URL)
  );
}

/** The placeholder in a connection's host, user or database, or undefined. */
export function placeholderInAddress(text: string): string | undefined {
  const documentation = /(?:^|\.)(example\.(?:com|org|net))$/i.exec(text)?.[1];
  const marked = text.match(/\[[a-z-]+\]|<[a-z-]+>/gi) ?? [];
  const shapes: readonly Shape[] = [...MARKS, ...PHRASES, (piece) => YOUR_THING.test(piece)];
  return documentation ?? first([text, ...text.split("."), ...marked], shapes);
}
