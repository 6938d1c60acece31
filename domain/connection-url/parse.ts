import { parsePort } from "../port";
import { remembered } from "../remembered";
import { LIBPQ_PARAMETERS } from "../url-parameters";
import { type Address, readAddresses } from "./address";
import { decode } from "./decode";
import { type Dialect, LIBPQ, SQLALCHEMY } from "./dialect";
import { readParameters } from "./parameters";
import type { Problems, UrlProblem } from "./problem";
import { type Pieces, split } from "./split";

/** A connection URL, taken apart. */
export interface ConnectionUrl {
  readonly scheme: string;
  /** Empty where the URL names none: the driver then takes PGUSER or the system's user. */
  readonly user: string;
  /** Decoded; a secret. */
  readonly password: string | undefined;
  readonly host: string;
  /** Undefined where the URL names none: the driver then takes 5432. */
  readonly port: number | undefined;
  /** Hosts after the first, which libpq and asyncpg try in turn. */
  readonly furtherHosts?: readonly Address[];
  /** Empty where the URL names none: the driver then takes PGDATABASE or the user's name. */
  readonly database: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ParsedUrl {
  readonly url: ConnectionUrl;
  readonly problems: readonly UrlProblem[];
}

/** PostgreSQL's own schemes, with SQLAlchemy's driver behind; Ecto's and Tortoise's; and those of Django's backends (dj-database-url). */
const SCHEMES = /^(?:postgres(?:ql)?(?:\+[a-z0-9_]+)?|ecto|asyncpg|postgis|timescale(?:gis)?):\/\//i;

/** True for text that claims to be a PostgreSQL connection URL, of any dialect. */
export function looksLikeConnectionUrl(text: string): boolean {
  return SCHEMES.test(text.trim());
}

/**
 * Takes a connection URL apart as `dialect` does and lists every problem at once. Undefined where the text has no
 * scheme. No problem quotes the password, also where the URL is cut in the middle of it.
 *
 * @param dialect whose reading is wanted. @default libpq's
 */
export function parseConnectionUrl(text: string, dialect: Dialect = LIBPQ): ParsedUrl | undefined {
  const reader = PLAIN.test(text) ? LIBPQ : dialect;
  const parse = parsers.get(reader) ?? remembered((one) => parsed(one, reader));
  parsers.set(reader, parse);
  return parse(text);
}

/** A URL in which no sign is encoded, or is one of those that some dialect reads in a way of its own: all read the same. */
const PLAIN =
  /^[a-z][a-z0-9+]*:\/\/[\w.~-]+:[\w.~-]+@[a-z0-9.-]+:\d{1,5}\/[\w-]+(?:\?\w+=[\w.-]+(?:&\w+=[\w.-]+)*)?$/i;

/** Several rules take a URL apart in the same way. */
const parsers = new Map<Dialect, (text: string) => ParsedUrl | undefined>();

function parsed(text: string, dialect: Dialect): ParsedUrl | undefined {
  const pieces = split(text, dialect);
  if (pieces === undefined) return undefined;
  const problems: Problems = [];
  noteCutPassword(text, pieces, dialect, problems);
  const { user, password } = credentials(pieces.userinfo ?? "", dialect, problems);
  const [first = { host: "", port: undefined }, ...further] = readAddresses(pieces.hosts, dialect, problems);
  if (/^https?$/i.test(first.host) && pieces.path?.startsWith("/") === true)
    problems.push({ part: "host", expected: "a host alone", got: "an address with a scheme of its own" });
  if (/\s/.test(first.host))
    problems.push({ part: "host", expected: "a host alone", got: "one with a blank" });
  if (pieces.path?.includes(";") === true)
    problems.push({ part: "database", expected: "parameters behind a `?`", got: "a `;`" });
  if (/["\\]|:\d{2,5}$/.test(pieces.path ?? ""))
    problems.push({
      part: "database",
      expected: "a name alone",
      got: "one with a quote, a backslash or a port",
    });
  const parameters = readParameters(pieces.query ?? "", dialect, problems);
  // Beside `?host=`, node-postgres takes a socket's folder in the place of the host for a part of the path.
  const socket = dialect.keepsDelimiters && parameters.host && /^%2f/i.test(pieces.hosts);
  const path = `${socket ? `${pieces.hosts}/` : ""}${pieces.path ?? ""}`;
  const url = {
    scheme: pieces.scheme,
    user,
    password,
    ...first,
    ...(further.length > 0 && { furtherHosts: further }),
    database: decode(path, "database", dialect, problems),
    parameters,
  };
  return { url, problems };
}

/**
 * A raw delimiter in the password ends the authority early. Then the `@` is after the cut: in the path, or
 * among the parameters while the password's beginning is in the place of a port.
 */
function noteCutPassword(text: string, pieces: Pieces, dialect: Dialect, problems: Problems): void {
  // `sqlite:////srv/jane@acme.com/shop.db`: a file of SQLAlchemy's other databases.
  if (dialect === SQLALCHEMY && pieces.hosts === "" && !looksLikeConnectionUrl(text)) return;
  if (pieces.userinfo !== undefined) {
    if (hasSecondAt(text, pieces, dialect))
      problems.push({
        part: "password",
        expected: "`@`, `/`, `?` and `#` percent-encoded",
        got: "two of them as they are",
      });
    return;
  }
  const at = text.indexOf("@");
  const query = text.indexOf("?");
  if (at < 0) return;
  const colon = pieces.hosts.indexOf(":");
  const noPort = colon >= 0 && parsePort(pieces.hosts.slice(colon + 1)) === undefined;
  if (query >= 0 && query < at && !noPort && !hasStrayKey(pieces)) return;
  const slash = dialect.authorityEnds === "at-slash";
  const expected = slash ? "`/` percent-encoded" : "`/`, `?` and `#` percent-encoded";
  problems.push({ part: "password", expected, got: "one of them as it is" });
}

/**
 * `u:p@ss/word@host`: the first `@` ends the user's part, and the second is where only a database, a parameter
 * without `=` or a fragment could be.
 */
function hasSecondAt(text: string, { path = "", query = "" }: Pieces, { fragment }: Dialect): boolean {
  if (path.includes("@") || query.split("&").some((item) => /^[^=]*@/.test(item))) return true;
  return fragment && text.includes("#") && text.slice(text.indexOf("#")).includes("@");
}

/** `u:1234?tail@host` looks like a host, a port and parameters: what gives it away is a key that libpq has not. */
function hasStrayKey({ path, query = "" }: Pieces): boolean {
  const [before = ""] = query.split("@");
  return (
    path === undefined &&
    before.split("&").some((item) => !LIBPQ_PARAMETERS.includes(item.replace(/=.*/s, "")))
  );
}

function credentials(userinfo: string, dialect: Dialect, problems: Problems) {
  const colon = userinfo.indexOf(":");
  if (!dialect.bracketsInUserinfo && /[[\]]/.test(userinfo)) {
    problems.push({ part: "password", expected: "`[` and `]` percent-encoded", got: "one of them as it is" });
  }
  if (dialect.userinfoSigns?.test(userinfo) === false)
    problems.push({
      part: "password",
      expected: "all but letters, digits and some signs percent-encoded",
      got: "another sign as it is",
    });
  const user = decode(colon < 0 ? userinfo : userinfo.slice(0, colon), "user", dialect, problems);
  if (colon < 0) return { user, password: undefined };
  return { user, password: decode(userinfo.slice(colon + 1), "password", dialect, problems) };
}
