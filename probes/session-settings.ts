import type { Client } from "pg";
import { type Answer, fail, notDecided } from "./answer";
import { quoted } from "./quoted";
import { resetOf } from "./read-only-session";
import type { Relation } from "./relations";

/** A time after which PostgreSQL ends something of a session. */
interface TimeLimit {
  readonly name: string;
  /** Milliseconds; 0: never. */
  readonly setting: number;
  /** Where that is set, as pg_settings says it (view-pg-settings: source). */
  readonly source: string;
}

/** What a session has from its role's, its database's and its URL's settings. */
export interface SessionSettings {
  readonly limits: readonly TimeLimit[];
  /** The `search_path` as it is written, and the schemas of it that are there and that the role may use. */
  readonly path: string;
  readonly searched: readonly string[];
  /** Where `row_security` is off, that is where it is set: a query that policies would filter is an error then. */
  readonly unsecured: string | null;
  /** The role that queries are answered as. */
  readonly role: string;
  /** The role that was logged in with: after a rotation, another than the one it acts as. */
  readonly login: string;
  readonly database: string;
}

/** A role may have them shorter than what is asked here takes: none holds for that. The last is of PostgreSQL 17. */
const LIMITS = ["statement_timeout", "idle_in_transaction_session_timeout", "transaction_timeout"] as const;
const NAMES = LIMITS.map((name) => `'${name}'`).join(", ");

/** Ends with the transaction, since a pooler gives the connection to others afterwards. */
export const WITHOUT_LIMITS = `SELECT set_config(name, '0', true) FROM pg_settings WHERE name IN (${NAMES})`;

const SETTINGS = `
SELECT (SELECT json_agg(json_build_object('name', name, 'setting', setting::int, 'source', source)) FROM pg_settings
  WHERE name IN (${NAMES}) AND setting <> '0') AS limits, current_setting('search_path') AS path,
  current_schemas(true)::text[] AS searched, current_user AS role, session_user AS login, current_database() AS database,
  (SELECT source FROM pg_settings WHERE name = 'row_security' AND setting = 'off') AS unsecured`;

export async function sessionSettings(client: Client): Promise<SessionSettings> {
  const [row] = (await client.query<SessionSettings>(SETTINGS)).rows;
  if (row === undefined) throw new Error("the server says nothing of the session");
  return { ...row, limits: row.limits ?? [] };
}

/** A statement that crosses a network and is planned takes as long, in milliseconds. */
const TOO_SHORT = 10;
/** What a query of a service may well take. */
const SHORT = 1_000;

const said = ({ name, setting, source }: TimeLimit): string =>
  `${setting} ms (\`${name}\`, set in: ${source})`;

/** A role whose statements or transactions end before they can have done anything; undefined where there is room. */
export function endsTooEarly(role: string, settings: SessionSettings): Answer | undefined {
  const limit = settings.limits.find(({ name, setting }) => setting <= TOO_SHORT && !name.startsWith("idle"));
  if (limit === undefined) return undefined;
  return notDecided(`${role}'s statements end after ${said(limit)}`, {
    correctiveAction: resetOf(limit.name, { ...settings, source: limit.source }),
    final: true,
  });
}

/** A login whose own statements were ended so, of which no more is known. */
export function endedByTimeout(where: string, login: string, error: Error | undefined): Answer | undefined {
  const found = /(?:canceling statement|terminating connection) due to (statement|transaction) timeout/.exec(
    error?.message ?? "",
  );
  if (found === null) return undefined;
  const name = `${found[1]}_timeout`;
  return notDecided(`${where} ended a short query of ${login} at its \`${name}\``, {
    correctiveAction:
      `Type as an administrator: ALTER ROLE ${quoted(login)} RESET ${name}; ` +
      "Where it is set for the database instead, psql's `\\drds` shows it.",
    final: true,
  });
}

/** A role whose queries of guarded tables are errors; undefined where it is none. */
export function failsAtPolicies(
  settings: SessionSettings,
  relations: readonly Relation[],
): Answer | undefined {
  const { unsecured } = settings;
  const guarded = relations.filter((each) => each.guarded === true && each.reached && each.reads);
  const [first] = guarded;
  if (unsecured === null || first === undefined) return undefined;
  const more = guarded.length > 1 ? ` and ${guarded.length - 1} more have` : " has";
  return fail(
    `\`row_security\` is off, and ${first.schema}.${first.name}${more} row level security: each query of it is an error`,
    { correctiveAction: resetOf("row_security", { ...settings, source: unsecured }) },
  );
}

/** What is no fault of a service that knows of it; empty where there is nothing. */
export function settingsWords(
  { limits, path, searched }: SessionSettings,
  relations: readonly Relation[],
): string {
  const used = [...new Set(relations.map(({ schema }) => schema))];
  const unsearched = used.some((schema) => searched.includes(schema)) ? [] : used;
  const short = limits.filter(({ setting }) => setting < SHORT);
  return [
    ...short.map((limit) => {
      const what = limit.name.startsWith("idle") ? "its idle transactions" : "its statements";
      return `${what} end after ${said(limit)}`;
    }),
    ...(unsearched.length > 0
      ? [
          `its \`search_path\` (${path}) has no ${unsearched.join(", ")}: names without their schema are not found`,
        ]
      : []),
  ].join("; ");
}
