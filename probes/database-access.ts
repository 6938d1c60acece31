import type { Client } from "pg";
import { type Answer, fail, pass } from "./answer";
import { type ExpectedAccess, isDeclared } from "./expected-access";
import { quoted } from "./quoted";
import { cannotWrite, type ReadOnlySession, whyReadOnly } from "./read-only-session";

/** One table, view or sequence, and what the role that asks may do with it. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly sequence: boolean;
  readonly owner: string;
  /** Whether the role may use the schema. */
  readonly reached: boolean;
  readonly reads: boolean;
  /** Of a view and of what can only be read: true. */
  readonly writes: boolean;
  /** Row level security is on for this role, and no policy lets it see a row. */
  readonly hidden: boolean;
  /** Row level security is on for this role. */
  readonly guarded?: boolean;
}

/**
 * Of a policy `p`: whether it shows rows to those alone who came through Supabase's API with a token, which a session of a
 * service did not. One with another way to a row may show some; one without USING shows none (the answer is null).
 */
export const ASKS_WHO = `pg_get_expr(p.polqual, p.polrelid) ~ 'auth\\.(uid|jwt|role|email)\\(\\)|request\\.jwt'
  AND pg_get_expr(p.polqual, p.polrelid) !~ ' OR '`;

// PostgreSQL answers for the role that asks, memberships and PUBLIC included (functions-info: has_table_privilege).
// What an extension made, the sequence of an identity column, and a partition of a table that may be read need no grant.
const RELATIONS = `
SELECT n.nspname AS schema, c.relname AS name, c.relkind = 'S' AS sequence, pg_get_userbyid(c.relowner) AS owner,
  has_schema_privilege(n.oid, 'USAGE') AS reached,
  CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE')
    ELSE has_table_privilege(c.oid, 'SELECT') END AS reads,
  CASE WHEN c.relkind IN ('r', 'p') THEN has_table_privilege(c.oid, 'INSERT')
    AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE') ELSE true END AS writes,
  c.relkind IN ('r', 'p') AND row_security_active(c.oid) AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('r', '*')
      AND NOT (${ASKS_WHO}) AND EXISTS (SELECT FROM unnest(p.polroles) r WHERE CASE WHEN r = 0 THEN true ELSE pg_has_role(r, 'USAGE') END)
  ) AS hidden, c.relkind IN ('r', 'p') AND row_security_active(c.oid) AS guarded
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname = ANY($1)
  AND NOT EXISTS (SELECT FROM pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
  AND NOT (c.relispartition AND coalesce(has_table_privilege(pg_partition_root(c.oid), 'SELECT'), false))
ORDER BY n.nspname, c.relname LIMIT 5000`;

/** Whether the role may not read it; of a sequence: not use it. */
export const isClosed = ({ reached, reads }: Relation): boolean => !(reached && reads);

/** All that is in the schemas, as the role sees it that is logged in. */
export async function readRelations(
  client: Client,
  schemas: readonly string[],
): Promise<readonly Relation[]> {
  return (await client.query<Relation>(RELATIONS, [schemas])).rows;
}

/** What was found, in words for a pass; or the grants that are missing, to type. */
export function judgeAccess(
  role: string,
  relations: readonly Relation[],
  { privileges }: ExpectedAccess,
  readOnly?: ReadOnlySession,
): Answer {
  const tables = relations.filter(({ sequence }) => !sequence);
  const closed = tables.filter(isClosed);
  if (isDeclared(privileges)) {
    const missing = missingGrants(role, relations, privileges);
    if (missing.length > 0)
      return fail(denied(role, closed, relations, privileges), { correctiveAction: typed(missing) });
    if (privileges === "read-write" && readOnly !== undefined) return cannotWrite(role, readOnly);
  } else if (tables.length > 0 && closed.length === tables.length) {
    const grants = missingGrants(role, relations, "read");
    const all =
      tables.length === 1 ? "may not read the one table" : `may read none of the ${tables.length} tables`;
    return fail(`${role} ${all}`, {
      correctiveAction: typed(grants),
    });
  }
  const said = [
    readable(tables, closed),
    ...(privileges === undefined ? [writable(role, tables, readOnly)] : []),
    rowSecurity(role, tables),
  ];
  return pass(said.filter(Boolean).join("; "));
}

