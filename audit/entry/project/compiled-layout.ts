import path from "node:path";
import type { Fact } from "../../../domain";
import type { Chain } from "../chain";
import { compiledFile, isNamedByBuild } from "./compiled-elsewhere";
import { only, type Project, subjectOf } from "./project";

/**
 * A file that TypeScript's compiler writes to another folder of `outDir`: below it each file has its path from `rootDir`
 * (typescriptlang.org/tsconfig: rootDir).
 */
export function compiledLayout(project: Project, chain: Chain): readonly Fact[] {
  const { repository } = project;
  const compiled = compiledFile(project, chain);
  const root = rootOf(compiled?.settings ?? "");
  if (compiled?.inOut === undefined || root === undefined) return [];
  if (isNamedByBuild(compiled, project)) return [];
  const { started, command, place, out, inOut: below, home } = compiled;
  const source = below.replace(/js$/, "ts");
  const at = path.posix.join(home, root);
  const inRoot = path.posix.join(at, source);
  if ([inRoot, `${inRoot}x`, path.posix.join(at, below)].some((one) => repository.has(one))) return [];
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

function rootOf(settings: string): string | undefined {
  if (/"(?:rootDirs|noEmit|composite|emitDeclarationOnly|outFile)"\s*:/.test(settings)) return undefined;
  const [found, ...more] = settings.matchAll(/"rootDir"\s*:\s*"([^"]+)"/g);
  return more.length > 0 ? undefined : found?.[1];
}
