import path from "node:path";
import type { Repository } from "../reader";

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
  const projects = repository.ending(".csproj");
  const name = program.replace(/\.(?:dll|exe)$/, "");
  const found = projects.filter((project) => {
    const [, given] = /<AssemblyName>\s*([^<\s]+)\s*</.exec(repository.text(project) ?? "") ?? [];
    return (given ?? path.posix.basename(project, ".csproj")) === name;
  });
  const [only] = found;
  if (only === undefined || found.length > 1 || projects.length === 1) return undefined;
  const reached = new Set([only]);
  for (const project of reached)
    for (const [, other = ""] of (repository.text(project) ?? "").matchAll(
      /<ProjectReference\s[^>]*\bInclude\s*=\s*"([^"]+)"/g,
    ))
      reached.add(
        path.posix.normalize(path.posix.join(path.posix.dirname(project), other.replaceAll("\\", "/"))),
      );
  return {
    files: [...reached].flatMap((project) => {
      const folder = path.posix.dirname(project);
      return repository.below(folder === "." ? "" : folder, ".cs");
    }),
  };
}
