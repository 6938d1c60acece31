import path from "node:path";
import { lineAt } from "../../../domain/text-place";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import type { Imports, Language } from "../code/module-graph";
import { ancestorsOf, type SyntaxTree } from "../code/syntax-tree";
import { PythonModule } from "./module";
import type { PythonImport } from "./names";

/** Python for the graph of modules. */
export const PYTHON_LANGUAGE: Language<PythonModule, PythonImport> = {
  name: "Python",
  accepts: (file) => file.endsWith(".py"),
  parse: (file, find) => PythonModule.of(file, find),
  // Nothing says from where code is started, so that a name may mean a file below any folder above.
  resolver:
    (repository) =>
    (from, { level, module }) => {
      const found = new Set<string>();
      for (const folder of level > 0 ? relative(from, level) : roots(from)) {
        const target = [folder, ...module].filter((name) => name !== "").join("/");
        for (const file of module.length === 0 ? [] : [`${target}.py`])
          if (repository.has(file)) found.add(file);
        const packaged = target === "" ? "__init__.py" : `${target}/__init__.py`;
        if (repository.has(packaged)) found.add(packaged);
      }
      return [...found];
    },
  // One name alone may be a package that is installed, such as `Crypto` beside a file `crypto.py`.
  targets: (from, { level, module, loose }) =>
    (loose === true ? [] : level > 0 ? relative(from, level) : roots(from)).flatMap((folder) =>
      module.length === 0 ? [] : [`${path.posix.join(folder, ...module)}.py`],
    ),
  imports: (file, repository, tree) => importsOf(file, repository, tree),
};

const FROM = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)/gm;
const IMPORT = /^[ \t]*import[ \t]+([\w., \t]+)/gm;
/** `"app.main:app"` and `"config.settings"`: frameworks load modules by their names. */
const NAMED = /["']([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(?::\w+(?:\(\))?)?["']/g;
const COMPUTED = /\b(?:import_module|__import__|walk_packages|iter_modules)\((?!\s*["'])/;
const MAX_NAMED = 500;

/** What the type checker alone reads, and what is in comments and docstrings, runs nothing. */
function runsAt(text: string, tree: () => SyntaxTree | undefined): (match: RegExpExecArray) => boolean {
  if (!/#|"""|'''|\bTYPE_CHECKING\b/.test(text)) return () => true;
  let parsed: SyntaxTree | undefined | "none";
  return (match) => {
    parsed ??= tree() ?? "none";
    if (parsed === "none") return true;
    const { text: textOf } = parsed;
    const index = match.index + match[0].search(/\S/);
    const node = parsed.at(index);
    if (node.name === "Comment" || (/String$/.test(node.name) && node.from !== index)) return false;
    return !ancestorsOf(node).some(
      (above) =>
        above.name === "IfStatement" && /^if\s+(?:\w+\.)?TYPE_CHECKING\b/.test(textOf.call(parsed, above)),
    );
  };
}

function importsOf(
  { path: file, text }: SourceFile,
  repository: Repository,
  tree: () => SyntaxTree | undefined,
): Imports<PythonImport> {
  const runs = runsAt(text, tree);
  const wanted: PythonImport[] = [];
  const add = (level: number, module: readonly string[], loose?: true): void => {
    // Each package on the way runs its own `__init__.py`.
    for (let length = level > 0 ? 0 : 1; length <= module.length; length += 1)
      wanted.push({ is: "import", level, module: module.slice(0, length), ...(loose && { loose }) });
  };
  for (const match of text.matchAll(FROM)) {
    const [, dots = "", dotted = "", names = ""] = match;
    if (!runs(match)) continue;
    const module = dotted.split(".").filter((name) => name !== "");
    add(dots.length, module);
    for (const name of names.matchAll(/(\w+)(?:\s+as\s+\w+)?/g))
      wanted.push({ is: "import", level: dots.length, module: [...module, name[1] ?? ""], loose: true });
  }
  for (const match of text.matchAll(IMPORT))
    for (const item of runs(match) ? (match[1] ?? "").split(",") : [])
      add(0, item.trim().split(/\s/)[0]?.split(".") ?? []);
  const isDjango = text.includes("INSTALLED_APPS");
  let named = 0;
  for (const match of text.matchAll(NAMED)) {
    const [whole, dotted = ""] = match;
    if (!isDjango && !dotted.includes(".") && !whole.includes(":")) continue;
    named += 1;
    if (named > MAX_NAMED) break;
    if (!runs(match)) continue;
    add(0, dotted.split("."), true);
  }
  const files = isDjango ? applications(text, file, repository) : [];
  const found = COMPUTED.exec(text);
  const at = found === null || !runs(found) ? undefined : found.index;
  return {
    wanted,
    ...(files.length > 0 && { files }),
    ...(at !== undefined && { computed: lineAt(text, at) }),
  };
}

/** Django loads these modules of each application (docs.djangoproject.com, ref/applications). */
const OF_APPLICATION = ["apps", "models", "admin", "urls", "views", "signals", "tasks"];

function applications(text: string, from: string, repository: Repository): readonly string[] {
  const [, list = ""] = /INSTALLED_APPS\s*=\s*[[(]([^\])]*)/.exec(text) ?? [];
  return [...list.matchAll(NAMED)].flatMap(([, dotted = ""]) => {
    const name = dotted.replace(/\.apps\.\w+$/, "").replaceAll(".", "/");
    return roots(from).flatMap((root) =>
      OF_APPLICATION.map((part) => path.posix.join(root, name, `${part}.py`)).filter((file) =>
        repository.has(file),
      ),
    );
  });
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
  const folder = path.posix.dirname(from);
  if (folder !== lastRoots.folder) {
    const names = folder.split("/").filter((name) => name !== ".");
    const above = names.map((_, index) => names.slice(0, index + 1).join("/"));
    lastRoots = { folder, roots: ["", ...above].flatMap((one) => [one, path.posix.join(one, "src")]) };
  }
  return lastRoots.roots;
}

/** Those of the last file: the imports of a file, and of its neighbours, are looked for one after the other. */
let lastRoots: { readonly folder: string | undefined; readonly roots: readonly string[] } = {
  folder: undefined,
  roots: [],
};
