import { distance } from "fastest-levenshtein";
import { remembered } from "../remembered";
import { type JsonUrl, urlsInJson } from "./json-form";
import { assembled, semicolonUrl } from "./pairs";
import { looksLikeConnectionUrl } from "./parse";

/** How a value names a database where it is not simply a PostgreSQL URL. */
export type WrittenForm =
  /** A URL with something around it that is no part of it: no driver reads the value. */
  | { readonly form: "wrapped"; readonly how: string; readonly url: string }
  /** A URL of another notation, with the same said as a URL; a socket as node-postgres alone takes it. */
  | { readonly form: "jdbc" | "r2dbc" | "key-value" | "semicolons" | "socket"; readonly url: string }
  /** Databases inside a JSON text. */
  | { readonly form: "json"; readonly urls: readonly JsonUrl[] }
  /** A command of one of PostgreSQL's programs, as a dashboard shows it to be typed. */
  | { readonly form: "command"; readonly program: string }
  | { readonly form: "misspelt"; readonly scheme: string }
  | { readonly form: "other"; readonly scheme: string }
  | { readonly form: "bare" }
  | { readonly form: "empty" };

const COMMAND = /^(?:PG\w+=\S*\s+)*(psql|pg_dump|pg_restore)\s+-/;
const URL_INSIDE = /postgres(?:ql)?(?:\+[a-z0-9_]+)?:\/\/[^\s'"<>`]+/i;

const OF_MARKDOWN = /^\[[^\]]*\]\((postgres(?:ql)?(?:\+[a-z0-9_]+)?:\/\/[^\s)]+)\)$/i;

