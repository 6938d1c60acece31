import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { StackFile } from "../../stacks/stack-file";
import { stackFileName } from "../../stacks/stack-file-name";
import type { Source } from "../source/sources";

/** SQL that a fresh database is given, with its place for a message. */
export interface SqlFile {
  readonly name: string;
  readonly text: string;
}

/** Supabase's own folder in a repository, and in it what its command line applies, in its order. */
const SUPABASE = "supabase";
/** @see https://supabase.com/docs/guides/deployment/database-migrations: a time, then a name */
const MIGRATION = /^\d+_.*\.sql$/;

/** SQL for one of a stack's databases; undefined for the first. */
export interface DatabaseSql {
  readonly database: string | undefined;
  readonly files: readonly SqlFile[];
}

interface Declared {
  readonly sql?: unknown;
  readonly migrations?: unknown;
}

/**
 * What a stack's databases get before its services are deployed: Supabase's migrations and seed, then the stack's own,
 * in the first one but where `portcullis:rehearsal` names others.
 */
export async function sqlFilesOf(
  sources: readonly Source[],
  file: StackFile,
): Promise<readonly DatabaseSql[]> {
  const folders = [...new Set(sources.map(({ folder }) => path.join(folder, SUPABASE)))];
  const found = (await Promise.all(folders.map(ofFolder))).flat();
  const { sql, migrations } = (file.config["portcullis:rehearsal"] ?? {}) as Declared;
  const all: DatabaseSql[] = [
    { database: typeof migrations === "string" ? migrations : undefined, files: found },
    ...ofStack(file.stack, sql),
  ];
  return all.filter(({ files }) => files.length > 0);
}

async function ofFolder(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(path.join(folder, "migrations")).catch(() => [])).filter((name) =>
    MIGRATION.test(name),
  );
  const migrations = names.sort().map((name) => `migrations/${name}`);
  const files = await Promise.all(
    [...migrations, "seed.sql"].map(async (name) => ({
      name: `${SUPABASE}/${name}`,
      text: await readFile(path.join(folder, name), "utf8").catch(() => undefined),
    })),
  );
  return files.filter((file): file is SqlFile => file.text !== undefined);
}

function ofStack(stack: string, sql: unknown): readonly DatabaseSql[] {
  const own = (database: string | undefined, text: unknown): readonly DatabaseSql[] => {
    const key = ["portcullis:rehearsal.sql", ...(database === undefined ? [] : [database])].join(".");
    const name = `${key} of ${stackFileName(stack)}`;
    return typeof text === "string" ? [{ database, files: [{ name, text }] }] : [];
  };
  if (typeof sql !== "object" || sql === null) return own(undefined, sql);
  return Object.entries(sql).flatMap(([database, text]) => own(database, text));
}
