import { looksLikeConnectionUrl } from "../../domain/connection-url";

/** .NET's configuration has under this key what `GetConnectionString` gives to a provider as it is. */
const OF_NET = /^ConnectionStrings(?:__|:)\w/i;

/**
 * Npgsql reads pairs, and refuses a URL: "Format of the initialization string does not conform to specification"
 * (https://www.npgsql.org/doc/connection-string-parameters.html). Code that turns a URL into pairs takes it from
 * DATABASE_URL, and the driver of another language reads its URL under any name.
 */
export function connectionStringProblem(name: string, value: string) {
  if (!OF_NET.test(name) || !looksLikeConnectionUrl(value)) return undefined;
  return {
    expected: "pairs of Npgsql's",
    got: "a URL",
    fix: "Write Host=host;Port=port;Database=database;Username=user;Password=password;SSL Mode=Require.",
  };
}
