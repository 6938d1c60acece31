import { looksLikeConnectionUrl, nearest } from "../domain";
import { type Raw, record, type Written } from "./written";

/** The entries of a service's `databases`, with the database and the driver of each. */
function entriesOf(service: Raw): readonly Entry[] {
  return Object.entries(record(service.databases)).map(([name, written]) => {
    const one = typeof written === "string" ? { database: written } : record(written);
    return { name, driver: service.driver, ...one } as Entry;
  });
}

interface Entry extends Record<"database" | "driver" | "connection", unknown> {
  readonly name: string;
}

/** A database that no service asks for is most often a forgotten `driver`. */
export function unusedDatabases(
  services: readonly Written[],
  names: readonly string[],
  keyOf: (name: string) => string,
): string[] {
  // One service alone beside a database is asked for its driver instead.
  const asked = services.filter(
    ({ key, service }) => service.type !== "static" && (key !== undefined || service.databases !== undefined),
  );
  if (asked.length === 0) return [];
  const used = new Set(asked.flatMap(({ service }) => databasesOf(service, names)));
  // A name that is misspelt is said at its own place: the one that it means has a user.
  if ([...used].some((name) => !names.includes(String(name)))) return [];
  return names
    .filter((name) => !used.has(name))
    .map(
      (name) =>
        `${keyOf(name)}: expected a service that uses it, by its \`driver\` or \`databases\`, got none.`,
    );
}

function databasesOf(service: Raw, names: readonly string[]): readonly unknown[] {
  if (service.databases === undefined) {
    return service.driver === undefined ? [] : [service.database ?? names[0]];
  }
  if (!isMapping(service.databases)) return [undefined];
  // Who writes both forms means both databases; that only one form may be there is said at the service.
  const short = service.database === undefined ? [] : [service.database];
  return [...short, ...entriesOf(service).map(({ database }) => database)];
}

/**
 * Two databases of one server whose role has one name: a role is the server's, and each of the two would change what the
 * other has made.
 */
export function sameRoles(values: Raw): string[] {
  const first = new Map<string, string>();
  return Object.entries(record(values.databases)).flatMap(([name, written]) => {
    const { supabase, host, port = 5432, role, manageRole } = record(written);
    const place = record(supabase).projectRef ?? (host === undefined ? undefined : `${host}:${port}`);
    if (place === undefined || role === undefined || manageRole === false) return [];
    const key = `${String(place)} ${String(role)}`;
    const other = first.get(key);
    first.set(key, other ?? name);
    if (other === undefined) return [];
    return [
      `databases.${name}.role: expected a role that its server has once, got \`${String(role)}\`, which \`databases.${other}\` makes there too. ` +
        "Name another one; or, for a second way to one database, give the service's variable a `connection`.",
    ];
  });
}

/** Which database a service uses, and what reads its URL. */
export function databaseProblems(written: Written, names: readonly string[], values: Raw): string[] {
  const { at, key, service } = written;
  const { type, driver, database } = service;
  if (type === "static") return [];
  if (service.databases !== undefined) return severalProblems(written, names, values);
  if (driver === undefined) {
    if (database !== undefined)
      return [`${at}.driver: expected the driver that reaches \`database\`, got none.`];
    // One service alone beside a database: that it uses it is not in doubt.
    return key === undefined && values.services === undefined && names.length > 0
      ? [`${at}.driver: expected a value, got none.`]
      : [];
  }
  if (database !== undefined && !names.includes(String(database))) {
    return [unknownDatabase(`${at}.database`, database, names)];
  }
  if (database === undefined && names.length > 1) {
    return [
      `${at}.database: expected the database that \`driver\` reaches, got none.${listOf(names)} One that uses several has \`databases\`.`,
    ];
  }
  if (names.length === 0) return [`database: expected a value, got none: \`${at}.driver\` is there.`];
  return [];
}

/** Which databases `rehearsal` names. */
export function rehearsalProblems(values: Raw, names: readonly string[]): string[] {
  const { sql, migrations } = record(values.rehearsal);
  const named = [
    ...(migrations === undefined ? [] : [["rehearsal.migrations", migrations] as const]),
    ...Object.keys(record(sql)).map((name) => [`rehearsal.sql.${name}`, name] as const),
  ];
  return named
    .filter(([, name]) => !names.includes(String(name)))
    .map(([at, name]) => unknownDatabase(at, name, names));
}

const listOf = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` Databases here: ${names.join(", ")}.`;

function unknownDatabase(at: string, database: unknown, names: readonly string[]): string {
  const expected = `${at}: expected one of \`databases\``;
  // Its password must not be shown.
  if (typeof database === "string" && looksLikeConnectionUrl(database)) {
    return `${expected}, got a connection URL. Type it as the secret \`portcullis:databases.NAME.url\`, and write NAME here.`;
  }
  const right = nearest(String(database), names);
  const advice = right === undefined ? listOf(names) : ` Did you mean \`${right}\`?`;
  return `${expected}, got \`${String(database)}\`.${advice}`;
}

function severalProblems({ at, service }: Written, names: readonly string[], values: Raw): string[] {
  const entries = entriesOf(service);
  const problems: string[] = [];
  if (service.database !== undefined) {
    problems.push(`${at}.databases: expected \`database\` for one or \`databases\` for several, got both.`);
  }
  if (Object.keys(record(service.databases)).length === 0 && isMapping(service.databases)) {
    problems.push(
      `${at}.databases: expected at least one variable and its database, such as \`DATABASE_URL: ${names[0] ?? "main"}\`, got none.`,
    );
  }
  if (names.length === 0 && entries.length > 0) {
    problems.push(`databases: expected a value, got none: \`${at}.databases\` is there.`);
  }
  const undriven = entries.filter(({ driver }) => driver === undefined);
  if (undriven.length > 0) {
    const of = undriven.map(({ name }) => name).join(", ");
    problems.push(`${at}.driver: expected the driver that reads ${of}, got none.`);
  }
  for (const { name, database, connection } of entries) {
    const path = `${at}.databases.${name}`;
    if (typeof database === "string" && names.length > 0 && !names.includes(database)) {
      problems.push(unknownDatabase(path, database, names));
    } else if (connection !== undefined && !isAtSupabase(String(database), values)) {
      problems.push(
        `${path}.connection: expected a database with \`supabase\`, got \`${String(database)}\`.`,
      );
    }
    problems.push(...variableProblems(path, name, at, service, values));
  }
  return problems;
}

function isAtSupabase(database: string, values: Raw): boolean {
  const declared = values.databases === undefined ? values.database : record(values.databases)[database];
  return record(declared).supabase !== undefined;
}

const isMapping = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What else gives the variable a value: only one of the two could reach the service. */
function variableProblems(path: string, name: string, at: string, service: Raw, values: Raw): string[] {
  if (name === "PORT") return [`${path}: expected a variable for a URL; PORT is the service's port.`];
  const places = [
    ...(Object.hasOwn(record(service.environment), name) ? [`${at}.environment.${name}`] : []),
    ...(listed(service.secrets).includes(name) ? [`${at}.secrets`] : []),
    ...(Object.hasOwn(record(values.environment), name) ? [`environment.${name}`] : []),
    ...(listed(values.secrets).includes(name) ? ["secrets"] : []),
  ];
  return places.map((place) => `${path}: expected the variable here alone, got it in \`${place}\` too.`);
}

const listed = (names: unknown): readonly string[] => (Array.isArray(names) ? names.map(String) : []);
