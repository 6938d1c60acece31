import path from "node:path";
import type { Fact } from "../../../domain";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { compilerOf, isNamedByBuild } from "./compiled-elsewhere";
import { type Project, subjectOf } from "./project";

/**
 * A file that TypeScript's compiler writes to another folder of `outDir`: below it each file has its path from `rootDir`
 * (typescriptlang.org/tsconfig: rootDir).
 */
export function compiledLayout(project: Project, chain: Chain): readonly Fact[] {
  const { repository, bases } = project;
  const last = chain.steps.at(-1);
  const [program, file = ""] = startedWords(last?.text ?? "");
  const [, started = "", folder = ""] = /^((?:\.\/)?([\w-]+)\/[\w./-]+\.[cm]?js)$/.exec(file) ?? [];
  if (last === undefined || program !== "node" || folder === "") return [];
  const base = bases.find((one) => repository.has(path.posix.join(one, "package.json")));
  if (base === undefined || !repository.lacks(path.posix.join(base, folder))) return [];
  const compiler = compilerOf(base, folder, project);
  const root = rootOf(compiler?.settings ?? "");
  if (compiler?.out !== folder || root === undefined || isNamedByBuild(folder, project)) return [];
  const below = path.posix.normalize(started).slice(folder.length + 1);
  const source = below.replace(/js$/, "ts");
  const at = path.posix.normalize(path.posix.join(base, root));
  const has = (name: string): boolean => [name, `${name}x`].some((one) => repository.has(one));
  if (has(path.posix.normalize(path.posix.join(at, source))) || repository.has(path.posix.join(at, below)))
    return [];
  const within = at === "." ? "" : at;
  const [only, ...others] = repository
    .below(within, ".ts")
    .filter(
      (one) => one === path.posix.normalize(path.posix.join(base, source)) || one.endsWith(`/${source}`),
    );
  if (only === undefined || others.length > 0) return [];
  const elsewhere = path.posix.join(folder, path.posix.relative(at, only).replace(/ts$/, "js"));
  const what = {
    file: path.posix.normalize(started),
    command: `node ${file}`,
    elsewhere,
    isBuilt: true as const,
  };
  return [{ kind: "missing-file", ...subjectOf(project), place: last.place, ...what, by: "start command" }];
}

function rootOf(settings: string): string | undefined {
  if (/"(?:rootDirs|noEmit|composite|emitDeclarationOnly|outFile)"\s*:/.test(settings)) return undefined;
  const [found, ...more] = settings.matchAll(/"rootDir"\s*:\s*"([^"]+)"/g);
  return more.length > 0 ? undefined : found?.[1];
}
