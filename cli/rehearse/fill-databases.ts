import type { StackFile } from "../stacks/stack-file";
import { applySql } from "./database/apply-sql";
import { makeDatabases, makeDeclaredRoles } from "./database/declared-roles";
import { sqlFilesOf } from "./database/sql-files";
import type { RehearsalEnvironment } from "./environment";
import type { Phases } from "./phases";

/** A stack whose databases are filled. */
export interface Filled {
  readonly file: StackFile;
  readonly environment: RehearsalEnvironment;
  readonly phases: Phases;
  readonly signal: AbortSignal;
  readonly onStep: (step: string) => void;
}

/** Applies the repository's migrations to the empty databases, as the projects' owners. @throws SqlProblem, CommandError */
export async function fillDatabases({ file, environment, phases, onStep, signal }: Filled): Promise<void> {
  const found = await sqlFilesOf(environment.sources, file);
  if (found.length === 0) return;
  for (const { server, databases } of environment.serversOf(file.stack)) {
    await makeDatabases(server, databases);
  }
  for (const { database, files } of found) {
    const target = environment.targetOf(file.stack, database);
    const where = database === undefined ? "" : ` to ${database}`;
    onStep(`applying ${files.map(({ name }) => name).join(", ")}${where}`);
    await phases.measure("migrations", "theirs", () => applySql(target, files, signal));
  }
}

/** Makes the roles that the stack expects to be there already. */
export async function makeRoles(
  { stack }: Pick<StackFile, "stack">,
  environment: RehearsalEnvironment,
): Promise<void> {
  for (const { server, databases } of environment.serversOf(stack))
    await makeDeclaredRoles(server, databases);
}
