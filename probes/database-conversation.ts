import type { ConnectionOptions } from "node:tls";
import type { Client } from "pg";
import type { ConnectionUrl } from "../domain";
import type { Ask } from "./ask";
import { type ClosedExtension, closedExtensions } from "./closed-extensions";
import { CLOSED_VIEWS, type ClosedView } from "./closed-views";
import type { Target } from "./database-address";
import { type ClientOptions, databaseClient, type LoginSeen } from "./database-client";
import { exhaustedSequences } from "./exhausted-sequences";
import { type NeededRight, readNeededRights } from "./needed-rights";
import { type ReadOnlySession, readOnlySession } from "./read-only-session";
import { type Relation, readRelations } from "./relations";
import { type SessionSettings, sessionSettings, WITHOUT_LIMITS } from "./session-settings";
import { readTriggerWrites, type TriggerWrite } from "./trigger-writes";

/** What was seen of one attempt to log in and to query. Nothing in it is secret. */
export interface Seen extends LoginSeen {
  /** What is in the schemas, as that role may use it. */
  relations?: readonly Relation[];
  /** What the role may not read of what it may read as a view. */
  closedViews?: readonly ClosedView[];
  /** The extensions whose functions and types it does not find. */
  closedExtensions?: readonly ClosedExtension[];
  /** What statements on the tables need beside the tables' own grants, and the role has not; undefined: not known. */
  needed?: readonly NeededRight[] | undefined;
  /** Triggers that write, as the role, what it may not or what is not known. */
  triggers?: readonly TriggerWrite[] | undefined;
  /** Sequences that have no number left, the schema in front. */
  exhausted?: readonly string[] | undefined;
  /** What the session has from the role's, the database's and the URL's settings. */
  settings?: SessionSettings;
  /** Undefined where it may write. */
  readOnly?: ReadOnlySession;
}

export interface Conversation extends ClientOptions {
  readonly schemas: readonly string[];
}

/** Logs in once, by the URL's user, password and settings, and asks who it is and what it may use. Never throws. */
export async function converse(
  url: ConnectionUrl,
  target: Target,
  tls: ConnectionOptions | undefined,
  options: Conversation,
): Promise<Seen> {
  const { client, seen: login, close } = databaseClient(url, target, tls, options);
  const seen: Seen = login;
  try {
    await client.connect();
    const settings = await sessionSettings(client);
    seen.settings = settings;
    // The service's own statements are not these, which a role's limits of time may be too short for.
    await client.query(`BEGIN READ ONLY; ${WITHOUT_LIMITS}; SAVEPOINT asked`);
    seen.relations = await readRelations(client, options.schemas);
    const ask = asking(client);
    seen.needed = await unlessRefused(client, seen, () => readNeededRights(ask, options.schemas));
    seen.triggers = await unlessRefused(client, seen, () => readTriggerWrites(ask, options.schemas));
    seen.exhausted = await unlessRefused(client, seen, () => exhaustedSequences(client, options.schemas));
    seen.closedViews = (await client.query<ClosedView>(CLOSED_VIEWS, [options.schemas, settings.role])).rows;
    seen.closedExtensions = await closedExtensions(client, options.schemas);
    const readOnly = await readOnlySession(client);
    if (readOnly !== undefined) seen.readOnly = readOnly;
    await client.query("COMMIT");
  } catch (error) {
    seen.error = error as NodeJS.ErrnoException;
  } finally {
    await close();
  }
  return seen;
}

const asking =
  (client: Client): Ask =>
  async (question, values) =>
    (await client.query(question, [...values])).rows;

/**
 * What a server does not answer, as one of another version may not, says nothing of the service: undefined then. A
 * savepoint is still there after a return to it (sql-rollback-to), and the questions change nothing.
 */
async function unlessRefused<T>(client: Client, seen: Seen, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (seen.refusal === undefined) throw error;
    delete seen.refusal;
    await client.query("ROLLBACK TO SAVEPOINT asked");
    return undefined;
  }
}
