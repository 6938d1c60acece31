import path from "node:path";
import { lineAt } from "../../../domain/text-place";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import type { Imports, Language } from "../code/module-graph";
import type { SyntaxTree } from "../code/syntax-tree";
import { JSON_FILE, jsonSettings } from "./json-settings";
import { JavaScriptModule } from "./module";
import { TypeScriptPaths } from "./typescript-paths";
import { WorkspacePackages } from "./workspace-packages";

const aliasesOf = oncePerRepository((repository) => new TypeScriptPaths(repository));

/** Of files of JavaScript and TypeScript. */
export const ENDINGS = [".ts", ".tsx", ".js", ".mjs", ".cjs", ".mts", ".cts", ".jsx"];

/** JavaScript and TypeScript for the graph of modules. */
export const JAVASCRIPT_LANGUAGE: Language<JavaScriptModule, string> = {
  name: "JavaScript",
  accepts: (file) => /\.[cm]?[jt]sx?$/.test(file),
  // A file of JSON exports what it holds.
  parse: (file, find) =>
    JavaScriptModule.of(
      JSON_FILE.test(file.path) ? { ...file, text: `export default ${file.text}` } : file,
      find,
    ),
  /**
   * The file of `./config`, what tsconfig.json says of other names, by the alias that most projects choose for
   * `src`, of `@/config`, and a package of the same repository.
   */
  resolver: (repository) => {
    const aliases = aliasesOf(repository);
    const packages = WorkspacePackages.of(repository);
    return (from, wanted) => {
      const folder = path.posix.dirname(from);
      const settings = jsonSettings(repository, folder, wanted);
      if (settings !== undefined) return [settings];
      if (/^\.{1,2}(?:\/|$)/.test(wanted))
        return javaScriptFiles(repository, [path.posix.join(folder, wanted)]);
      const aliased = javaScriptFiles(repository, aliases.targets(from, wanted));
      if (aliased.length > 0) return aliased;
      const [, below] = /^[@~]\/(.+)$/.exec(wanted) ?? [];
      if (below === undefined) return javaScriptFiles(repository, packages.targets(wanted)).slice(0, 1);
      const names = folder.split("/").filter((name) => name !== ".");
      const above = ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
      return javaScriptFiles(
        repository,
        above.map((root) => path.posix.join(root, "src", below)),
      );
    };
  },
  targets: (from, wanted, repository) => {
    // A picture or a style sheet is no code.
    if (/\.(?!(?:[cm]?[jt]sx?)$)[a-z]+$/i.test(wanted)) return [];
    const named = /^\.{1,2}\//.test(wanted)
      ? [path.posix.join(path.posix.dirname(from), wanted)]
      : aliasesOf(repository).byPattern(from, wanted);
    return named
      .map((target) => target.replace(/\.[cm]?js$/, ""))
      .flatMap((plain) => [plain, `${plain}/index`])
      .flatMap((name) => ENDINGS.map((ending) => name + ending));
  },
  imports: importsOf,
};

/** For each target without an ending, or with that of what is built from it, the file that the repository has. */
export function javaScriptFiles(repository: Repository, targets: readonly string[]): readonly string[] {
  const found = targets.flatMap((target) => {
    // TypeScript's `./config.js` is the file `config.ts`.
    const plain = target.replace(/\.[cm]?js$/, "");
    const files = [
      target,
      ...[plain, `${plain}/index`].flatMap((name) => ENDINGS.map((ending) => name + ending)),
    ];
    return files.find((file) => /\.[cm]?[jt]sx?$/.test(file) && repository.has(file)) ?? [];
  });
  return [...new Set(found)];
}

const IMPORTED =
  /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\(|\brequire\.resolve\s*\()\s*["'`]([^"'`\n$]{1,300})["'`]/g;
/** `new Worker("./worker.js")`, `new URL("./a.js", import.meta.url)`, `fork("./server.js")` load a file too. */
const LOADED = /\b(?:Worker|URL|fork)\s*\(\s*["'](\.{1,2}\/[^"'\n]{1,300}\.[cm]?[jt]s)["']/g;
const COMPUTED =
  /\b(?:require|import)\s*\(\s*(?:[A-Za-z_$][\w$.]*\s*[,)+[(]|`[^`]{0,200}\$\{|["'][^"'\n]*["']\s*\+)|\bimport\.meta\.glob/;

/** `import type` and `export type … from` are gone when the code runs. */
const TYPES_ALONE = /\b(?:import|export)\s+type\b[^;"'`]{0,2000}?\bfrom\s*["'][^"'\n]*["']/g;
const COMMENT_OR_TEXT = /^(?:LineComment|BlockComment|String|TemplateString|RegExp)$/;

function importsOf(
  { text: whole }: SourceFile,
  _: Repository,
  tree: () => SyntaxTree | undefined,
): Imports<string> {
  const text = /\btype\b/.test(whole)
    ? whole.replaceAll(TYPES_ALONE, (found) => " ".repeat(found.length))
    : whole;
  const matches = [...text.matchAll(IMPORTED), ...text.matchAll(LOADED)];
  const computed = COMPUTED.exec(text);
  // Without a comment or a text that could hold it, what looks like an import is one.
  const parsed = /\/[/*]|`/.test(text) && matches.length > 0 ? tree() : undefined;
  const runs = ({ index }: { readonly index: number }): boolean =>
    parsed === undefined || !COMMENT_OR_TEXT.test(parsed.at(index).name);
  const wanted = matches.filter(runs).map(([, name = ""]) => name);
  if (computed === null || !runs(computed)) return { wanted };
  return { wanted, computed: lineAt(text, computed.index) };
}
