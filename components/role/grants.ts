import { type Administrator, named } from "./administrator";
import { LATER, missingDefaults } from "./defaults";
import { unknownOwners, unreachedSchemas } from "./grant-refusals";
import type { ManagedRole, Privileges } from "./inputs";
import { toldNeeds } from "./needs";
import { closedViews, hiddenTables, objectsIn, RIGHTS, type SchemaObject } from "./objects";
import { EXTENSIONS } from "./own-schemas";

/** What the role lacks of its privileges. */
export interface DueGrants {
  /** To run, in this order. */
  readonly statements: readonly string[];
  /** What the administrator cannot grant, in words. */
  readonly beyond: readonly string[];
}

type Declared = Pick<ManagedRole, "role" | "login" | "privileges" | "schemas" | "owners" | "server">;

/** Compares what the role may do with what is declared; nothing is changed. */
export async function dueGrants(administrator: Administrator, declared: Declared): Promise<DueGrants> {
  const { role, privileges, schemas } = declared;
  const database = await missingConnect(administrator, declared);
  if (privileges === "custom") return { statements: database, beyond: [] };
  const reached = await missingSchemas(administrator, declared, privileges);
  const objects = (await objectsIn(administrator, schemas, role, privileges)).filter(
    ({ allowed, owner }) => !allowed && owner !== role,
  );
  const grantable = objects.filter((each) => each.grantable);
  const beyond = objects.filter((each) => !each.grantable);
  return {
    statements: [
      ...database,
      ...reached,
      ...(await missingExtensions(administrator, declared)),
      ...grantsOf(grantable, role, privileges),
      ...(await missingDefaults(administrator, declared, privileges)),
    ],
    beyond: beyond.map(({ name, owner }) => `${name} of ${owner}`),
  };
}

export interface Granted {
  /** Statements that the administrator may not run: another has to. */
  readonly denied: readonly string[];
  /** For the user: what could not be granted, and what will not be seen. */
  readonly told: readonly string[];
}

/** Grants what is due. */
export async function grantAll(administrator: Administrator, declared: Declared): Promise<Granted> {
  const { role, privileges, schemas } = declared;
  if (privileges !== "custom") await unknownOwners(administrator, declared);
  const { statements, beyond } = await dueGrants(administrator, declared);
  for (const statement of statements) {
    // A grant that goes beyond the administrator's own rights is reported with the others, not by PostgreSQL's error.
    if (/^GRANT \w+ ON (?:DATABASE|SCHEMA) /.test(statement)) await administrator.attempt(statement);
    else await administrator.run(statement, `run \`${statement}\``);
  }
  if (privileges === "custom") return { denied: [], told: [] };
  await unreachedSchemas(administrator, declared);
  const denied = (await dueGrants(administrator, declared)).statements;
  const hidden = await hiddenTables(administrator, schemas, role);
  const closed = await closedViews(administrator, schemas, role);
  const needs = await toldNeeds(administrator, declared);
  return {
    denied,
    told: [
      ...(beyond.length > 0
        ? [`\`${administrator.name}\` may not let \`${role}\` use ${some(beyond)}: their owner may.`]
        : []),
      ...denied.map((each) => `\`${administrator.name}\` may not run \`${each};\`: type it as who may.`),
      ...(hidden.length > 0
        ? [
            `Row level security hides every row of ${some(hidden)} from \`${role}\`: write a policy for it, or type ` +
              "`pulumi config set --path portcullis:database.bypassRowLevelSecurity true`.",
          ]
        : []),
      ...(closed.length > 0
        ? [
            `\`${role}\` may not read what is behind ${some(closed)}: a view with \`security_invoker\` asks as who reads it. ` +
              "Grant that, or declare its schema in `schemas`.",
          ]
        : []),
      ...needs.map((each) => `${each}.`),
    ],
  };
}

