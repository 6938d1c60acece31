import path from "node:path";
import type { Fact } from "../../../domain";
import type { Chain } from "../chain";
import { compiledFile, isNamedByBuild } from "./compiled-elsewhere";
import { inferredRoot } from "./inferred-root";
import { only, type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/**
 * A file that TypeScript's compiler writes to another folder of `outDir`: below it each file has its path from `rootDir`
 * (typescriptlang.org/tsconfig: rootDir).
 */
export function compiledLayout(
  project: Project,
  chain: Chain,
  commands: readonly RunningCommand[],
): readonly Fact[] {
  const { repository } = project;
  const compiled = compiledFile(project, chain);
  if (compiled?.inOut === undefined) return [];
  const { started, command, place, out, inOut: below, home, settings } = compiled;
  const written = rootOf(settings);
  const root = written ?? inferredRoot(home, settings, repository, commands);
  if (root === undefined || isNamedByBuild(compiled, project)) return [];
  const source = below.replace(/js$/, "ts");
  const at = path.posix.join(home, root);
  // Where the compiler finds the root itself, it may be a folder above.
  const roots = written === undefined ? foldersTo(at) : [at];
  const isThere = (folder: string): boolean =>
    [source, `${source}x`, below].some((one) => repository.has(path.posix.join(folder, one)));
  if (roots.some(isThere)) return [];
  const found = only(
    repository
      .below(at === "." ? "" : at, ".ts")
      .filter((one) => one === path.posix.join(home, source) || one.endsWith(`/${source}`)),
  );
  if (found === undefined) return [];
  const elsewhere = path.posix.join(out, path.posix.relative(at, found).replace(/ts$/, "js"));
  const what = { file: path.posix.normalize(started), command, elsewhere, isBuilt: true as const };
  return [{ kind: "missing-file", ...subjectOf(project), place, ...what, by: "start command" }];
}

/** A folder, and those above it up to the repository's own. */
function foldersTo(folder: string): readonly string[] {
  const names = folder.split("/").filter((name) => name !== ".");
  return [...names.keys(), names.length].map((length) => names.slice(0, length).join("/") || ".");
}

function rootOf(settings: string): string | undefined {
  if (/"(?:rootDirs|noEmit|composite|emitDeclarationOnly|outFile)"\s*:/.test(settings)) return undefined;
  const [found, ...more] = settings.matchAll(/"rootDir"\s*:\s*"([^"]+)"/g);
  return more.length > 0 ? undefined : found?.[1];
}