/** The form of a value that is no PostgreSQL URL from its first character to its last; undefined where it is one. */
export const writtenForm = remembered((value): WrittenForm | undefined => {
  const text = value.trim();
  if (looksLikeConnectionUrl(text)) return undefined;
  if (text === "") return { form: "empty" };
  // Each other form has a blank or a delimiter in it.
  if (/^[\w.-]+$/.test(text)) return { form: "bare" };
  const jdbc = jdbcUrl(text);
  if (jdbc !== undefined) return { form: /^r2dbc/i.test(text) ? "r2dbc" : "jdbc", url: jdbc };
  const linked = OF_MARKDOWN.exec(text)?.[1];
  if (linked !== undefined) return { form: "wrapped", how: "a link of Markdown's", url: linked };
  if (/^[[{]/.test(text)) return { form: "json", urls: urlsInJson(text) };
  const inside = URL_INSIDE.exec(text);
  if (inside !== null) return { form: "wrapped", how: wrapping(text, inside.index), url: inside[0] };
  const program = COMMAND.exec(text)?.[1];
  if (program !== undefined) return { form: "command", program };
  const semicolons = semicolonUrl(text);
  if (semicolons !== undefined) return { form: "semicolons", url: semicolons };
  const pairs = keyValueUrl(text);
  if (pairs !== undefined) return { form: "key-value", url: pairs };
  const socket = socketUrl(text);
  if (socket !== undefined) return { form: "socket", url: socket };
  const scheme = /^([a-z][a-z0-9+._-]*):?\/\/?/i.exec(text)?.[1]?.toLowerCase();
  if (hasSlashlessScheme(text)) return { form: "misspelt", scheme: text.split(":")[0] ?? "" };
  if (scheme === undefined || !/^[\w+.-]+(?::\/|\/\/)/.test(text)) return { form: "bare" };
  return { form: isMisspelt(scheme, text) ? "misspelt" : "other", scheme };
});

function wrapping(text: string, at: number): string {
  if (at === 0) return "something behind it";
  const before = text.slice(0, at);
  if (/^["'`]$/.test(before)) return "quotes";
  if (/^<$/.test(before)) return "angle brackets";
  if (/^(?:export\s+)?[A-Za-z_]\w*=["']?$/.test(before)) return "a variable's name";
  return "other words";
}

/**
 * Schemes under which tools of a framework take PostgreSQL's URLs, and no driver does: dj-database-url and django-environ
 * of Django (jazzband/dj-database-url and joke2k/django-environ: README), Laravel's `pgsql`, and Doctrine's.
 */
const OF_FRAMEWORKS = /^(?:pgsql|psql|postgis|pdo-pgsql):\/\//i;

/** Whether a URL's scheme is one that Django's, Laravel's or Doctrine's settings take. */
export const isOfFramework = (text: string): boolean => OF_FRAMEWORKS.test(text.trim());

/** `postgresql:/`, `postgresql//`, `postgressql://`, `posgresql://`: these mean no other database. */
function isMisspelt(scheme: string, text: string): boolean {
  if (isOfFramework(text)) return false;
  if (/^postgres(?:ql)?(?:\+\w+)?$/.test(scheme)) return !text.startsWith(`${scheme}://`);
  const [plain = ""] = scheme.split("+");
  return /^(?:postg|pgsql|psql)/.test(scheme) || distance(plain, "postgresql") <= 2;
}

/** Whether a text names a user and a host of PostgreSQL's behind a scheme that has one slash, or none. */
export const hasSlashlessScheme = (text: string): boolean =>
  /^\s*postgres(?:ql)?(?:\+\w+)?:\/?[^/\s@]+@[^/\s]+/i.test(text);

/** `jdbc:postgresql://host:port/database?user=…&password=…`, with the user where a URL has it; and R2DBC's. */
function jdbcUrl(text: string): string | undefined {
  const found = /^(?:jdbc|r2dbc(?:s|:pool)?):postgresql:\/\/([^/?]*)(\/[^?]*)?(?:\?(.*))?$/i.exec(text);
  if (found === null) return undefined;
  const [, hosts = "", database = "", query = ""] = found;
  const parameters = new URLSearchParams(query);
  const [user, password] = [parameters.get("user"), parameters.get("password")];
  for (const name of ["user", "password"]) parameters.delete(name);
  return assembled(hosts, database, parameters, user, password);
}

/** Longer than any list of libpq's options: to look for pairs in a text of megabytes takes hours. */
const LONGEST_PAIRS = 10_000;

/** libpq's `host=… user=…`, which psycopg takes and URLs' readers do not. */
function keyValueUrl(text: string): string | undefined {
  if (text.length > LONGEST_PAIRS) return undefined;
  const pairs = new Map<string, string>();
  const rest = text.replaceAll(/\b(\w+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|(\S*))\s*/g, (_, key, quoted, plain) => {
    pairs.set(String(key), String(quoted ?? plain ?? "").replaceAll(/\\(.)/g, "$1"));
    return "";
  });
  if (rest.trim() !== "" || !pairs.has("host") || pairs.size < 2) return undefined;
  const host = [pairs.get("host"), pairs.get("port")].filter(Boolean).join(":");
  const database = pairs.has("dbname") ? `/${encodeURIComponent(pairs.get("dbname") ?? "")}` : "";
  const [user, password] = [pairs.get("user"), pairs.get("password")];
  for (const name of ["host", "port", "dbname", "user", "password"]) pairs.delete(name);
  return assembled(host, database, new URLSearchParams([...pairs]), user, password);
}

/** Folders in which a socket of PostgreSQL's is: any other path may be anything. */
const SOCKET_FOLDER = /^\/(?:cloudsql|(?:var\/)?run\/postgresql)(?:\/\S*)?(?: \S+)?$/;

/** node-postgres' `socket:/folder?db=…`, and `/folder database`. */
function socketUrl(text: string): string | undefined {
  if (SOCKET_FOLDER.test(text)) {
    const [folder = "", database = ""] = text.split(" ");
    return assembled("", `/${database}`, new URLSearchParams({ host: folder }), undefined, undefined);
  }
  // A user without a host is no URL of a browser's: node-postgres then writes a host in between.
  const whole = URL.canParse(text) ? text : text.replace("@/", "@host/");
  if (!/^socket:\//i.test(text) || !URL.canParse(whole)) return undefined;
  const { pathname, searchParams, username, password } = new URL(whole);
  try {
    const [folder, database] = [decodeURI(pathname), searchParams.get("db") ?? ""];
    const user = searchParams.get("user") ?? decodeURIComponent(username);
    const secret = searchParams.get("password") ?? decodeURIComponent(password);
    const host = new URLSearchParams({ host: folder });
    return assembled("", `/${encodeURIComponent(database)}`, host, user, secret === "" ? undefined : secret);
  } catch {
    // A bad escape, for which node-postgres fails too.
    return undefined;
  }
}
