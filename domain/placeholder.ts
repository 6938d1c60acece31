import { looksLikeConnectionUrl, parseConnectionUrl, WHATWG } from "./connection-url";

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
  (piece) => /^x{4,}$/i.test(piece),
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

/** Names of variables whose value is a pattern by intention, in which markers belong. */
const FORMAT_NAME =
  /(?:^|_)(?:FORMAT|PATTERN|TEMPLATE|MASK|REGEX|REGEXP|PROMPT|MESSAGE|TEXT|LABEL|TITLE|SUBJECT|DESCRIPTION|HTML|PREFIX|SUFFIX|SEPARATOR)S?$/i;

/**
 * The placeholder in `text`, or undefined. It looks at whole pieces (a value, a part of a URL, an item of a list)
 * and not into prose, paths or patterns: a false alarm is worse than a placeholder that is missed.
 *
 * What it answers is never a secret: it is made of the public words of templates.
 *
 * @param name the variable that holds the text, where there is one
 */
export function placeholderIn(text: string, name = ""): string | undefined {
  const value = text.trim();
  if (looksLikeConnectionUrl(value)) return inConnectionUrl(value);
  if (FORMAT_NAME.test(name)) return undefined;
  return (
    first([value], [...MARKS, ...PHRASES, ...WHOLE]) ??
    first(itemsOf(value), [...MARKS, ...PHRASES]) ??
    first([afterPrefix(value)], MARKS)
  );
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

function inConnectionUrl(value: string): string | undefined {
  // Placeholders have raw brackets and braces, and this reading keeps them.
  const url = parseConnectionUrl(value, WHATWG)?.url;
  if (url === undefined) return undefined;
  const { user, host, database, parameters, password = "" } = url;
  return (
    [user, host, database].map(placeholderInAddress).find((placeholder) => placeholder !== undefined) ??
    first(Object.values(parameters), [...MARKS, ...PHRASES]) ??
    first([password], [...MARKS, ...PHRASES, ...WHOLE])
  );
}

/** The placeholder in a connection's host, user or database, or undefined. */
export function placeholderInAddress(text: string): string | undefined {
  const documentation = /(?:^|\.)(example\.(?:com|org|net))$/i.exec(text)?.[1];
  const marked = text.match(/\[[a-z-]+\]|<[a-z-]+>/gi) ?? [];
  return documentation ?? first([text, ...text.split("."), ...marked], [...MARKS, ...PHRASES]);
}
