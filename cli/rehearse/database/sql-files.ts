import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { StackFile } from "../../stacks/stack-file";
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

/** What a stack's database gets before its service is deployed: Supabase's migrations and seed, and the stack's own. */
export async function sqlFilesOf(sources: readonly Source[], file: StackFile): Promise<readonly SqlFile[]> {
  const folders = [...new Set(sources.map(({ folder }) => path.join(folder, SUPABASE)))];
  const found = await Promise.all(folders.map(ofFolder));
  return [...found.flat(), ...ofStack(file)];
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

function ofStack({ stack, config }: StackFile): SqlFile[] {
  const { sql } = (config["portcullis:rehearsal"] ?? {}) as { sql?: unknown };
  return typeof sql === "string"
    ? [{ name: `portcullis:rehearsal.sql of Pulumi.${stack}.yaml`, text: sql }]
    : [];
}
