import { decode } from "./decode";
import type { Dialect } from "./dialect";
import type { Problems } from "./problem";
import { cut } from "./split";

/** Reads `key=value&key=value`; the last of a repeated key counts, as in libpq and asyncpg. */
export function readParameters(
  query: string,
  dialect: Dialect,
  problems: Problems,
): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  const items = query === "" ? [] : (dialect.lastAmpersand ? query.replace(/&$/, "") : query).split("&");
  for (const item of items) {
    const [rawKey, rawValue] = cut(item, /=/);
    const text = (raw: string) =>
      decode(dialect.plusIsBlank ? raw.replaceAll("+", " ") : raw, "parameters", dialect, problems);
    if (rawValue === undefined) {
      if (item === "" && dialect.bareParameter !== "refused") continue;
      if (dialect.bareParameter === "refused") problems.push(withoutValue(rawKey));
      if (dialect.bareParameter !== "kept") continue;
    }
    if (rawValue?.includes("=") && dialect.secondEquals === "refused") {
      problems.push({ part: "parameters", expected: "`=` in a value written %3D", got: "a second `=`" });
    }
    const value = text(rawValue ?? "");
    if (value !== "" || dialect.blankParameter === "kept") found.set(text(rawKey), value);
  }
  return Object.fromEntries(found);
}

/** A parameter without `=` may be the tail of a password that a raw `?` has cut: only a plain word is quoted. */
function withoutValue(key: string) {
  return {
    part: "parameters",
    expected: "`key=value`",
    got: KEYS.has(key) ? `\`${key}\` without a value` : "a key without a value",
  } as const;
}

const KEYS: ReadonlySet<string> = new Set([
  "sslmode",
  "ssl",
  "pgbouncer",
  "options",
  "application_name",
  "connect_timeout",
  "connection_limit",
]);
