import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import type { PoolMode } from "../domain/database-provider";

/** How connections of one way behave, as two of them at once showed. */
export interface Behaviour {
  /** Undefined where what was seen fits both. */
  readonly mode?: PoolMode;
  /** Whether a prepared statement is still there in the next transaction; undefined where that was not seen. */
  readonly keepsPreparedStatements?: boolean;
}

const NO_SUCH_STATEMENT = "26000";

/**
 * Whether a connection keeps its server process and its prepared statements from one transaction to the next. The
 * first prepares a statement; the second then holds a transaction open, on the first one's process where a pooler
 * shares it; the first executes its statement again. What was prepared is removed where it was made.
 */
export async function askBehaviour(first: Client, second: Client): Promise<Behaviour> {
  const name = `portcullis_${randomBytes(6).toString("hex")}`;
  const before = await preparedPid(first, name);
  await second.query("BEGIN");
  try {
    const held = await pid(second);
    const after = await preparedPid(first, name).catch((error: { code?: string }) => {
      if (error.code === NO_SUCH_STATEMENT) return "lost" as const;
      throw error;
    });
    const shared = held === before;
    const holder = shared ? second : first;
    await holder.query(`DEALLOCATE ${name}`).catch(() => {});
    if (after === "lost") return { mode: "transaction", keepsPreparedStatements: false };
    if (shared || after !== before) return { mode: "transaction", keepsPreparedStatements: true };
    // The process that answers is the one that the login named: no pooler is between.
    return processOf(first) === before ? { mode: "session", keepsPreparedStatements: true } : {};
  } finally {
    await second.query("ROLLBACK").catch(() => {});
  }
}

const PID = "SELECT pg_backend_pid() AS pid";

async function pid(client: Client): Promise<number | undefined> {
  return (await client.query<{ pid: number }>(PID)).rows[0]?.pid;
}

async function preparedPid(client: Client, name: string): Promise<number | undefined> {
  return (await client.query<{ pid: number }>({ name, text: PID })).rows[0]?.pid;
}

/** The process that the server named at the login (BackendKeyData); a pooler makes up its own. */
function processOf(client: Client): number | null | undefined {
  return (client as unknown as { readonly processID?: number | null }).processID;
}
