import path from "node:path";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import { ParsedFiles } from "../code/parsed-files";
import { JavaScriptModule } from "./module";
import { TypeScriptPaths } from "./typescript-paths";

const ENDINGS = [".ts", ".tsx", ".js", ".mjs", ".cjs", ".mts", ".cts", ".jsx"];

/** The files of one repository, each parsed when a name is first followed into it. */
export class JavaScriptModules {
  private readonly parsed: ParsedFiles<JavaScriptModule>;
  private readonly aliases: TypeScriptPaths;

  constructor(private readonly repository: Repository) {
    this.aliases = new TypeScriptPaths(repository);
    this.parsed = new ParsedFiles(
      repository,
      (file) => new JavaScriptModule(file, (from, wanted) => this.find(from, wanted)),
    );
  }

  of(file: SourceFile): JavaScriptModule | undefined {
    return this.parsed.of(file);
  }

  /**
   * The file of `./config`, what tsconfig.json says of other names, and by the alias that most projects choose for
   * `src`, of `@/config`.
   */
  private find(from: string, wanted: string): JavaScriptModule | undefined {
    const folder = path.posix.dirname(from);
    if (/^\.{1,2}\//.test(wanted)) return this.one([path.posix.join(folder, wanted)]);
    const aliased = this.one(this.aliases.targets(from, wanted));
    if (aliased !== undefined) return aliased;
    const [, below] = /^[@~]\/(.+)$/.exec(wanted) ?? [];
    if (below === undefined) return undefined;
    const names = folder.split("/").filter((name) => name !== ".");
    const above = ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
    return this.one(above.map((root) => path.posix.join(root, "src", below)));
  }

  private one(targets: readonly string[]): JavaScriptModule | undefined {
    const found = targets.flatMap((target) => {
      // TypeScript's `./config.js` is the file `config.ts`.
      const plain = target.replace(/\.[cm]?js$/, "");
      const files = [
        target,
        ...[plain, `${plain}/index`].flatMap((name) => ENDINGS.map((ending) => name + ending)),
      ];
      return files.find((file) => /\.[cm]?[jt]sx?$/.test(file) && this.repository.has(file)) ?? [];
    });
    const [only] = found;
    return found.length === 1 && only !== undefined ? this.parsed.at(only) : undefined;
  }
}
