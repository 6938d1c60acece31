/** A use of a database, as far as its name follows from it. */
interface NamedUse {
  readonly service: { readonly name: string };
  readonly variable: { readonly name: string };
}

/**
 * A database is called after the service that has it as its only one, else after the variable: `analytics` of
 * ANALYTICS_DATABASE_URL.
 */
export function keysFor(
  distinct: readonly NamedUse[],
  users: readonly NamedUse[],
  keyOf: (name: string) => string,
): readonly string[] {
  const keys: string[] = [];
  for (const { service, variable } of distinct) {
    const single = users.filter((user) => user.service === service).length === 1;
    const one = distinct.every((other) => other.service === service);
    const words = variable.name
      .toLowerCase()
      .split("_")
      .filter((word) => word !== "" && !SAY_NOTHING.has(word));
    const named = keyOf(words.join("-") || "main");
    const key = single ? keyOf(service.name) : words.length > 0 || one ? named : keyOf(service.name);
    keys.push(keys.includes(key) ? `${key}-${keyOf(service.name)}` : key);
  }
  return keys;
}

/** Words of a variable's name that any database's has. */
const SAY_NOTHING: ReadonlySet<string> = new Set([
  ...[
    "database",
    "db",
    "postgres",
    "postgresql",
    "pg",
    "url",
    "uri",
    "dsn",
    "connection",
    "string",
    "connectionstrings",
  ],
]);
