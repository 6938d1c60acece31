import { databaseRefusal } from "../../domain/database-refusal";
import type { AdministratorInputs } from "./inputs";

/** Why the role could not be made, and what to type. Nothing in it is secret. */
export class RoleError extends Error {
  override readonly name = "RoleError";
  // Pulumi prints the stack of a read or a deletion that fails, and users have no use for it.
  override readonly stack = "";
}

interface Refused extends Error {
  readonly code?: string;
  readonly detail?: string;
}

export function refusedAdministrator(
  { server, adminUser }: AdministratorInputs,
  { message, code = "" }: Refused,
): RoleError {
  const row = databaseRefusal(message, code);
  const where = `${server.host}:${server.port}`;
  const said = code === "" ? message : `${code}: ${message}`;
  const fix =
    row?.mode === "database/credentials"
      ? "Type `pulumi config set --secret portcullis:databaseAdminPassword` with its present password, " +
        "then `pulumi up`: a refresh and a destroy log in with the password of the last update."
      : (row?.correctiveAction ?? "Try again when the database answers.");
  return new RoleError(`${where} let the administrator \`${adminUser}\` not log in (${said}). ${fix}`);
}

export const standbyServer = ({ host, port }: AdministratorInputs["server"]): RoleError =>
  new RoleError(
    `${host}:${port} is a standby, which only reads and has later what the server has that it follows: roles are made there. ` +
      "Let `portcullis:database` lead to that server, or try again when this one is promoted.",
  );

export function refusedStatement(what: string, administrator: string, error: Refused): RoleError {
  const { code = "", message, detail } = error;
  const said = `${code}: ${message}${detail === undefined ? "" : ` (${detail})`}`;
  const more = code === READ_ONLY ? ` ${WHY_READ_ONLY}` : "";
  return new RoleError(
    `The administrator \`${administrator}\` could not ${what}: PostgreSQL says ${said}.${more}`,
  );
}

/** PostgreSQL's `read_only_sql_transaction` (errcodes-appendix). */
const READ_ONLY = "25006";
const WHY_READ_ONLY =
  "The server is a standby, or `default_transaction_read_only` is on: Supabase sets it where a disk is full. Free space " +
  "or enlarge the disk, and see that setting of the database and of the administrator.";

/** Of row level security, which is given by those who have it, and before PostgreSQL 16 by superusers alone. */
export function refusedBypass(
  { role, wanted }: { readonly role: string; readonly wanted: boolean },
  administrator: string,
  error: Refused,
): RoleError {
  const what = `set \`bypassRowLevelSecurity: ${wanted}\` of the role \`${role}\``;
  // A role that an update was to make is not there after it failed.
  const fix = wanted
    ? "Deploy without `bypassRowLevelSecurity`, type as a superuser " +
      `\`ALTER ROLE "${role}" BYPASSRLS;\`, and declare it then.`
    : `Type as a superuser \`ALTER ROLE "${role}" NOBYPASSRLS;\`, then \`pulumi up\` again.`;
  return new RoleError(`${refusedStatement(what, administrator, error).message} ${fix}`);
}

/** `DROP ROLE`, after all that this database has of it is gone. */
export function refusedDrop(role: string, administrator: string, error: Refused): RoleError {
  const { code, detail = "" } = error;
  // dependent_objects_still_exist
  if (code !== "2BP01") return refusedStatement(`drop the role \`${role}\``, administrator, error);
  if (!/ in database /.test(detail)) {
    return new RoleError(
      `\`${role}\` stays as it is: it has privileges that \`${administrator}\` did not give and may not take back (${detail}). ` +
        `Type as who gave them \`REVOKE ALL ON … FROM "${role}";\`, or as a superuser \`DROP OWNED BY "${role}";\``,
    );
  }
  return new RoleError(
    `\`${role}\` has objects or privileges in another database (${detail}), and stays as it is. Type there as ` +
      `\`${administrator}\`: \`REASSIGN OWNED BY "${role}" TO "${administrator}"; DROP OWNED BY "${role}";\``,
  );
}

export const alreadyThere = (role: string, host: string): RoleError =>
  new RoleError(
    `The role \`${role}\` is already there at ${host}, and this stack did not make it. To let the stack take it over, ` +
      "with its present password as `portcullis:databasePassword`, type " +
      "`pulumi config set --path portcullis:database.importRole true`. To leave it alone, type " +
      "`pulumi config set --path portcullis:database.manageRole false`. Or choose another `role`.",
  );

export const notToBeTaken = (role: string, why: string): RoleError =>
  new RoleError(
    `The role \`${role}\` cannot be taken over: ${why}. A service logs in with a role of its own: choose another \`role\`.`,
  );

export const otherPassword = (login: string, reason: string): RoleError =>
  new RoleError(
    `The role \`${login}\` is there, and \`portcullis:databasePassword\` does not open it (${reason}). Another password ` +
      "would lock out what runs with the present one. Type the present one with " +
      "`pulumi config set --secret portcullis:databasePassword`, deploy, and change it then.",
  );

export const notItsAdministrator = (role: string, administrator: string): RoleError =>
  new RoleError(
    `The administrator \`${administrator}\` may not change the role \`${role}\`. Type as a superuser, or as who made it: ` +
      `\`GRANT "${role}" TO "${administrator}" WITH ADMIN OPTION;\``,
  );

export const unfinishedRotation = (role: string, login: string): RoleError =>
  new RoleError(
    `The role \`${role}\` cannot be renamed yet: its password was changed, \`${role}\` itself still logs in with the one ` +
      `before, and no deploy with \`${login}\` has been verified since. Set the name back, run \`pulumi up\` until it is ` +
      `verified, and rename then; or, if nothing logs in as \`${role}\`, type \`ALTER ROLE "${role}" NOLOGIN;\``,
  );

export const takenName = (login: string, role: string): RoleError =>
  new RoleError(
    `The new password of \`${role}\` needs a login \`${login}\`, and there is a role of that name that does not act as ` +
      `\`${role}\`. Give that one another name (\`ALTER ROLE "${login}" RENAME TO …;\`), or choose another \`role\`.`,
  );

export const takenSchema = (schema: string): RoleError =>
  new RoleError(
    `The schema \`${schema}\` is there already and was not made with the role, so it would not be dropped with it ` +
      "either (`ownSchemas`). Choose another name in `schemas`, or leave `ownSchemas` out.",
  );
