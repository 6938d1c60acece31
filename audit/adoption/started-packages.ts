import path from "node:path";
import { simpleCommands } from "../../domain/start-command/shell";
import { inFolders } from "../entry/folders";
import { packageRun, workspaceFolders } from "../entry/package-run";
import { withoutWrappers } from "../entry/wrappers";
import type { Repository } from "../reader";
import { WorkspacePackages } from "../readers/javascript/workspace-packages";
import type { DeclaredService } from "./declared-service";

/** The folders below that commands of these services go to, or of whose package they run a script. */
export function startedPackages(
  declared: readonly DeclaredService[],
  repository: Repository,
): ReadonlySet<string> {
  const packages = WorkspacePackages.of(repository);
  const found = declared.flatMap(({ folder, stated: { start } }) => {
    const commands = simpleCommands(start?.value ?? "");
    return commands.flatMap(({ words }, index) => {
      const bases = inFolders(commands.slice(0, index + 1), [folder]);
      const run = packageRun(withoutWrappers(words));
      if (run === undefined || run === "many") return bases;
      if (run.workspace !== undefined) return workspaceFolders(run.workspace, bases, packages);
      return bases.map((base) => path.posix.join(base, run.folder ?? ""));
    });
  });
  const own = new Set(declared.map(({ folder }) => folder));
  return new Set(found.map((one) => (one === "." ? "" : one)).filter((one) => one !== "" && !own.has(one)));
}
