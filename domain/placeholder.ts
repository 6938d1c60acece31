import { looksLikeConnectionUrl, parseConnectionUrl, WHATWG, writtenForm } from "./connection-url";
import { placeOfValue } from "./placeholder-place";
import { textsInJson } from "./placeholder-requests";
import { isOfTest, isSampleAddress, isSampleName } from "./placeholder-samples";
import {
  CERTAIN,
  IN_SECRET,
  IN_URL,
  MARKS,
  PHRASES,
  SECRET_MARKS,
  type Shape,
  WHOLE,
} from "./placeholder-shapes";
import { NO_VALUE, PUBLISHED, WITH_YOUR_THING, YOUR_THING } from "./placeholder-words";
import { remembered } from "./remembered";
import { isLaravelsNull, unsetIn } from "./unset-value";

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
export const placeholderIn = remembered((text, name): string | undefined => {
  const value = withoutQuotes(text.trim());
  if (isLaravelsNull(value, name)) return undefined;
  const unset = unsetIn(value, name);
  if (unset !== undefined) return unset;
  if (looksLikeConnectionUrl(value)) return inConnectionUrl(value);
  const inForm = inWrittenForm(value);
  if (inForm !== undefined) return inForm;
  const inDocument = OF_DOCUMENT.test(name) ? first(textsInJson(value), IN_DOCUMENT) : undefined;
  if (inDocument !== undefined) return inDocument;
  if (name === "") return inPasswordsPlace(value);
  if (placeOfValue(name) !== "text" && isSampleName(value, name)) return value;
  switch (placeOfValue(name)) {
    case "text":
      return undefined;
    case "secret":
      return holdsDrawn(value) || isOfTest(value, name)
        ? undefined
        : (inSecretsPlace(value) ?? inAddress(value, name));
    case "address":
      return inAddress(value, name);
    case "other":
      return first([value], CERTAIN) ?? inUrls(value, name);
  }
});

/** Variables that hold a file of credentials. */
const OF_DOCUMENT = /CREDENTIAL|SERVICE_?ACCOUNT|(?:^|_)(?:SA|GCP|GOOGLE|FIREBASE|FCM)(?:_|$)/i;
const IN_DOCUMENT: readonly Shape[] = [
  ...MARKS,
  (piece) => /^\S+$/.test(piece) && (YOUR_THING.test(piece) || PUBLISHED.test(piece)),
];

/** The same of a text that is a URL's password. */
export function passwordPlaceholder(password: string): string | undefined {
  return inPasswordsPlace(password) ?? first([password], IN_URL);
}

/** A URL is an address under every name, `CORS_ORIGIN` among them; and so is each of a list of URLs. */
function inUrls(value: string, name: string): string | undefined {
  const items = value.replace(/[[\]"']/g, "").split(/[\s,;]+/);
  if (!items.every((item) => /^https?:\/\/[^/]/i.test(item))) return undefined;
  return items.map((item) => inAddress(item, name)).find((placeholder) => placeholder !== undefined);
}

/** Quotes around the whole, which an env file's reader takes away and a dashboard leaves. */
function withoutQuotes(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}

/** A word of letters of both sizes and digits in turn is drawn by chance: it is a secret, whatever is before it. */
function holdsDrawn(value: string): boolean {
  if (PUBLISHED.test(value) || value.length > 1_000) return false;
  return value
    .split(/[^A-Za-z0-9]+/)
    .some(
      (word) =>
        word.length >= 14 &&
        (word.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[0-9])|\d(?=[A-Za-z])/g) ?? []).length >= 6,
    );
}

const IN_ITEMS: readonly Shape[] = [...MARKS, ...PHRASES];
const IN_PASSWORD: readonly Shape[] = [...IN_ITEMS, ...WHOLE];

function inPasswordsPlace(value: string): string | undefined {
  if (holdsDrawn(value)) return undefined;
  return first([value], IN_PASSWORD) ?? first(itemsOf(value), IN_ITEMS) ?? first([afterPrefix(value)], MARKS);
}

function inSecretsPlace(value: string): string | undefined {
  return (
    first([value], IN_SECRET) ??
    first([afterPrefix(value)], [...SECRET_MARKS, (piece) => NO_VALUE.test(piece) && piece.length > 2])
  );
}

const URL_HOST = /:\/\/(?:[^/@]*@)?([^/?#:]+)/;

/** A host, a user, an id or a URL: each of its pieces, and of a URL's path where the host keeps others' names. */
function inAddress(value: string, name: string): string | undefined {
  // Of a URL its host alone: what is before it may hold a password.
  if (isSampleAddress(value)) return value.includes("://") ? (URL_HOST.exec(value)?.[1] ?? "…") : value;
  const inBrackets = /^[^<>@]*<([^<>\s]+@[^<>\s]+)>$/.exec(value)?.[1];
  if (inBrackets !== undefined) return inAddress(inBrackets, name);
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
  const paths =
    /(?:^|[@.])(?:github\.com|gitlab\.com|bitbucket\.org|hooks\.slack\.com|discord(?:app)?\.com)$/i.test(
      authority,
    )
      ? path.split("/")
      : [];
  const inPath: readonly Shape[] = [...shapes, (piece) => /^(?:[XYZ]{3,}|[TB]0{6,})$/.test(piece)];
  return (
    first(pieces, shapes) ??
    first(paths, inPath) ??
    genericHost(isUrl ? authority : "") ??
    (/@/.test(value) && /^you@/i.test(value) ? "you" : undefined) ??
    (/HOST(?:NAME)?$/i.test(name)
      ? /(?:^|\.)(example\.(?:com|org|net))$|^(host(?:name)?)$/i.exec(value)?.slice(1).find(Boolean)
      : undefined)
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
    [user, host, database]
      .map((part) => placeholderInAddress(part))
      .find((placeholder) => placeholder !== undefined) ??
    (/^(?:host|hostname)$/i.test(host) ? host : undefined) ??
    first(Object.values(parameters), IN_ITEMS) ??
    first([password], IN_URL)
  );
}

/** The placeholder in a connection's host, user or database, or undefined. */
export const placeholderInAddress = remembered((text): string | undefined => {
  const documentation = /(?:^|\.)(example\.(?:com|org|net))$/i.exec(text)?.[1];
  const marked = text.match(/\[[a-z-]+\]|<[a-z-]+>/gi) ?? [];
  return documentation ?? first([text, ...text.split("."), ...marked], IN_ADDRESS);
});

const IN_ADDRESS: readonly Shape[] = [...IN_ITEMS, (piece) => YOUR_THING.test(piece)];
