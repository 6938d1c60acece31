import { encodePart } from "../../domain/connection-url/format";

/** A connection in words, with the password that it holds. */
interface ConnectionString {
  /** As a URL, which says the same. */
  readonly url: string;
  /** Where it is in the text. */
  readonly index: number;
  readonly length: number;
}

/** libpq's keywords (postgresql.org/docs/current/libpq-connect.html), each with its value; quoted where that has blanks. */
const LIBPQ_PAIR =
  /\b(host|hostaddr|port|user|password|dbname|sslmode|sslrootcert|connect_timeout|application_name|options|target_session_attrs)[ \t]{0,3}=[ \t]{0,3}('(?:[^'\\\n]|\\.){0,500}'|[^\s"'`;,\\]{1,500})/g;

/** ADO's keywords, as Npgsql and its like take them (npgsql.org/doc/connection-string-parameters.html). */
const ADO_PAIR =
  /\b(Host|Server|Data Source|Port|User ?(?:Id|Name)|Uid|Password|Pwd|Database|Initial Catalog|SSL ?Mode)[ \t]{0,3}=[ \t]{0,3}([^;"'`\n]{1,500})(?:;|(?=["'`\n])|$)/gi;

/** A text without one has no such string; asked first, as it is fast. */
const HAS_PASSWORD = /\b(?:password|pwd)[ \t]{0,3}=/i;

/** The connections of a text that are written as keywords with their values: `host=db.acme.com password=…`. */
export function connectionStrings(text: string): readonly ConnectionString[] {
  if (!HAS_PASSWORD.test(text)) return [];
  return [...runsOf(text, LIBPQ_PAIR, /^[ \t]+$/), ...runsOf(text, ADO_PAIR, /^[ \t]*$/)];
}

interface Run {
  readonly pairs: Map<string, string>;
  readonly index: number;
  end: number;
}

/** Pairs beside each other are one string: what is between those of two strings is more than a blank. */
function runsOf(text: string, pair: RegExp, between: RegExp): readonly ConnectionString[] {
  const runs: Run[] = [];
  for (const { 0: whole, 1: key = "", 2: value = "", index } of text.matchAll(pair)) {
    const last = runs.at(-1);
    const run =
      last !== undefined && between.test(text.slice(last.end, index))
        ? last
        : { pairs: new Map<string, string>(), index, end: index };
    if (run !== last) runs.push(run);
    run.pairs.set(key.toLowerCase().replaceAll(" ", ""), value.trim().replace(/^'(.*)'$/s, "$1"));
    run.end = index + whole.length;
  }
  return runs.flatMap(({ pairs, index, end }) => {
    const of = (...keys: readonly string[]) => keys.flatMap((key) => pairs.get(key) ?? [])[0];
    const [host, password] = [of("host", "hostaddr", "server", "datasource"), of("password", "pwd")];
    if (host === undefined || password === undefined) return [];
    const url = `postgresql://${encodePart(of("user", "userid", "username", "uid") ?? "user")}:${encodePart(password)}@${host.replace(/^tcp:|[,:]\d+$/g, "")}/`;
    return [{ url, index, length: end - index }];
  });
}
