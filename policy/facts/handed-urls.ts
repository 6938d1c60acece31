import { type Fact, known, type Place } from "../../domain";
import { POSTGRES_CLIENTS } from "../../domain/postgres-clients";
import { simpleCommands } from "../../domain/start-command/shell";

/** A word that is a database's URL, with the name before it where an option or a pair has one. */
const HANDED = /^(?:-{0,2}([\w.-]+)=)?((?:(?:jdbc|r2dbc):)?postgres(?:ql)?(?:\+\w+)?:\/\/\S+)$/;
/** What writes its words, or sets variables by them. */
const WRITES = /^(?:echo|printf|export|declare|typeset|readonly|set|env)$/;

/**
 * The databases that a command's own words name: `./bin/api -dsn postgres://…`, `psql "postgresql://…"`. PostgreSQL's own
 * programs ask by libpq; another program, as the service declares it.
 */
export function handedUrlFacts(command: string, place: Place): readonly Fact[] {
  return simpleCommands(command).flatMap(({ words }) => {
    const [first = ""] = words;
    if (WRITES.test(first)) return [];
    const isClient = POSTGRES_CLIENTS.includes(first.split("/").at(-1) ?? "");
    return words.flatMap((word, index): readonly Fact[] => {
      const [, own, url] = HANDED.exec(word) ?? [];
      // Properties of Java's are read by their names.
      if (url === undefined || /^(?:D?spring)\b/.test(own ?? "")) return [];
      if (isClient)
        return [
          { kind: "url", place, url: known(url), driver: known("psycopg2"), driverSettings: known({}) },
        ];
      const before = words[index - 1] ?? "";
      const option = own ?? (/^-{1,2}[a-z]/i.test(before) ? before : "database-url");
      const name = option.replace(/^-+/, "").replaceAll(/[.-]/g, "_").toUpperCase();
      return [{ kind: "variable", place, name, value: known(url), secret: true }];
    });
  });
}
