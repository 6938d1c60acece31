import type { LogReading } from "../log/log-reading";
import type { ErrorFamily } from "./error-family";
import type { ExceptionKind } from "./exception-kinds";

/** A client of a database that says a word of its own as it begins to connect. */
const CLIENT = /\bsqlx_(?:postgres|mysql|core)\b|\btokio_postgres\b|\bpgpass\b/;

/** What refused a connection is the database, where its client spoke right before. */
export function atDatabase<Kind extends ErrorFamily | ExceptionKind>(
  kind: Kind | undefined,
  { tail, errorLines }: LogReading,
): Kind | undefined {
  if (kind?.mode !== "broker/refused" || ![...tail, ...errorLines].some(({ text }) => CLIENT.test(text)))
    return kind;
  return {
    ...kind,
    mode: "database/refused",
    means: "the database does not answer",
    correctiveAction:
      "Correct host and port of the connection URL in that environment, or start the database.",
  };
}
