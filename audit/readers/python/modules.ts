import path from "node:path";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { ParsedFiles } from "../code/parsed-files";
import { PythonModule } from "./module";
import type { PythonImport } from "./names";

/** The modules of one repository, each parsed when a name is first followed into it. */
export class PythonModules {
  private readonly parsed: ParsedFiles<PythonModule>;

  constructor(private readonly repository: Repository) {
    this.parsed = new ParsedFiles(
      repository,
      (file) => new PythonModule(file, (from, wanted) => this.find(from, wanted)),
    );
  }

  of(file: SourceFile): PythonModule | undefined {
    return this.parsed.of(file);
  }

  /** The one file that an import may mean; undefined where several could be meant, since nothing says from where code is started. */
  private find(from: string, { level, module }: PythonImport): PythonModule | undefined {
    const found = new Set<string>();
    for (const folder of level > 0 ? relative(from, level) : roots(from)) {
      const target = path.posix.join(folder, ...module);
      for (const file of module.length === 0 ? [] : [`${target}.py`])
        if (this.repository.has(file)) found.add(file);
      const packaged = path.posix.join(target, "__init__.py");
      if (this.repository.has(packaged)) found.add(packaged);
    }
    const [only] = found;
    return found.size === 1 && only !== undefined ? this.parsed.at(only) : undefined;
  }
}

/** One dot is the file's own package, and each further one the package above. */
function relative(from: string, level: number): readonly string[] {
  const names = path.posix
    .dirname(from)
    .split("/")
    .filter((name) => name !== ".");
  return level - 1 > names.length ? [] : [names.slice(0, names.length - level + 1).join("/")];
}

/** Folders from which code may be started: each above the file, and `src` in it. */
function roots(from: string): readonly string[] {
  const names = path.posix
    .dirname(from)
    .split("/")
    .filter((name) => name !== ".");
  const folders = names.map((_, index) => names.slice(0, index + 1).join("/"));
  return ["", ...folders].flatMap((folder) => [folder, path.posix.join(folder, "src")]);
}
