/** What a notation of its own says of a database, to be written as a URL. */
export interface Pairs {
  readonly host: string;
  readonly port?: string | undefined;
  readonly database?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The same as a URL, each part encoded. */
export function urlOf({ host, port, database, user, password, parameters = {} }: Pairs): string {
  const at = port === undefined || port === "" ? host : `${host}:${port}`;
  const path = database === undefined ? "" : `/${encodeURIComponent(database)}`;
  return assembled(at, path, new URLSearchParams(parameters), user || undefined, password || undefined);
}

/** A URL of hosts and a path as they are written. A password without a user stays a password. */
export function assembled(
  hosts: string,
  path: string,
  parameters: URLSearchParams,
  user: string | null | undefined,
  password: string | null | undefined,
): string {
  const secret = typeof password === "string" ? `:${encodeURIComponent(password)}` : "";
  const login = `${encodeURIComponent(user ?? "")}${secret}`;
  const query = parameters.size > 0 ? `?${parameters.toString()}` : "";
  return `postgresql://${login === "" ? "" : `${login}@`}${hosts}${path}${query}`;
}

/** Npgsql's names of what a URL has, in small letters and without spaces (npgsql.org/doc/connection-string-parameters). */
const ADO: Readonly<Record<string, keyof Pairs>> = {
  host: "host",
  server: "host",
  port: "port",
  database: "database",
  db: "database",
  username: "user",
  userid: "user",
  user: "user",
  uid: "user",
  password: "password",
  pwd: "password",
};

/** How many statements Npgsql prepares by itself. @default 0 (npgsql.org/doc/prepare) */
export const MAX_AUTO_PREPARE = "Max Auto Prepare";

/** How many connections Npgsql's pool has at most (npgsql.org/doc/connection-string-parameters). */
export const MAX_POOL_SIZE = "Maximum Pool Size";

/** The parts between semicolons; in a value that begins with a quote they are a part of it, and a quote is doubled. */
export function semicolonParts(text: string): readonly string[] {
  return text.match(/(?:=\s*"(?:[^"]|"")*"|=\s*'(?:[^']|'')*'|[^;])+/g) ?? [];
}

/** A part that has no `=`, at which Npgsql ends: what a semicolon cuts off a value without quotes. */
export function hasCutPart(text: string): boolean {
  return semicolonParts(text).some((part) => part.trim() !== "" && !part.includes("="));
}

/** Npgsql's `Host=…;Username=…;Database=…`; undefined where it is another database's, or may be. */
export function semicolonUrl(text: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z ]*=/.test(text) || !text.includes(";")) return undefined;
  const found: Record<string, string> = {};
  const parameters: Record<string, string> = {};
  for (const part of semicolonParts(text)) {
    const [, name = "", value = ""] = /^\s*([A-Za-z][A-Za-z ]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    const key = name.replaceAll(" ", "").toLowerCase();
    if (key === "sslmode") parameters.sslmode = value.toLowerCase().replace(/^verify(ca|full)$/, "verify-$1");
    else if (key === "maxautoprepare") parameters[MAX_AUTO_PREPARE] = value;
    else if (/^max(?:imum)?poolsize$/.test(key)) parameters[MAX_POOL_SIZE] = value;
    else if (key in ADO) found[ADO[key] ?? ""] ??= value.replace(/^(["'])(.*)\1$/s, "$2");
  }
  const { host = "", ...rest } = found;
  // SQL Server writes `tcp:host,port`; MySQL has the same words, and other ports.
  if (host === "" || /[:,\\]/.test(host) || Object.keys(rest).length === 0) return undefined;
  const certain = /^host\s*=|;\s*host\s*=/i.test(text) || isPostgresql({ host, ...rest });
  return certain
    ? urlOf({ host, ...rest, ...(Object.keys(parameters).length > 0 && { parameters }) })
    : undefined;
}

/** Whether port, user or database are those of PostgreSQL's own installation, where nothing else says what it is. */
export function isPostgresql({ port, user = "", database = "" }: Pairs): boolean {
  return (
    port === "5432" || port === "6543" || [user, database].some((text) => /^postgres(?:\.|$)/.test(text))
  );
}
