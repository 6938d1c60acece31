/** A connection URL, taken apart as asyncpg, libpq and SQLAlchemy do: userinfo ends at the *first* `@`. */
export interface ConnectionUrl {
  readonly scheme: string;
  readonly user: string;
  /** Decoded; a secret. */
  readonly password: string | undefined;
  readonly host: string;
  /** Undefined where the URL names none: the driver then takes 5432. */
  readonly port: number | undefined;
  readonly database: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is wrong with a URL, by a phrase that never quotes the password. */
export interface UrlProblem {
  readonly part: "scheme" | "user" | "password" | "host" | "port" | "database" | "parameters";
  readonly expected: string;
  readonly got: string;
}

export interface ParsedUrl {
  readonly url: ConnectionUrl;
  readonly problems: readonly UrlProblem[];
}

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;

/** True for text that claims to be a PostgreSQL connection URL, of any dialect. */
export function looksLikeConnectionUrl(text: string): boolean {
  return /^postgres(ql)?(\+[a-z0-9]+)?:\/\//i.test(text.trim());
}

/**
 * Takes a connection URL apart and lists every problem at once. Undefined where the text has no scheme.
 * The authority ends at the first `/`, `?` or `#`; a raw one of these in a password cuts it (DATABASE.md 5, 5b:
 * asyncpg's `urlparse` and libpq do the same).
 */
export function parseConnectionUrl(text: string): ParsedUrl | undefined {
  const match = SCHEME.exec(text);
  if (match === null) return undefined;
  const problems: UrlProblem[] = [];
  const rest = text.slice(match[0].length);
  const authorityEnd = rest.search(/[/?#]/);
  const authority = authorityEnd < 0 ? rest : rest.slice(0, authorityEnd);
  const tail = authorityEnd < 0 ? "" : rest.slice(authorityEnd);
  if (!authority.includes("@") && tail.includes("@")) {
    problems.push({
      part: "password",
      expected: "`/`, `?` and `#` percent-encoded",
      got: "one of them as it is",
    });
  }
  const [userinfo, hostPart] = splitAuthority(authority);
  const { user, password } = credentials(userinfo, problems);
  const { host, port } = address(hostPart, problems);
  const [path = "", query = ""] = cut(tail, "?");
  return {
    url: {
      scheme: (match[1] ?? "").toLowerCase(),
      user,
      password,
      host,
      port,
      database: decode(path.replace(/^\//, ""), "database", problems),
      parameters: parameters(query, problems),
    },
    problems,
  };
}

function splitAuthority(authority: string): readonly [string, string] {
  const at = authority.indexOf("@");
  return at < 0 ? ["", authority] : [authority.slice(0, at), authority.slice(at + 1)];
}

function credentials(userinfo: string, problems: UrlProblem[]) {
  const colon = userinfo.indexOf(":");
  const user = decode(colon < 0 ? userinfo : userinfo.slice(0, colon), "user", problems);
  if (colon < 0) return { user, password: undefined };
  const raw = userinfo.slice(colon + 1);
  return { user, password: decode(raw, "password", problems) };
}

function address(text: string, problems: UrlProblem[]) {
  if (text.includes("@")) {
    problems.push({
      part: "password",
      expected: "`@` written %40",
      got: "a raw `@`, so that the host begins too early",
    });
  }
  const bracket = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
  const [host = "", port = ""] = bracket === null ? cut(text, ":") : [bracket[1], bracket[2]];
  if (port === "") return { host: decode(host, "host", problems), port: undefined };
  const number = /^[0-9]{1,5}$/.test(port) ? Number(port) : Number.NaN;
  // A port that is no number is often the tail of a password: it is not quoted.
  if (!(number >= 1 && number <= 65_535))
    problems.push({ part: "port", expected: "1 to 65535", got: "something else" });
  return { host: decode(host, "host", problems), port: Number.isNaN(number) ? undefined : number };
}

function parameters(query: string, problems: UrlProblem[]): Record<string, string> {
  const found: [string, string][] = [];
  for (const item of query.split("&").filter(Boolean)) {
    const [key = "", value] = cut(item, "=");
    if (!item.includes("="))
      problems.push({ part: "parameters", expected: "`key=value`", got: `\`${key}\` without a value` });
    found.push([
      decode(key, "parameters", problems),
      decode((value ?? "").replaceAll("+", " "), "parameters", problems),
    ]);
  }
  // The last of a repeated key counts, as in asyncpg.
  return Object.fromEntries(found);
}

/** Splits at the first `separator`; the second part is undefined where there is none. */
function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Percent-decodes once. libpq refuses what is no escape and `%00`; the problem does not quote it. */
function decode(text: string, part: UrlProblem["part"], problems: UrlProblem[]): string {
  if (/%(?![0-9a-f]{2})|%00/i.test(text)) {
    problems.push({ part, expected: "valid percent-encoding", got: "a `%` that begins no escape, or %00" });
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    problems.push({ part, expected: "percent-encoded UTF-8", got: "other bytes" });
    return text;
  }
}
