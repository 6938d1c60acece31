import path from "node:path";
import type { Fact, Place } from "../../../domain";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { withoutComments } from "../../readers/syntax/json-comments";
import { YamlTree } from "../../readers/syntax/yaml";
import { folderOf } from "../../services/service-folders";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { type Project, patternOf, platformCommands, subjectOf } from "./project";

/** A build that is TypeScript's compiler and nothing else. */
const PLAIN = /^tsc(?:\s+(?:-p|--project)\s+(\S+\.json))?$/;
/** Tools that write into a folder that no script of the package has to name. */
const OTHERS =
  /\b(?:tsc|tsup|tsdown|vite|nest|webpack|rollup|rspack|esbuild|unbuild|pkgroll|swc|ncc|babel|microbundle|parcel|turbo|nx|tsc-alias|build)\b/;

/** A file of a folder that the compiler does not write: `node dist/server.js` where `outDir` is `build`. */
export function compiledElsewhere(project: Project, chain: Chain): readonly Fact[] {
  const compiled = compiledFile(project, chain);
  if (compiled === undefined || compiled.inOut !== undefined || isNamedByBuild(compiled, project)) return [];
  const { started, base, out, below, place, command } = compiled;
  const what = {
    file: path.posix.join(base, started),
    command,
    elsewhere: path.posix.join(base, out, below),
  };
  return [{ kind: "missing-file", ...subjectOf(project), place, ...what, by: "start command" }];
}

/** A file that Node starts, of a folder that is not in the repository, and the compiler of its package. */
interface CompiledFile extends Compiler {
  readonly started: string;
  readonly command: string;
  readonly place: Place;
  /** Its first folder, and its path from there. */
  readonly folder: string;
  readonly below: string;
  /** Its path from the folder that the compiler writes to; undefined where it is not below that. */
  readonly inOut?: string;
  /** The folder of its package. */
  readonly base: string;
}

export function compiledFile(project: Project, { steps }: Chain): CompiledFile | undefined {
  const { repository, bases } = project;
  const last = steps.at(-1);
  const [program, file = ""] = startedWords(last?.text ?? "");
  const [, started = "", folder = ""] = /^((?:\.\/)?([\w-]+)\/[\w./-]+\.[cm]?js)$/.exec(file) ?? [];
  if (last === undefined || program !== "node" || folder === "") return undefined;
  const base =
    folderOfScript(last.place) ?? bases.find((one) => repository.has(path.posix.join(one, MANIFEST)));
  if (base === undefined || !repository.lacks(path.posix.join(base, folder))) return undefined;
  const compiler = compilerOf(base, folder, project);
  if (compiler === undefined) return undefined;
  const plain = path.posix.normalize(started);
  const inOut = plain.startsWith(`${compiler.out}/`) ? plain.slice(compiler.out.length + 1) : undefined;
  const below = plain.slice(folder.length + 1);
  const named = { started, command: `node ${file}`, place: last.place, folder, below, base };
  return { ...compiler, ...named, ...(inOut !== undefined && { inOut }) };
}

const MANIFEST = "package.json";

/** A package's script runs in the folder of its package. */
function folderOfScript(place: Place): string | undefined {
  return place.source === "file" && path.posix.basename(place.file) === MANIFEST
    ? folderOf(place.file)
    : undefined;
}

/** Whether something beside the package's own build names the folder, or compiles. */
export function isNamedByBuild({ folder }: CompiledFile, project: Project): boolean {
  const named = new RegExp(`(?<![\\w-])${patternOf(folder)}(?![\\w-])`);
  const isNaming = (text: string): boolean => named.test(text) || /\btsc\b|--outDir/.test(text);
  return (
    buildFiles(project.repository).some(isNaming) ||
    platformCommands(project).some((text) => isNaming(text.replace(BY_ITSELF, "")))
  );
}

