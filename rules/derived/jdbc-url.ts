import { JDBC_VARIABLE } from "../../domain/jdbc-variable";
import type { Violation } from "../../domain/rule";

/**
 * What JDBC cannot read: it finds no driver for a URL without `jdbc:` in front or with another name than `postgresql` behind
 * it, and pgJDBC takes a user before the host for a
 * part of the host's name (pgjdbc: org/postgresql/Driver.java, parseURL).
 */
export function jdbcProblem(
  name: string,
  text: string,
): Pick<Violation, "expected" | "got" | "fix"> | undefined {
  const value = text.trim();
  const fix =
    "Write jdbc:postgresql://host:port/database, and give user and password by variables of their own or by `?user=…&password=…`.";
  if (/^jdbc:(?:postgres|pgsql|psql):/i.test(value))
    return {
      expected: "a URL that begins with `jdbc:postgresql://`",
      got: "another scheme behind `jdbc:`",
      fix,
    };
  if (/^jdbc:postgresql:\/(?!\/)[^/?\s]+[.:]/i.test(value))
    return { expected: "a URL that begins with `jdbc:postgresql://`", got: "one with a slash too few", fix };
  const begin = beginning(name, value);
  if (begin !== undefined) return { ...begin, fix };
  if (/^jdbc:postgresql:\/\/[^/?]*@/i.test(value))
    return {
      expected: "host and port behind `jdbc:postgresql://`",
      got: "a user before the host, which pgJDBC takes for a part of the host's name",
      fix,
    };
  return undefined;
}

/** How the value of a variable begins that JDBC or R2DBC gets as it is; undefined where that may be right. */
function beginning(name: string, value: string): Pick<Violation, "expected" | "got"> | undefined {
  if (/^[$@#{<]|^$/.test(value)) return undefined;
  if (name === "SPRING_R2DBC_URL") {
    const expected = "a URL that begins with `r2dbc:postgresql://`";
    return /^r2dbcs?:/i.test(value) ? undefined : { expected, got: "one without `r2dbc:`" };
  }
  if (!JDBC_VARIABLE.test(name)) return undefined;
  const expected = "a URL that begins with `jdbc:postgresql://`";
  if (!/^jdbc:\w/i.test(value))
    return { expected, got: "one without `jdbc:` and a database's name in front" };
  // Without slashes pgJDBC takes the rest for the name of a database on the service's own machine.
  return /^jdbc:postgresql:(?!\/\/)[^?]*[:/.]/i.test(value)
    ? { expected, got: "one without `//`" }
    : undefined;
}

/** pgJDBC's settings that may be written without a value. */
const BARE = /^(?:ssl|tcpKeepAlive|reWriteBatchedInserts|readOnly|allowEncodingChanges|loginTimeout)$/;

/** What shows that a sign in the password has cut the parameters of a JDBC URL; undefined where nothing does. */
export function cutJdbcPassword(text: string): string | undefined {
  const [, query] = /^\s*jdbc:postgresql:[^?]*\?(.*)$/is.exec(text) ?? [];
  const pieces = query?.split("&") ?? [];
  const at = pieces.findIndex((piece) => piece.startsWith("password="));
  if (at < 0) return undefined;
  if (/%(?![\da-f]{2})/i.test(pieces[at] ?? "")) return "a `%` that begins no escape";
  const next = pieces[at + 1];
  if (next === undefined || next === "" || next.includes("=") || BARE.test(next)) return undefined;
  return "a `&` as it is, so that its rest is a parameter";
}
