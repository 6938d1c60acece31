import path from "node:path";
import { type Knowable, known, nearest, unknown } from "../../../domain";
import { oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { packageName } from "../../readers/python/package-name";
import { folderName } from "../folders";

/** What the repository has of a module, and the file that is it. */
export interface FoundModule {
  readonly missing: Knowable<"nothing" | "module">;
  readonly file?: string;
}

/** Files that say which packages are installed. */
const MANIFESTS = [
  ...["requirements.txt", "pyproject.toml", "Pipfile", "setup.py", "setup.cfg", "environment.yml"],
  ...["poetry.lock", "uv.lock", "Pipfile.lock", "pdm.lock"],
];

/** What Python brings itself, or what no manifest has to name, where a command runs it by its module. */
const OWN =
  /^(?:pip|wheel|setuptools|ast|asyncio|base64|cProfile|calendar|code|compileall|dis|doctest|email|encodings|ensurepip|gzip|http|idlelib|inspect|json|logging|multiprocessing|pdb|pickle|platform|profile|pstats|py_compile|pydoc|random|runpy|site|smtpd|socketserver|sqlite3|sysconfig|tarfile|test|tests|timeit|tokenize|trace|unittest|uuid|venv|webbrowser|wsgiref|xmlrpc|zipapp|zipfile)$/;

/**
 * Whether a module is in the repository. That it is missing is certain only where its package is there without it, or where
 * nothing but one letter or two separates its name from one that is there.
 *
 * @param folders those from which modules are imported
 */
export function pythonModule(
  module: string,
  folders: readonly string[],
  repository: Repository,
): FoundModule {
  const bases = [...new Set(folders.map(folderName))];
  const plain = module.replaceAll(".", "/");
  const all = [...bases, ...bases.map((base) => path.posix.join(base, "src"))];
  const at = (base: string, name: string): string => path.posix.normalize(path.posix.join(base, name));
  const ends = [`${plain}.py`, `${plain}/__init__.py`];
  const file = all.flatMap((base) => ends.map((end) => at(base, end))).find((one) => repository.has(one));
  if (file !== undefined) return { missing: known("nothing"), file };
  const isLeftOut = all.some((base) => !repository.lacks(at(base, `${plain}.py`)));
  if (isAnywhere(repository, plain) || isLeftOut || repository.has(".gitmodules"))
    return { missing: unknown(ELSEWHERE) };
  const [first = ""] = module.split(".");
  const isOwn = isAnywhere(repository, first);
  if (OWN.test(first) || /_pb2/.test(module)) return { missing: unknown(INSTALLED) };
  const near = isOwn || isNear(first, modulesIn(bases, repository));
  return near && (isOwn || !isInstalled(repository, first))
    ? { missing: known("module") }
    : { missing: unknown(INSTALLED) };
}

/**
 * The same where Python finds modules in some folders and among installed packages alone: a file of another folder is then no
 * module.
 *
 * @param isOwn whether no package is known by such a name: the application of a worker is its team's own
 */
export function moduleOfFolders(
  module: string,
  folders: readonly string[],
  repository: Repository,
  isOwn: boolean,
): FoundModule {
  const plain = module.replaceAll(".", "/");
  const [first = ""] = module.split(".");
  const at = (name: string): readonly string[] =>
    folders.map((folder) => path.posix.normalize(path.posix.join(folderName(folder), name)));
  const file = [`${plain}.py`, `${plain}/__init__.py`].flatMap(at).find((one) => repository.has(one));
  if (file !== undefined) return { missing: known("nothing"), file };
  // A folder without __init__.py is a package too.
  if (at(plain).some((one) => repository.below(one, ".py").length > 0)) return { missing: known("nothing") };
  const isLeftOut = [plain, `${plain}.py`].flatMap(at).some((one) => !repository.lacks(one));
  if (isLeftOut || repository.has(".gitmodules")) return { missing: unknown(ELSEWHERE) };
  if (/_pb2/.test(module) || mayBeInstalled(module, repository)) return { missing: unknown(INSTALLED) };
  const isHere = at(first).some((one) => !repository.lacks(one)) || isAnywhere(repository, first);
  const isCertain = isHere || isNear(first, modulesIn(folders.map(folderName), repository));
  const hasList = MANIFESTS.some((name) => repository.named(name).length > 0);
  return { missing: isCertain || (isOwn && hasList) ? known("module") : unknown(INSTALLED) };
}

/** Whether Python brings the module itself, or a list of packages names one like it. */
export function mayBeInstalled(module: string, repository: Repository): boolean {
  const [first = ""] = module.split(".");
  return OWN.test(first) || isInstalled(repository, first);
}

/** Whether any folder has a module or a package of this path. */
export const isAnywhere = oncePerPart((repository, name: string): boolean =>
  repository
    .ending(".py")
    .some((file) => `/${file}`.endsWith(`/${name}.py`) || `/${file}`.includes(`/${name}/`)),
);

const ELSEWHERE = "the module may be found in another folder";
const INSTALLED = "the module may be one of a package that is installed";

/** Whether a word is a slip of another: a letter more, less or other, or two in the wrong order. */
function isNear(word: string, others: readonly string[]): boolean {
  const letters = (of: string): string => [...of].sort().join("");
  return nearest(word, others) !== undefined || others.some((other) => letters(other) === letters(word));
}

/** The modules and packages of folders. */
function modulesIn(bases: readonly string[], repository: Repository): readonly string[] {
  return bases.flatMap((base) =>
    repository.below(base, ".py").flatMap((file) => {
      const [name = "", ...below] = (base === "" ? file : file.slice(base.length + 1)).split("/");
      return below.length > 1 ? [] : [name.replace(/\.py$/, "")];
    }),
  );
}

const isInstalled = oncePerPart((repository, name: string): boolean => {
  const word = packageName(name);
  return MANIFESTS.flatMap((manifest) => repository.named(manifest)).some((file) =>
    packageName(repository.text(file) ?? "").includes(word),
  );
});
