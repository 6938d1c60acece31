import path from "node:path";
import type { Repository } from "../reader";
import type { SourceFile } from "../source-file";
import { PythonModule } from "./python-module";
import type { PythonImport } from "./python-names";

/** How many characters of parsed files are kept: trees take much more memory than their texts. */
const MOST_KEPT = 2_000_000;

/** The modules of one repository, each parsed when a name is first followed into it. */
export class PythonModules {
  private readonly kept = new Map<string, PythonModule>();
  private characters = 0;

  constructor(private readonly repository: Repository) {}

  of(file: SourceFile): PythonModule {
    const kept = this.kept.get(file.path);
    return kept?.text === file.text ? kept : this.keep(file);
  }

  private keep(file: SourceFile): PythonModule {
    const module = new PythonModule(file, (from, wanted) => this.find(from, wanted));
    if (this.characters > MOST_KEPT) {
      this.kept.clear();
      this.characters = 0;
    }
    this.characters += file.text.length;
    this.kept.set(file.path, module);
    return module;
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
    return found.size === 1 && only !== undefined ? this.at(only) : undefined;
  }

  private at(file: string): PythonModule | undefined {
    const kept = this.kept.get(file);
    if (kept !== undefined) return kept;
    const text = this.repository.text(file);
    return text === undefined ? undefined : this.keep({ path: file, text });
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
