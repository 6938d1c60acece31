import { CLOSED_VIEWS, type ClosedView, viewWords } from "../../probes/closed-views";
import { ASKS_WHO } from "../../probes/relations";
import type { Administrator } from "./administrator";
import type { Privileges } from "./inputs";

/** Something in a schema that the role is to use. */
export interface SchemaObject {
  /** As SQL takes it, the schema in front. */
  readonly name: string;
  readonly kind: "TABLE" | "SEQUENCE" | "ROUTINE" | "TYPE";
  readonly owner: string;
  /** Whether the administrator may grant it. */
  readonly grantable: boolean;
  /** Whether the role may do all that its privileges say. */
  readonly allowed: boolean;
}

/** What each kind of object needs; a kind without is left alone. */
export const RIGHTS: Readonly<
  Record<Exclude<Privileges, "custom">, Readonly<Record<SchemaObject["kind"], string>>>
> = {
  "read-write": {
    // REFERENCES, since a migration's foreign key to a table that was there before needs it.
    TABLE: "SELECT, INSERT, UPDATE, DELETE, REFERENCES",
    SEQUENCE: "USAGE, SELECT, UPDATE",
    ROUTINE: "EXECUTE",
    // Of an enum or a domain: a migration's column of it needs it, and PUBLIC has it unless that was revoked.
    TYPE: "USAGE",
  },
  // What a function does is not known, so `read` adds none to those that PUBLIC may run.
  read: { TABLE: "SELECT", SEQUENCE: "SELECT", ROUTINE: "", TYPE: "" },
};

// What an extension made is the extension's: it says itself who may use it.
const NOT_OF_AN_EXTENSION = (catalogue: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = o.oid AND d.deptype = 'e')`;

const OWNED = (owner: string, acl: string): string => `pg_has_role(current_user, ${owner}, 'USAGE')
    OR EXISTS (SELECT FROM aclexplode(${acl}) a WHERE a.is_grantable AND pg_has_role(current_user, a.grantee, 'USAGE'))`;

const RELATIONS = `
SELECT format('%I.%I', n.nspname, o.relname) AS name, pg_get_userbyid(o.relowner) AS owner,
  CASE WHEN o.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
  ${OWNED("o.relowner", "o.relacl")} AS grantable,
  (SELECT bool_and(CASE WHEN o.relkind = 'S' THEN has_sequence_privilege($2::name, o.oid, trim(r))
      ELSE has_table_privilege($2::name, o.oid, trim(r)) END)
    FROM unnest(string_to_array(CASE WHEN o.relkind = 'S' THEN $4 ELSE $3 END, ',')) r) AS allowed
FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace
WHERE n.nspname = ANY($1) AND o.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND ${NOT_OF_AN_EXTENSION("pg_class")}
ORDER BY 1`;

const ROUTINES = `
SELECT o.oid::regprocedure::text AS name, pg_get_userbyid(o.proowner) AS owner, 'ROUTINE' AS kind,
  ${OWNED("o.proowner", "o.proacl")} AS grantable,
  has_function_privilege($2::name, o.oid, 'EXECUTE') AS allowed
FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace
WHERE n.nspname = ANY($1) AND ${NOT_OF_AN_EXTENSION("pg_proc")}
ORDER BY 1`;

// Neither a table's own row type nor an array has privileges of its own.
const TYPES = `
SELECT format('%I.%I', n.nspname, o.typname) AS name, pg_get_userbyid(o.typowner) AS owner, 'TYPE' AS kind,
  ${OWNED("o.typowner", "o.typacl")} AS grantable,
  has_type_privilege($2::name, o.oid, 'USAGE') AS allowed
FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace LEFT JOIN pg_class c ON c.oid = o.typrelid
WHERE n.nspname = ANY($1) AND (o.typtype IN ('e', 'd', 'r') OR c.relkind = 'c') AND ${NOT_OF_AN_EXTENSION("pg_type")}
ORDER BY 1`;

/** All that is in the schemas, as the role may use it. */
export async function objectsIn(
  { ask }: Administrator,
  schemas: readonly string[],
  role: string,
  privileges: Exclude<Privileges, "custom">,
): Promise<readonly SchemaObject[]> {
  const { TABLE, SEQUENCE, ROUTINE } = RIGHTS[privileges];
  const relations = await ask<SchemaObject>(RELATIONS, [schemas, role, TABLE, SEQUENCE]);
  if (ROUTINE === "") return relations;
  const routines = await ask<SchemaObject>(ROUTINES, [schemas, role]);
  return [...relations, ...routines, ...(await ask<SchemaObject>(TYPES, [schemas, role]))];
}

/** Views that ask as who reads them, of tables that the role may not read; with these. */
export async function closedViews(
  { ask }: Administrator,
  schemas: readonly string[],
  role: string,
): Promise<readonly string[]> {
  return (await ask<ClosedView>(CLOSED_VIEWS, [schemas, role])).map(viewWords);
}

/** Tables whose rows row level security hides from the role, since no policy is for it. */
export async function hiddenTables(
  { ask }: Administrator,
  schemas: readonly string[],
  role: string,
): Promise<readonly string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, o.relname) AS name
     FROM pg_class o JOIN pg_namespace n ON n.oid = o.relnamespace JOIN pg_roles me ON me.rolname = $2
     WHERE n.nspname = ANY($1) AND o.relkind IN ('r', 'p') AND o.relrowsecurity AND NOT me.rolbypassrls
       AND NOT me.rolsuper AND (o.relforcerowsecurity OR NOT pg_has_role(me.oid, o.relowner, 'USAGE'))
       AND NOT EXISTS (SELECT FROM pg_policy p, unnest(p.polroles) r WHERE p.polrelid = o.oid AND p.polpermissive
         AND p.polcmd IN ('r', '*') AND NOT (${ASKS_WHO}) AND (r = 0 OR CASE WHEN r <> 0 THEN pg_has_role(me.oid, r, 'USAGE') END))
     ORDER BY 1`,
    [schemas, role],
  );
  return rows.map(({ name }) => name);
}
