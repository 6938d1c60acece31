import { type Administrator, literal, named } from "./administrator";
import { takeSettings } from "./login-settings";
import { refusedDrop, takenName } from "./refusals";
import { passwordForServer } from "./scram";

/** A role as the server has it. */
export interface FoundRole {
  readonly name: string;
  /** Whether it may log in. */
  readonly open: boolean;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  /** The role that its sessions act as; its own name where it acts as itself. */
  readonly actsAs: string;
  /** Whether the administrator may change it and grant it. */
  readonly ours: boolean;
}

// Until PostgreSQL 16 every role with CREATEROLE administers every role but superusers (docs/facts/postgresql.md#p32).
const ROLES = `
SELECT rolname AS name, rolcanlogin AS open, rolsuper AS superuser, rolbypassrls AS bypasses,
  coalesce((SELECT substr(setting, 6) FROM unnest(rolconfig) setting WHERE setting LIKE 'role=%'), rolname) AS "actsAs",
  CASE WHEN current_setting('server_version_num')::int >= 160000
    THEN pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION')
    ELSE (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) END AS ours
FROM pg_roles`;

export async function findRole(administrator: Administrator, name: string): Promise<FoundRole | undefined> {
  const [found] = await administrator.ask<FoundRole>(`${ROLES} WHERE rolname = $1`, [name]);
  return found;
}

/** The logins that act as the role, without the role itself: earlier and later ones of a rotation or renaming. */
export function loginsOf(administrator: Administrator, role: string): Promise<readonly FoundRole[]> {
  return administrator.ask<FoundRole>(
    `${ROLES} WHERE rolname <> $1 AND ('role=' || $1) = ANY(rolconfig) ORDER BY rolname`,
    [role],
  );
}

const passwordClause = (password: string): string => `PASSWORD ${literal(passwordForServer(password))}`;

/** Makes the role: open with the password where the service logs in as the role itself. */
export function createRole(
  administrator: Administrator,
  role: string,
  password: string | undefined,
): Promise<void> {
  const login = password === undefined ? "NOLOGIN" : `LOGIN ${passwordClause(password)}`;
  return administrator.run(`CREATE ROLE ${named(role)} ${login}`, `make the role \`${role}\``);
}

export async function openLogin(
  administrator: Administrator,
  login: string,
  password: string,
): Promise<void> {
  // A password whose time is over opens nothing, whatever it is.
  const over = await administrator.ask(
    "SELECT FROM pg_roles WHERE rolname = $1 AND rolvaliduntil < current_timestamp",
    [login],
  );
  const valid = over.length > 0 ? " VALID UNTIL 'infinity'" : "";
  return administrator.run(
    `ALTER ROLE ${named(login)} LOGIN ${passwordClause(password)}${valid}`,
    `set the password of the role \`${login}\``,
  );
}

/** No new session can be opened with it. Sessions that are open go on. */
export function closeLogin(administrator: Administrator, login: string): Promise<void> {
  return administrator.run(
    `ALTER ROLE ${named(login)} NOLOGIN PASSWORD NULL`,
    `close the login \`${login}\``,
  );
}

/**
 * A login whose sessions act as the role: what they make belongs to the role, whichever login made it.
 *
 * @param known whether an earlier update made it: what others have taken from it is given again
 * @param like whose settings a new one takes along
 */
export async function ensureLogin(
  administrator: Administrator,
  { login, role, password }: { readonly login: string; readonly role: string; readonly password: string },
  known = false,
  like = role,
): Promise<void> {
  const found = await findRole(administrator, login);
  if (found !== undefined && found.actsAs !== role && !(known && found.actsAs === login)) {
    throw takenName(login, role);
  }
  if (found === undefined) {
    const what = `make the login \`${login}\` for the role \`${role}\``;
    await administrator.run(
      `CREATE ROLE ${named(login)} LOGIN ${passwordClause(password)} IN ROLE ${named(role)}`,
      what,
    );
    await takeSettings(administrator, like, login);
  } else await openLogin(administrator, login, password);
  for (const statement of await missingTies(administrator, { login, role })) {
    await administrator.run(statement, `let the login \`${login}\` act as \`${role}\``);
  }
}

/** What a login lacks to act as the role; nothing where it is the role itself. */
export async function missingTies(
  { ask, version }: Administrator,
  { login, role }: { readonly login: string; readonly role: string },
): Promise<readonly string[]> {
  if (login === role) return [];
  const [row] = await ask<{ member: boolean; acts: boolean }>(
    `SELECT pg_has_role(oid, $2::name, '${version >= 160000 ? "SET" : "MEMBER"}') AS member,
       coalesce(('role=' || $2) = ANY(rolconfig), false) AS acts FROM pg_roles WHERE rolname = $1`,
    [login, role],
  );
  if (row === undefined) return [];
  return [
    ...(row.member ? [] : [`GRANT ${named(role)} TO ${named(login)}`]),
    ...(row.acts ? [] : [settingOf(login, role)]),
  ];
}

const settingOf = (login: string, role: string): string =>
  `ALTER ROLE ${named(login)} SET role = ${literal(role)}`;

export function actAs(administrator: Administrator, login: string, role: string): Promise<void> {
  return administrator.run(settingOf(login, role), `let the login \`${login}\` act as \`${role}\``);
}

/** So that the administrator reads, and may hand over, what the role makes. */
export async function joinRole({ ask, run, ...session }: Administrator, role: string): Promise<void> {
  if (session.superuser) return;
  const member = session.version >= 160000 ? "USAGE') AND pg_has_role(current_user, $1::name, 'SET" : "USAGE";
  const [row] = await ask<{ joined: boolean }>(
    `SELECT pg_has_role(current_user, $1::name, '${member}') AS joined`,
    [role],
  );
  if (row?.joined === true) return;
  const options = session.version >= 160000 ? " WITH INHERIT TRUE, SET TRUE" : "";
  await run(
    `GRANT ${named(role)} TO ${named(session.name)}${options}`,
    `become a member of the role \`${role}\``,
  );
}

/** Removes a role of which nothing is left in this database but what the heir gets. */
export async function dropRole(administrator: Administrator, role: string, heir: string): Promise<void> {
  await joinRole(administrator, role);
  const what = `drop the role \`${role}\``;
  await administrator.run(`REASSIGN OWNED BY ${named(role)} TO ${named(heir)}`, what);
  await administrator.run(`DROP OWNED BY ${named(role)}`, what);
  await administrator.run(`DROP ROLE ${named(role)}`, (error) =>
    refusedDrop(role, administrator.name, error),
  );
}
