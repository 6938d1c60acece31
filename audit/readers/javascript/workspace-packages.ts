import path from "node:path";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";

/** The packages of a repository by their names, as a monorepo's applications import each other's. */
export class WorkspacePackages {
  private folders: ReadonlyMap<string, string> | undefined;

  private constructor(private readonly repository: Repository) {}

  /** Those of a repository, which are looked up once. */
  static readonly of = oncePerRepository(
    (repository): WorkspacePackages => new WorkspacePackages(repository),
  );

  /** The possible places of an import's package, or of what it names below one. */
  targets(wanted: string): readonly string[] {
    const [name = "", ...rest] = packageName(wanted);
    const folder = this.named().get(name);
    if (folder === undefined) return [];
    const below = rest.join("/");
    const inFolder = (...parts: readonly string[]): string => path.posix.join(folder, ...parts);
    return below === ""
      ? [inFolder("src", "index"), inFolder("index"), inFolder("lib", "index"), inFolder("src", "main")]
      : [inFolder(below), inFolder("src", below), inFolder("lib", below)];
  }

  /** The folder of each package. */
  named(): ReadonlyMap<string, string> {
    this.folders ??= new Map(
      this.repository.named("package.json").flatMap((file) => {
        const name = /"name"\s*:\s*"([^"\\]{1,200})"/.exec(this.repository.text(file) ?? "")?.[1];
        return name === undefined ? [] : [[name, path.posix.dirname(file)] as const];
      }),
    );
    return this.folders;
  }
}

function packageName(wanted: string): readonly string[] {
  const [first = "", second = "", ...rest] = wanted.split("/");
  return first.startsWith("@")
    ? [`${first}/${second}`, ...rest]
    : [first, ...(second === "" ? [] : [second]), ...rest];
}
