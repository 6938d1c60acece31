import type { Client } from "pg";
import { type Answer, notDecided } from "./answer";
import type { Relation } from "./database-access";
import { quoted } from "./quoted";

/** What a session has from its role's, its database's and its URL's settings. */
export interface SessionSettings {
  /** After how many milliseconds PostgreSQL ends a statement; 0: never. */
  readonly timeout: number;
  /** Where that is set, as pg_settings says it (view-pg-settings: source). */
  readonly source: string;
  /** The `search_path` as it is written, and the schemas of it that are there and that the role may use. */
  readonly path: string;
  readonly searched: readonly string[];
  readonly login: string;
}

const SETTINGS = `
SELECT setting::int AS timeout, source, current_setting('search_path') AS path, current_schemas(true)::text[] AS searched, session_user AS login
FROM pg_settings WHERE name = 'statement_timeout'`;

export async function sessionSettings(client: Client): Promise<SessionSettings> {
  const [row] = (await client.query<SessionSettings>(SETTINGS)).rows;
  if (row === undefined) throw new Error("pg_settings has no statement_timeout");
  return row;
}

/** A statement that crosses a network and is planned takes as long, in milliseconds. */
const TOO_SHORT = 10;
/** What a query of a service may well take. */
const SHORT = 1_000;

const TIMEOUT = "`statement_timeout`";

/** A role whose statements end before they can have done anything; undefined where there is room. */
export function endsTooEarly(role: string, { timeout, source, login }: SessionSettings): Answer | undefined {
  if (timeout === 0 || timeout > TOO_SHORT) return undefined;
  return notDecided(`${role}'s statements end after ${timeout} ms (${TIMEOUT}, set in: ${source})`, {
    correctiveAction: resetOf(login, source),
    final: true,
  });
}

const resetOf = (login: string, source: string): string =>
  source === "client"
    ? `Take ${TIMEOUT} out of the URL's \`options\`.`
    : `Type as an administrator: ALTER ROLE ${quoted(login)} RESET statement_timeout;`;

/** A login whose own statements were ended so, of which no more is known. */
export function endedByTimeout(where: string, login: string, error: Error | undefined): Answer | undefined {
  if (error === undefined || !/canceling statement due to statement timeout/.test(error.message))
    return undefined;
  return notDecided(`${where} ended a short query of ${login} at its ${TIMEOUT}`, {
    correctiveAction: resetOf(login, ""),
    final: true,
  });
}

/** What is no fault of a service that knows of it; empty where there is nothing. */
export function settingsWords(
  { timeout, source, path, searched }: SessionSettings,
  relations: readonly Relation[],
): string {
  const used = [...new Set(relations.map(({ schema }) => schema))];
  const unsearched = used.some((schema) => searched.includes(schema)) ? [] : used;
  const short = timeout > 0 && timeout < SHORT;
  return [
    ...(short ? [`its statements end after ${timeout} ms (${TIMEOUT}, set in: ${source})`] : []),
    ...(unsearched.length > 0
      ? [
          `its \`search_path\` (${path}) has no ${unsearched.join(", ")}: names without their schema are not found`,
        ]
      : []),
  ].join("; ");
}
