import type { Client } from "pg";
import { type Answer, fail, notDecided } from "./answer";
import { quoted } from "./quoted";

/** Where a setting of a session is set. */
interface SetAt {
  /** As pg_settings says it (view-pg-settings: source). */
  readonly source: string;
  /** The role that was logged in with, whose settings the session has. */
  readonly login: string;
  readonly database: string;
}

/** Why a session cannot write, whatever its role may. */
export interface ReadOnlySession extends SetAt {
  /** The server is a copy of another, which it follows. */
  readonly standby: boolean;
}

const READ_ONLY = `
SELECT pg_is_in_recovery() AS standby, source, session_user AS login, current_database() AS database FROM pg_settings
WHERE name = 'default_transaction_read_only' AND (pg_is_in_recovery() OR setting = 'on')`;

/** Whether a session may only read; undefined where it may write. */
export async function readOnlySession(client: Client): Promise<ReadOnlySession | undefined> {
  return (await client.query<ReadOnlySession>(READ_ONLY)).rows[0];
}

const FOLLOWED = "the server that this one follows";

/** A standby has later what its server has, a grant too: what is missing there may be on its way, and is given at the other. */
export function atStandby(answer: Answer): Answer {
  if (answer.outcome !== "fail") return answer;
  const { reason, correctiveAction } = answer;
  const late = "the server is a standby, and has what is granted at the one that it follows only later";
  return {
    ...answer,
    outcome: "not-decided",
    reason: `${reason}; ${late}`,
    ...(correctiveAction !== undefined && { correctiveAction: `Do it at ${FOLLOWED}. ${correctiveAction}` }),
  };
}

/** The answer where the role is to write. A server that takes the place of another follows it only for a while. */
export function cannotWrite(role: string, readOnly: ReadOnlySession): Answer {
  const why = `${role} cannot write, whatever it is granted: ${whyReadOnly(readOnly)}`;
  return readOnly.standby
    ? notDecided(why, { correctiveAction: `Let the URL lead to ${FOLLOWED}.` })
    : fail(why, { correctiveAction: resetOfReadOnly(readOnly) });
}

export function whyReadOnly({ standby, source }: ReadOnlySession): string {
  if (standby) return "the server is a standby, which only reads";
  return `its sessions are read only, since \`default_transaction_read_only\` is on (set in: ${source})`;
}

/** Supabase sets it for a database whose disk is full. */
export function resetOfReadOnly(readOnly: ReadOnlySession): string {
  const { source } = readOnly;
  const reset = resetOf("default_transaction_read_only", readOnly);
  if (source === "user" || source === "database user" || source === "client") return reset;
  const full = "At Supabase a full disk does this: free space or enlarge the disk first.";
  return source === "database"
    ? `${full} ${reset}`
    : `${full} Elsewhere it is in the server's configuration.`;
}

/** What takes a setting away where it is. */
export function resetOf(setting: string, { source, login, database }: SetAt): string {
  const type = (what: string): string => `Type as an administrator: ALTER ${what} RESET ${setting};`;
  if (source === "user") return type(`ROLE ${quoted(login)}`);
  if (source === "database user") return type(`ROLE ${quoted(login)} IN DATABASE ${quoted(database)}`);
  if (source === "database") return type(`DATABASE ${quoted(database)}`);
  if (source === "client") return `Take \`${setting}\` out of the URL's \`options\`.`;
  return `Change \`${setting}\` where it is set: ${source}.`;
}
