import path from "node:path";
import type { Repository } from "../reader";
import { folderOf } from "../services/service-folders";

/**
 * The sources of the project whose program `dotnet NAME.dll` starts, with those of the projects that it refers to;
 * undefined where the repository has no such project, or only one (learn.microsoft.com/dotnet: project SDK, AssemblyName).
 *
 * @param program the program's file, without its folder
 */
export function dotnetProgram(
  program: string,
  repository: Repository,
): { readonly files: readonly string[] } | undefined {
  const only = dotnetProject(program, repository);
  if (only === undefined || repository.ending(".csproj").length === 1) return undefined;
  const reached = new Set([only]);
  for (const project of reached)
    for (const [, other = ""] of (repository.text(project) ?? "").matchAll(
      /<ProjectReference\s[^>]*\bInclude\s*=\s*"([^"]+)"/g,
    ))
      reached.add(
        path.posix.normalize(path.posix.join(path.posix.dirname(project), other.replaceAll("\\", "/"))),
      );
  return {
    files: [...reached].flatMap((project) => repository.below(folderOf(project), ".cs")),
  };
}

/** The project of which a program is built; undefined where none, or more than one, has its name. */
export function dotnetProject(program: string, repository: Repository): string | undefined {
  const [only, ...others] = dotnetProjects(program.replace(/\.(?:dll|exe)$/, ""), repository);
  return others.length === 0 ? only : undefined;
}

/** The projects whose programs have a name: that of the project's file, unless it gives another. */
export function dotnetProjects(name: string, repository: Repository): readonly string[] {
  return repository.ending(".csproj").filter((project) => {
    const [, given] = /<AssemblyName>\s*([^<\s]+)\s*</.exec(repository.text(project) ?? "") ?? [];
    return (given ?? path.posix.basename(project, ".csproj")) === name;
  });
}
