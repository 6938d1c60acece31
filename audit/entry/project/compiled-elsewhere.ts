import path from "node:path";
import type { Fact } from "../../../domain";
import { YamlTree } from "../../readers/syntax/yaml";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { type Project, patternOf, subjectOf } from "./project";

/** A build that is TypeScript's compiler and nothing else. */
const PLAIN = /^tsc(?:\s+(?:-p|--project)\s+(\S+\.json))?$/;
/** Tools that write into a folder that no script of the package has to name. */
const OTHERS =
  /\b(?:tsc|tsup|tsdown|vite|nest|webpack|rollup|rspack|esbuild|unbuild|pkgroll|swc|ncc|babel|microbundle|parcel|turbo|nx|tsc-alias|build)\b/;

/** A file of a folder that the compiler does not write: `node dist/server.js` where `outDir` is `build`. */
export function compiledElsewhere(project: Project, chain: Chain): readonly Fact[] {
  const { repository, bases } = project;
  const last = chain.steps.at(-1);
  const [program, file = ""] = startedWords(last?.text ?? "");
  const [, started = "", folder = ""] = /^((?:\.\/)?([\w-]+)\/[\w./-]+\.[cm]?js)$/.exec(file) ?? [];
  if (last === undefined || program !== "node" || folder === "") return [];
  const base = bases.find((one) => repository.has(path.posix.join(one, "package.json")));
  if (base === undefined) return [];
  const written = path.posix.join(base, started);
  const out = compilerOf(base, folder, project)?.out;
  if (out === undefined || out.split("/")[0] === folder || !repository.lacks(path.posix.join(base, folder)))
    return [];
  if (isNamedByBuild(folder, project)) return [];
  const below = path.posix.normalize(started).slice(folder.length + 1);
  const what = { file: written, command: `node ${file}`, elsewhere: path.posix.join(base, out, below) };
  return [{ kind: "missing-file", ...subjectOf(project), place: last.place, ...what, by: "start command" }];
}

/** Whether something beside the package's own build names the folder, or compiles. */
export function isNamedByBuild(folder: string, project: Project): boolean {
  const named = new RegExp(`(?<![\\w-])${patternOf(folder)}(?![\\w-])`);
  return buildTexts(project).some((text) => named.test(text) || /\btsc\b|--outDir/.test(text));
}

/**
 * The settings of the package's compiler, and the folder to which it writes; undefined where something else may write into
 * the folder that is named.
 */
export function compilerOf(
  base: string,
  folder: string,
  { repository }: Project,
): { readonly out: string; readonly settings: string } | undefined {
  const file = path.posix.join(base, "package.json");
  const tree = YamlTree.parse({ path: file, text: repository.text(file) ?? "" });
  if (!(tree instanceof YamlTree)) return undefined;
  const scripts = tree.entries(tree.value(tree.root, "scripts")).map(({ key, value }) => ({
    key,
    text: tree.text(value)?.trim() ?? "",
  }));
  const build = PLAIN.exec(scripts.find(({ key }) => key === "build")?.text ?? "");
  const others = scripts.filter(({ key, text }) => key !== "build" && !/^node\s/.test(text));
  if (build === null || others.some(({ text }) => OTHERS.test(text) || text.includes(folder)))
    return undefined;
  const settings = repository.text(path.posix.join(base, build[1] ?? "tsconfig.json")) ?? "";
  const plain = settings.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const [found, ...more] = plain.matchAll(/"outDir"\s*:\s*"(?:\.\/)?([\w-]+(?:\/[\w-]+)*)\/?"/g);
  const out = more.length > 0 ? undefined : found?.[1];
  return out === undefined ? undefined : { out, settings: plain };
}

/** What else may bring the folder: steps of images without what they start, build commands, and scripts of a shell. */
function buildTexts({ repository, facts }: Project): readonly string[] {
  const images = repository.named("Dockerfile").map((file) => repository.text(file) ?? "");
  const commands = facts.flatMap((fact) =>
    fact.kind === "platform-command" && fact.command.known ? [fact.command.value] : [],
  );
  const scripts = [".sh", "Makefile", "justfile"].flatMap((end) => repository.ending(end));
  return [
    ...images.map((text) => text.replaceAll(/^\s*(?:CMD|ENTRYPOINT)\b.*$/gm, "")),
    ...commands,
    ...scripts.map((file) => repository.text(file) ?? ""),
  ];
}
