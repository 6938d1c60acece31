import type { EmbeddedSupabase } from "../../rehearsal/index";
import { declaredParents } from "../preview-environment/declared-branches";
import { rehearsal } from "../rehearsal";
import type { StackFile } from "../stacks/stack-file";
import { applySql } from "./database/apply-sql";
import { declaredDatabases } from "./database/declared-databases";
import { sqlFilesOf } from "./database/sql-files";
import type { Source } from "./source/sources";

interface Branching {
  readonly stacks: readonly StackFile[];
  readonly sources: readonly Source[];
  readonly signal: AbortSignal;
  /** The pooler's, by reference: each branch becomes one. */
  readonly tenants: Parameters<typeof import("../../rehearsal/index").startSupabase>[0]["tenants"];
}

/**
 * Supabase's Management API, where a stack declares branches for pull requests: each is a PostgreSQL of its own with the
 * migrations of the repository.
 *
 * @returns undefined where no stack declares one
 */
export async function startBranching({
  stacks,
  sources,
  signal,
  tenants,
}: Branching): Promise<EmbeddedSupabase | undefined> {
  const parents = new Map(
    stacks.flatMap((file) =>
      [...declaredParents(file.config)].map(([parent, own]) => [parent, { file, own }] as const),
    ),
  );
  const databases = [...parents.values()].flatMap(({ file }) => declaredDatabases(file));
  const first = databases.find(({ supabase }) => parents.has(supabase?.projectRef ?? ""));
  const poolerHost = first?.supabase?.poolerHost;
  if (poolerHost === undefined) return undefined;
  const { startSupabase, startHostedPostgres } = rehearsal();
  return startSupabase({
    ...{ projects: [...parents.keys()], tenants, poolerHost },
    startDatabase: () => startHostedPostgres(),
    migrate: async (server, parent) => {
      const declared = parents.get(parent);
      if (declared === undefined) return;
      for (const { database, files } of await sqlFilesOf(sources, declared.file)) {
        if (database !== undefined && !declared.own.includes(database)) continue;
        await applySql({ server, database: "postgres" }, files, signal);
      }
    },
  });
}
