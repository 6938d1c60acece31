import { type Administrator, named } from "./administrator";
import type { ManagedRole } from "./inputs";
import {
  actAs,
  createRole,
  ensureLogin,
  type FoundRole,
  findRole,
  joinRole,
  loginsOf,
  openLogin,
} from "./logins";
import {
  alreadyThere,
  notItsAdministrator,
  notToBeTaken,
  otherPassword,
  refusedBypass,
  unfinishedRotation,
} from "./refusals";

/** Whether a role logs in with a password: undefined where it does, else why not. One attempt, in a session of its own. */
export type TryLogin = (login: string, password: string) => Promise<string | undefined>;

/**
 * Makes the role and its login as the stack declares them, from what is there. A service that runs with the name and
 * password of before still logs in afterwards: `ClosedLogins` ends that, when the deploy is verified.
 */
export async function ensureRole(
  administrator: Administrator,
  now: ManagedRole,
  before: ManagedRole | undefined,
  tryLogin: TryLogin,
): Promise<void> {
  const old = before !== undefined && before.role !== now.role ? before : undefined;
  const renamed = old === undefined ? undefined : await findRole(administrator, old.role);
  const found = await findRole(administrator, now.role);
  if (old !== undefined && renamed !== undefined && renamed.actsAs === renamed.name) {
    await rename(administrator, now, old, { renamed, found, tryLogin });
  } else if (found === undefined) {
    await createRole(administrator, now.role, now.login === now.role ? now.password : undefined);
  } else if (before === undefined || old !== undefined) {
    await takeOver(administrator, now, found, tryLogin);
  } else if (!found.ours) {
    throw notItsAdministrator(now.role, administrator.name);
  } else if (now.login === now.role && (before.password !== now.password || before.login !== now.login)) {
    await openLogin(administrator, now.role, now.password);
  }
  await joinRole(administrator, now.role);
  // After a renaming the login of before is the role's own.
  const like = old === undefined ? before?.login : undefined;
  if (now.login !== now.role) await ensureLogin(administrator, now, before?.login === now.login, like);
  await bypassRowLevelSecurity(administrator, now, before);
}

/** A role that another made. What runs with its present password goes on. */
async function takeOver(
  administrator: Administrator,
  { role, login, password, importRole, server, adminUser }: ManagedRole,
  found: FoundRole,
  tryLogin: TryLogin,
): Promise<void> {
  if (!importRole) throw alreadyThere(role, server.host);
  if (found.superuser) throw notToBeTaken(role, "it is a superuser");
  if (role === adminUser || role === administrator.name) throw notToBeTaken(role, "it is the administrator");
  if (!found.ours) throw notItsAdministrator(role, administrator.name);
  const asked = login === role ? found : await findRole(administrator, login);
  if (asked?.open === true) {
    const refusal = await tryLogin(login, password);
    if (refusal !== undefined) throw otherPassword(login, refusal);
  } else if (login === role) {
    // No service can be using what is closed.
    await openLogin(administrator, role, password);
  }
}

interface Renaming {
  readonly renamed: FoundRole;
  /** What has the new name already. */
  readonly found: FoundRole | undefined;
  readonly tryLogin: TryLogin;
}

/**
 * The role keeps its privileges and what it owns under the new name, and a login of the old name takes its place for
 * what still runs. One transaction, so that there is no moment without it.
 */
async function rename(
  administrator: Administrator,
  now: ManagedRole,
  old: ManagedRole,
  { renamed, found, tryLogin }: Renaming,
): Promise<void> {
  if (!renamed.ours) throw notItsAdministrator(old.role, administrator.name);
  if (old.login !== old.role && renamed.open) throw unfinishedRotation(old.role, old.login);
  const from = named(old.role);
  const to = named(now.role);
  const what = `rename the role \`${old.role}\` to \`${now.role}\``;
  // Where a refresh saw that the password no longer held, the declared one is all that is known.
  const oldPassword = old.password === "" ? now.password : old.password;
  if (found === undefined) {
    await administrator.run(`ALTER ROLE ${from} RENAME TO ${to}`, what);
    if (old.login === old.role) {
      await ensureLogin(administrator, { login: old.role, role: now.role, password: oldPassword });
    }
  } else {
    // Renamed back before a deploy was verified: the login that has the name gives it up.
    if (found.actsAs !== old.role) throw alreadyThere(now.role, now.server.host);
    const refusal = found.open ? await tryLogin(now.role, now.password) : undefined;
    if (refusal !== undefined) throw otherPassword(now.role, refusal);
    const between = named(`${now.role.slice(0, 50)} ${Date.now()}`);
    await administrator.run(`ALTER ROLE ${to} RENAME TO ${between}`, what);
    await administrator.run(`ALTER ROLE ${from} RENAME TO ${to}`, what);
    await administrator.run(`ALTER ROLE ${between} RENAME TO ${from}`, what);
    await actAs(administrator, old.role, now.role);
    if (old.login === old.role) await openLogin(administrator, old.role, oldPassword);
  }
  for (const { name } of await loginsOf(administrator, old.role)) {
    if (name !== now.role) await actAs(administrator, name, now.role);
  }
  await openLogin(administrator, now.role, now.password);
}

/** Removed only where the stack gave it. PostgreSQL lets those give it who have it (16 and newer), or superusers. */
async function bypassRowLevelSecurity(
  administrator: Administrator,
  { role, bypassRowLevelSecurity: wanted }: ManagedRole,
  before: ManagedRole | undefined,
): Promise<void> {
  const found = await findRole(administrator, role);
  const bypasses = found?.bypasses ?? false;
  if (bypasses === wanted || (!wanted && before?.bypassRowLevelSecurity !== true)) return;
  await administrator.run(`ALTER ROLE ${named(role)} ${wanted ? "BYPASSRLS" : "NOBYPASSRLS"}`, (error) =>
    refusedBypass({ role, wanted }, administrator.name, error),
  );
}
