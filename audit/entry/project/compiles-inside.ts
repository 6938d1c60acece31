import path from "node:path";
import { flagValue } from "../../../domain/start-command/flag-value";
import type { Repository } from "../../reader";

/**
 * Whether TypeScript's compiler, or Nest's build by it, writes below the folder in which it runs; undefined of another
 * command (typescriptlang.org/tsconfig: outDir; docs.nestjs.com/cli/usages: nest build).
 */
export function compilesInside(
  written: readonly string[],
  folder: string,
  repository: Repository,
): boolean | undefined {
  const words = written[0] === "npx" ? written.slice(1) : written;
  const [program = "", ...given] = words;
  const isNest = program === "nest" && given[0] === "build";
  if (program !== "tsc" && !isNest) return undefined;
  if (given.some((word) => /^(?:-b|--build|--webpack|--builder|--outFile|--watch|-w)(?:=|$)/.test(word)))
    return false;
  const named = flagValue(given, ["-p", "--project"]);
  const names =
    named === undefined
      ? [...(isNest ? ["tsconfig.build.json"] : []), "tsconfig.json"]
      : [named.endsWith(".json") ? named : path.posix.join(named, "tsconfig.json")];
  const texts = names.flatMap((name) => repository.text(path.posix.join(folder, name)) ?? []);
  const plain = texts.map((text) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""));
  const nest = isNest ? (repository.text(path.posix.join(folder, "nest-cli.json")) ?? "") : "";
  if (plain.length === 0 || /\.\.|"(?:projects|webpack|builder)"/.test(nest)) return false;
  const settings = plain.join("\n");
  if (/"(?:outFile|references|rootDirs)"\s*:/.test(settings)) return false;
  const flagged = flagValue(given, ["--outDir"]);
  const outs =
    flagged === undefined
      ? [...settings.matchAll(/"outDir"\s*:\s*"([^"]*)"/g)].map(([, out = ""]) => out)
      : [flagged];
  // Another file's `outDir` is of that file's folder.
  const inherits = settings.replaceAll(/"extends"\s*:\s*"\.\/tsconfig\.json"/g, "").includes('"extends"');
  if (outs.length === 0) return !inherits;
  return outs.every((out) => !/^[/$]|(?:^|\/)\.\.(?:\/|$)/.test(out));
}
