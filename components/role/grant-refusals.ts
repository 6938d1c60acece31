import type { Administrator } from "./administrator";
import type { ManagedRole } from "./inputs";
import { RoleError } from "./refusals";

/** @throws RoleError where a schema is not there, or the role cannot be let in: nothing would work. */
export async function unreachedSchemas(
  { ask, name }: Administrator,
  { role, schemas, server }: Pick<ManagedRole, "role" | "schemas" | "server">,
): Promise<void> {
  const rows = await ask<{ schema: string; there: boolean; owner: string | null }>(
    `SELECT s AS schema, n.oid IS NOT NULL AS there, pg_get_userbyid(n.nspowner) AS owner
     FROM unnest($1::text[]) s LEFT JOIN pg_namespace n ON n.nspname = s
     WHERE n.oid IS NULL OR NOT has_schema_privilege($2::name, n.oid, 'USAGE') ORDER BY 1`,
    [schemas, role],
  );
  if (rows.length === 0) return;
  const lines = rows.map(({ schema, there, owner }) =>
    there
      ? `\`${name}\` may not let \`${role}\` use the schema \`${schema}\`: type as ${owner} or a superuser ` +
        `\`GRANT USAGE ON SCHEMA "${schema}" TO "${role}";\``
      : `there is no schema \`${schema}\` in the database \`${server.database}\`: create it, or take it out of ` +
        "`portcullis:database.schemas`",
  );
  throw new RoleError(`The role \`${role}\` does not get its privileges: ${lines.join("; ")}.`);
}

/** @throws RoleError where privileges on what an owner makes later cannot be given. */
export async function unknownOwners(
  { ask, name }: Administrator,
  { owners }: Pick<ManagedRole, "owners">,
): Promise<void> {
  const rows = await ask<{ owner: string; there: boolean }>(
    `SELECT o AS owner, r.oid IS NOT NULL AS there FROM unnest($1::text[]) o LEFT JOIN pg_roles r ON r.rolname = o
     WHERE r.oid IS NULL OR NOT pg_has_role(current_user, r.oid, 'USAGE') ORDER BY 1`,
    [owners],
  );
  if (rows.length === 0) return;
  const lines = rows.map(({ owner, there }) =>
    there
      ? `\`${name}\` may not give privileges on what \`${owner}\` makes: type as a superuser ` +
        `\`GRANT "${owner}" TO "${name}";\``
      : `there is no role \`${owner}\``,
  );
  throw new RoleError(`\`portcullis:database.owners\`: ${lines.join("; ")}.`);
}