/** What is no fault of a role of which nothing is declared: it may be there to read. */
function writable(role: string, tables: readonly Relation[], readOnly: ReadOnlySession | undefined): string {
  if (readOnly !== undefined && tables.length > 0) return `writes none: ${whyReadOnly(readOnly)}`;
  const read = tables.filter(({ reached, reads }) => reached && reads);
  const closed = read.filter(({ writes }) => !writes);
  const [grant] = grantOf("INSERT, UPDATE, DELETE ON TABLE", closed, quoted(role));
  return grant === undefined ? "" : `may not write ${names(closed)} (\`${grant}\` lets it)`;
}

function readable(tables: readonly Relation[], closed: readonly Relation[]): string {
  if (tables.length === 0) return "there is no table yet";
  if (closed.length === 0)
    return `may read ${tables.length === 1 ? "the one table" : `all ${tables.length} tables`}`;
  return `may read ${tables.length - closed.length} of ${count(tables.length, "table")}, not ${names(closed)}`;
}

function rowSecurity(role: string, tables: readonly Relation[]): string {
  const hidden = tables.filter(({ reached, reads, hidden }) => reached && reads && hidden);
  if (hidden.length === 0) return "";
  return (
    `row level security hides every row of ${names(hidden)} from ${role}: no policy is for it, or each asks who is signed in ` +
    `(write one, or type \`ALTER ROLE ${role} BYPASSRLS;\` as an administrator)`
  );
}

function denied(
  role: string,
  closed: readonly Relation[],
  relations: readonly Relation[],
  privileges: string,
): string {
  const unwritable = relations.filter(({ sequence, reads, writes }) => reads && !sequence && !writes);
  const sequences = relations.filter(({ sequence, reads }) => sequence && !reads);
  const parts = [
    closed.length > 0 ? `may not read ${names(closed)}` : "",
    privileges === "read-write" && unwritable.length > 0 ? `may not write ${names(unwritable)}` : "",
    privileges === "read-write" && sequences.length > 0 ? `may not use the sequence ${names(sequences)}` : "",
  ];
  return `${role} ${parts.filter(Boolean).join(", and ")}, although its privileges are \`${privileges}\``;
}

/** The statements that the relations' owners, or an administrator, would have to run. */
export function missingGrants(
  role: string,
  relations: readonly Relation[],
  privileges: "read" | "read-write",
): readonly string[] {
  const to = quoted(role);
  const wrong = relations.filter((each) =>
    each.sequence
      ? privileges === "read-write" && isClosed(each)
      : isClosed(each) || (privileges === "read-write" && !each.writes),
  );
  const rights = privileges === "read" ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE";
  return [
    ...schemaGrants(wrong, to),
    ...grantOf(
      `${rights} ON TABLE`,
      wrong.filter(({ sequence }) => !sequence),
      to,
    ),
    ...grantOf(
      "USAGE, SELECT ON SEQUENCE",
      wrong.filter(({ sequence }) => sequence),
      to,
    ),
  ];
}

/** For each schema that the role may not use. `to` is quoted. */
export function schemaGrants(
  closed: readonly Pick<Relation, "schema" | "reached">[],
  to: string,
): readonly string[] {
  const schemas = new Set(closed.filter(({ reached }) => !reached).map(({ schema }) => schema));
  return [...schemas].map((schema) => `GRANT USAGE ON SCHEMA ${quoted(schema)} TO ${to};`);
}

const grantOf = (what: string, which: readonly Relation[], to: string): readonly string[] =>
  which.length === 0
    ? []
    : [`GRANT ${what} ${which.slice(0, MOST_NAMES).map(identified).join(", ")}${more(which)} TO ${to};`];

const MOST_NAMES = 10;

export const typed = (grants: readonly string[]): string =>
  `Type as the owner or an administrator: ${grants.join(" ")}`;

export const identified = ({ schema, name }: Pick<Relation, "schema" | "name">): string =>
  `${quoted(schema)}.${quoted(name)}`;

const more = (which: readonly unknown[]): string =>
  which.length > MOST_NAMES ? ` /* and ${which.length - MOST_NAMES} more */` : "";

function names(relations: readonly Relation[]): string {
  const shown = relations.slice(0, 3).map(({ schema, name }) => `${schema}.${name}`);
  const rest = relations.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
