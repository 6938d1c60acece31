import { closedNeeds } from "../../probes/judge-needs";
import { readNeededRights } from "../../probes/needed-rights";
import { readTriggerWrites } from "../../probes/trigger-writes";
import { type Administrator, named } from "./administrator";
import type { ManagedRole } from "./inputs";

// Where a login has no setting of its own, sessions begin with the database's or the server's.
const PATH = `SELECT coalesce((SELECT substr(s, 13) FROM pg_roles, unnest(rolconfig) s WHERE rolname = $1 AND s LIKE 'search_path=%'),
  (SELECT reset_val FROM pg_settings WHERE name = 'search_path')) AS path`;

/**
 * What statements on the tables of the schemas need beside their grants, and the role has not, in words: functions and
 * sequences of another schema that defaults, checks, indexes or triggers call. It is asked as the role, and changes nothing.
 */
export async function toldNeeds(
  { ask, run }: Administrator,
  { role, login, schemas, privileges }: Pick<ManagedRole, "role" | "login" | "schemas" | "privileges">,
): Promise<readonly string[]> {
  if (privileges === "custom") return [];
  const [{ path } = { path: "" }] = await ask<{ path: string }>(PATH, [login]);
  const what = `look as \`${role}\``;
  await run("SAVEPOINT needs", what);
  try {
    await run(`SET LOCAL ROLE ${named(role)}`, what);
    await ask("SELECT set_config('search_path', $1, true)", [path]);
    const needed = await readNeededRights(ask, schemas);
    return closedNeeds(role, { needed, triggers: await readTriggerWrites(ask, schemas) }, privileges);
  } catch {
    // The verification asks once more: a server that does not say it is no reason to grant nothing.
    return [];
  } finally {
    await run("ROLLBACK TO SAVEPOINT needs", what);
  }
}
