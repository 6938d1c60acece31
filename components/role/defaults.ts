import { type Administrator, named } from "./administrator";
import type { ManagedRole, Privileges } from "./inputs";
import { RIGHTS } from "./objects";

// What is created later, by its kind in ALTER DEFAULT PRIVILEGES and in pg_default_acl.
export const LATER = [
  ["TABLE", "TABLES", "r"],
  ["SEQUENCE", "SEQUENCES", "S"],
  ["ROUTINE", "ROUTINES", "f"],
  ["TYPE", "TYPES", "T"],
] as const;

// PUBLIC uses each type that is made later, unless that default was taken from its owner.
const NEEDS_DEFAULT = `$5::"char" <> 'T' OR EXISTS (SELECT FROM pg_default_acl d WHERE d.defaclnamespace = 0
  AND d.defaclobjtype = 'T' AND pg_get_userbyid(d.defaclrole) = o
  AND NOT EXISTS (SELECT FROM aclexplode(d.defaclacl) a WHERE a.grantee = 0))`;

/** The default privileges that the role lacks, by the owners of what comes later. */
export async function missingDefaults(
  { ask }: Administrator,
  { role, schemas, owners }: Pick<ManagedRole, "role" | "schemas" | "owners">,
  privileges: Exclude<Privileges, "custom">,
): Promise<readonly string[]> {
  const statements: string[] = [];
  for (const [kind, plural, letter] of LATER) {
    const rights = RIGHTS[privileges][kind];
    if (rights === "") continue;
    const rows = await ask<{ owner: string; schema: string }>(
      `SELECT o AS owner, n.nspname AS schema FROM unnest($1::text[]) o, pg_namespace n
       WHERE n.nspname = ANY($2) AND o <> $3 AND (${NEEDS_DEFAULT}) AND EXISTS (SELECT FROM unnest(string_to_array($4, ',')) r
         WHERE NOT EXISTS (SELECT FROM pg_default_acl d, aclexplode(d.defaclacl) a
           WHERE d.defaclnamespace = n.oid AND d.defaclobjtype = $5::"char" AND pg_get_userbyid(d.defaclrole) = o
             AND pg_get_userbyid(a.grantee) = $3 AND a.privilege_type = trim(r)))
       ORDER BY 1, 2`,
      [owners, schemas, role, rights, letter],
    );
    for (const { owner, schema } of rows) {
      const where = `FOR ROLE ${named(owner)} IN SCHEMA ${named(schema)}`;
      statements.push(`ALTER DEFAULT PRIVILEGES ${where} GRANT ${rights} ON ${plural} TO ${named(role)}`);
    }
  }
  return statements;
}