/** A platform's build that installs, and runs the compiler with the settings that it finds by itself. */
const BY_ITSELF =
  /^\s*(?:npm\s+(?:install|i|ci)|yarn(?:\s+install)?|pnpm\s+(?:install|i))(?:\s+--[\w=-]+)*\s*&&\s*(?:(?:npx|yarn|pnpm\s+exec)\s+)(tsc(?:\s+(?:-p|--project)\s+\S+\.json)?)\s*$/;

/** The settings of a package's compiler, and the folder to which it writes. */
interface Compiler {
  readonly out: string;
  /** The folder of the settings, from which they count: a workspace's, which the package's build builds. */
  readonly home: string;
  readonly settings: string;
}

/** A build that is that of one workspace (docs.npmjs.com/cli/commands/npm-run: workspace). */
const OF_WORKSPACE = /^npm run build (?:-w|--workspace)[= ](?:\.\/)?([\w./-]+?)\/?$/;

/** What npm runs along with others, and may write what it will (docs.npmjs.com/cli/using-npm/scripts: life cycle scripts). */
const RUNS_ALONG = /^(?:pre|post|heroku-|gcp-build)/;

/** Undefined where something else may write into the folder that is named. */
function compilerOf(base: string, folder: string, project: Project): Compiler | undefined {
  const { repository } = project;
  const scripts = scriptsOf(base, repository);
  const [plainBuild] = platformCommands(project).flatMap((text) => BY_ITSELF.exec(text)?.[1] ?? []);
  const built = plainBuild ?? scripts?.find(({ key }) => key === "build")?.text ?? "";
  const workspace = OF_WORKSPACE.exec(built)?.[1] ?? "";
  const home = path.posix.join(base, workspace);
  const own = workspace === "" ? [] : scriptsOf(home, repository);
  if (scripts === undefined || own === undefined) return undefined;
  const build = PLAIN.exec(workspace === "" ? built : (own.find(({ key }) => key === "build")?.text ?? ""));
  const others = [...scripts, ...own].filter(({ key, text }) => key !== "build" && !/^node\s/.test(text));
  const scripted = [...scripts, ...own].some(({ key, text }) => RUNS_ALONG.test(key) && /^node\s/.test(text));
  if (build === null || scripted || others.some(({ text }) => OTHERS.test(text) || text.includes(folder)))
    return undefined;
  const settings = repository.text(path.posix.join(home, build[1] ?? "tsconfig.json")) ?? "";
  const plain = withoutComments(settings);
  const [found, ...more] = plain.matchAll(/"outDir"\s*:\s*"(?:\.\/)?((?:\.\.\/)*[\w-]+(?:\/[\w-]+)*)\/?"/g);
  if (found?.[1] === undefined || more.length > 0) return undefined;
  const out = path.posix.join(workspace, found[1]);
  return out.startsWith("..") ? undefined : { out, home, settings: plain };
}

/** The scripts of a package; undefined where it cannot be read. */
function scriptsOf(folder: string, repository: Repository) {
  const file = path.posix.join(folder, "package.json");
  const tree = YamlTree.parse({ path: file, text: repository.text(file) ?? "" });
  if (!(tree instanceof YamlTree)) return undefined;
  return tree
    .entries(tree.value(tree.root, "scripts"))
    .map(({ key, value }) => ({ key, text: tree.text(value)?.trim() ?? "" }));
}

/** A stage's folder, whose build is judged by itself, under the name that it has there. */
const AS_IT_IS = /^\s*COPY\s+--from=\S+\s+(?:--\S+\s+)*(?:\S*\/)?([\w-]+)\/?\s+(?:\S*\/)?\1\/?\s*$/gm;

/** What else may bring the folder: steps of images without what they start, and scripts of a shell. */
const buildFiles = oncePerRepository((repository): readonly string[] => {
  const images = repository.named("Dockerfile").map((file) => repository.text(file) ?? "");
  const scripts = [".sh", "Makefile", "justfile"].flatMap((end) => repository.ending(end));
  return [
    ...images.map((text) => text.replaceAll(/^\s*(?:CMD|ENTRYPOINT)\b.*$/gm, "").replaceAll(AS_IT_IS, "")),
    ...scripts.map((file) => repository.text(file) ?? ""),
  ];
});
