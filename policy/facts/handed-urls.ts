import { type Fact, known, type Place } from "../../domain";
import { toolCall } from "../../domain/migration-tools";
import { POSTGRES_CLIENTS } from "../../domain/postgres-clients";
import { mayBePassedOver } from "../../domain/start-command/guarded";
import type { VariableLookup } from "../../domain/start-command/listener";
import { simpleCommands } from "../../domain/start-command/shell";
import { filledWord } from "./filled-word";

/** A word that is a database's URL, with the name before it where an option or a pair has one. */
const HANDED = /^(?:-{0,2}([\w.-]+)=)?((?:(?:jdbc|r2dbc):)?postgres(?:ql)?(?:\+\w+)?:\/\/\S+)$/;
/** What writes its words, compares them, sends them to another program, or sets variables by them. */
const WRITES =
  /^(?:echo|printf|export|declare|typeset|readonly|set|env|:|test|\[\[?|sed|awk|grep|jq|yq|tee|curl|wget|https?|xh|git|gh|logger)$/;

/**
 * The databases that a command's own words name: `./bin/api -dsn postgres://…`, `psql "postgresql://…"`. PostgreSQL's own
 * programs ask by libpq; another program, as the service declares it.
 */
export function handedUrlFacts(command: string, place: Place, look: VariableLookup): readonly Fact[] {
  const steps = simpleCommands(command);
  return steps.flatMap(({ words, outer }, step) => {
    if (mayBePassedOver(steps, step)) return [];
    const [first = ""] = words;
    const program = first.split("/").at(-1) ?? "";
    // What a migration tool is given is read for the tool's own driver.
    if (WRITES.test(program) || toolCall(words, look) !== undefined) return [];
    const isClient = POSTGRES_CLIENTS.includes(program);
    return words.flatMap((word, index): readonly Fact[] => {
      const [, own, written] = HANDED.exec(word) ?? [];
      // Properties of Java's are read by their names.
      if (written === undefined || /^(?:D?spring)\b/.test(own ?? "")) return [];
      const url = filledWord(written, (name) => (Object.hasOwn(outer, name) ? outer[name] : look(name)));
      if (url === undefined) return [];
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