/** Takes back what an earlier declaration granted, in the transaction that grants again. */
export async function revokeAll(administrator: Administrator, before: Declared): Promise<void> {
  const { role, privileges, schemas, owners } = before;
  if (privileges === "custom") return;
  const from = `FROM ${named(role)}`;
  const there = await existing(administrator, "pg_namespace", schemas);
  // One that is gone makes nothing any more, and took its defaults with it.
  const makers = await existing(administrator, "pg_roles", owners);
  const objects = await objectsIn(administrator, there, role, "read-write");
  const mine = objects.filter(({ grantable, owner }) => grantable && owner !== role);
  for (const [kind, names] of byKind(mine)) {
    await administrator.run(
      `REVOKE ALL ON ${kind} ${names.join(", ")} ${from}`,
      "take back earlier privileges",
    );
  }
  for (const schema of there) {
    await administrator.attempt(`REVOKE ALL ON SCHEMA ${named(schema)} ${from}`);
    for (const owner of makers) {
      for (const [, kind] of LATER) {
        await administrator.attempt(
          `ALTER DEFAULT PRIVILEGES FOR ROLE ${named(owner)} IN SCHEMA ${named(schema)} REVOKE ALL ON ${kind} ${from}`,
        );
      }
    }
  }
}

async function existing(
  { ask }: Administrator,
  catalogue: "pg_namespace" | "pg_roles",
  names: readonly string[],
): Promise<readonly string[]> {
  const column = catalogue === "pg_roles" ? "rolname" : "nspname";
  const rows = await ask<{ name: string }>(
    `SELECT ${column} AS name FROM ${catalogue} WHERE ${column} = ANY($1) ORDER BY 1`,
    [names],
  );
  return rows.map(({ name }) => name);
}

/** PUBLIC may connect to a database unless that was revoked. */
async function missingConnect(
  { ask }: Administrator,
  { role, server }: Declared,
): Promise<readonly string[]> {
  const [row] = await ask<{ may: boolean }>(
    "SELECT has_database_privilege($1::name, current_database(), 'CONNECT') AS may",
    [role],
  );
  return row?.may === true ? [] : [`GRANT CONNECT ON DATABASE ${named(server.database)} TO ${named(role)}`];
}

async function missingSchemas(
  { ask }: Administrator,
  { role, schemas }: Declared,
  privileges: Privileges,
): Promise<readonly string[]> {
  const wanted = privileges === "read-write" ? ["USAGE", "CREATE"] : ["USAGE"];
  const rows = await ask<{ schema: string; right: string }>(
    `SELECT n.nspname AS schema, r AS "right" FROM pg_namespace n, unnest($2::text[]) r
     WHERE n.nspname = ANY($1) AND NOT has_schema_privilege($3::name, n.oid, r) ORDER BY 1, 2 DESC`,
    [schemas, wanted, role],
  );
  // One right a statement: an administrator may have the one and lack the other.
  return rows.map(({ schema, right }) => `GRANT ${right} ON SCHEMA ${named(schema)} TO ${named(role)}`);
}

/**
 * Without USAGE the functions and types of extensions are not found, such as those of pgcrypto and pgvector. Supabase lets
 * the administrator and its API's roles alone into their schema, and the administrator may let others in (docs/facts/supabase.md#s30).
 */
async function missingExtensions({ ask }: Administrator, { role }: Declared): Promise<readonly string[]> {
  const rows = await ask(
    `SELECT FROM pg_namespace n WHERE n.nspname = $1 AND EXISTS (SELECT FROM pg_extension WHERE extnamespace = n.oid)
       AND NOT has_schema_privilege($2::name, n.oid, 'USAGE')`,
    [EXTENSIONS, role],
  );
  return rows.map(() => `GRANT USAGE ON SCHEMA ${named(EXTENSIONS)} TO ${named(role)}`);
}

function grantsOf(
  objects: readonly SchemaObject[],
  role: string,
  privileges: Exclude<Privileges, "custom">,
): readonly string[] {
  return byKind(objects).map(
    ([kind, names]) => `GRANT ${RIGHTS[privileges][kind]} ON ${kind} ${names.join(", ")} TO ${named(role)}`,
  );
}

function byKind(objects: readonly SchemaObject[]): readonly (readonly [SchemaObject["kind"], string[]])[] {
  const kinds = ["TABLE", "SEQUENCE", "ROUTINE", "TYPE"] as const;
  return kinds
    .map((kind) => [kind, objects.filter((each) => each.kind === kind).map(({ name }) => name)] as const)
    .filter(([, names]) => names.length > 0);
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
