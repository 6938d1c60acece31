import { type Administrator, literal, named } from "./administrator";
import type { ManagedRole } from "./inputs";
import { takenSchema } from "./refusals";

type Declared = Pick<ManagedRole, "role" | "login" | "schemas" | "ownSchemas">;

// A schema's comment, so that what is dropped is known to be the role's even where an interrupted update kept no state.
const markOf = (role: string): string => `portcullis: dropped with the role ${role}`;

// Supabase has its extensions there; a schema that is not there is passed over (PostgreSQL: search_path).
export const EXTENSIONS = "extensions";

/**
 * Makes the schemas that are the role's own, and lets its sessions look there first and in no other schema of data. One
 * that is no longer declared stays, since it may have the only copy of what is in it.
 *
 * @returns what stays, in words
 */
export async function ensureOwnSchemas(
  administrator: Administrator,
  now: Declared,
  before: Declared | undefined,
): Promise<readonly string[]> {
  const { login } = now;
  if (now.ownSchemas === true) await makeOwnSchemas(administrator, now, before);
  else if (before?.ownSchemas === true) {
    await administrator.run(
      `ALTER ROLE ${named(login)} RESET search_path`,
      `let the login \`${login}\` find all schemas`,
    );
  }
  const left: string[] = [];
  for (const schema of before?.ownSchemas === true ? before.schemas : []) {
    const isKept = now.ownSchemas === true && now.schemas.includes(schema);
    if (!isKept && (await markAt(administrator, schema)) !== undefined) left.push(schema);
  }
  return left.map(
    (schema) =>
      `The schema \`${schema}\` was made with the role and stays, with all that is in it. Where it is not needed type ` +
      `\`DROP SCHEMA ${named(schema)} CASCADE;\``,
  );
}

async function makeOwnSchemas(
  administrator: Administrator,
  { role, login, schemas }: Declared,
  before: Declared | undefined,
): Promise<void> {
  const marks = [role, before?.role ?? role].map(markOf);
  for (const schema of schemas) {
    const mark = await markAt(administrator, schema);
    if (mark === undefined) {
      await administrator.run(`CREATE SCHEMA ${named(schema)}`, `make the schema \`${schema}\``);
    } else if (!marks.includes(mark)) throw takenSchema(schema);
    await administrator.run(
      `COMMENT ON SCHEMA ${named(schema)} IS ${literal(markOf(role))}`,
      `mark the schema \`${schema}\``,
    );
  }
  await administrator.run(
    pathOf(login, schemas),
    `let the login \`${login}\` find \`${schemas.join("`, `")}\``,
  );
}

// Settings are the login's: those of a role that it acts as are not read.
const pathOf = (login: string, schemas: readonly string[]): string =>
  `ALTER ROLE ${named(login)} SET search_path = ${[...schemas, EXTENSIONS].map(named).join(", ")}`;

/** What the login lacks to look into its own schemas first. */
export async function missingPath(
  { ask }: Administrator,
  { login, schemas, ownSchemas }: Declared,
): Promise<readonly string[]> {
  if (ownSchemas !== true) return [];
  const rows = await ask(
    `SELECT FROM pg_roles WHERE rolname = $1 AND ('search_path=' ||
       (SELECT string_agg(quote_ident(s), ', ' ORDER BY at) FROM unnest($2::text[]) WITH ORDINALITY p(s, at))) = ANY(rolconfig)`,
    [login, [...schemas, EXTENSIONS]],
  );
  return rows.length > 0 ? [] : [pathOf(login, schemas)];
}

/** Drops the schemas that were made with the role, and all that is in them. One without the mark stays. */
export async function dropOwnSchemas(
  administrator: Administrator,
  { role, schemas, ownSchemas }: Declared,
): Promise<void> {
  if (ownSchemas !== true) return;
  for (const schema of schemas) {
    if ((await markAt(administrator, schema)) !== markOf(role)) continue;
    await administrator.run(`DROP SCHEMA ${named(schema)} CASCADE`, `drop the schema \`${schema}\``);
  }
}

/** A schema's comment, empty where it has none; undefined where there is no such schema. */
async function markAt({ ask }: Administrator, schema: string): Promise<string | undefined> {
  const [found] = await ask<{ mark: string }>(
    "SELECT coalesce(obj_description(oid, 'pg_namespace'), '') AS mark FROM pg_namespace WHERE nspname = $1",
    [schema],
  );
  return found?.mark;
}
