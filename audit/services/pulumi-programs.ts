import path from "node:path";
import { type Fact, factsOf } from "../../domain";
import { manifestAt } from "../../platforms";
import type { Repository } from "../reader";
import { YamlTree } from "../readers/syntax/yaml";
import type { NotRead } from "../walk/not-read";
import { ENTRY, fileOf, folderOf, serviceFolderOf } from "./service-folders";

/** What a Pulumi program of a runtime is made of (pulumi.com/docs/iac/languages-sdks). */
interface Runtime {
  /** Where `main` says nothing. */
  readonly mains: readonly string[];
  /** What names its packages. */
  readonly manifest: RegExp;
  /** All files of such a program, of its packages and of the language's version. */
  readonly files: RegExp;
}

const RUNTIMES: Readonly<Record<string, Runtime>> = {
  nodejs: {
    mains: ["index.ts", "index.js", "index.mts", "index.mjs"],
    manifest: /^package\.json$/,
    files:
      /\.[cm]?[jt]sx?$|^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-(?:lock|workspace)\.yaml|bun\.lockb?|tsconfig[\w.-]*\.json|\.nvmrc|\.node-version|\.npmrc|\.yarnrc\.yml|\.tool-versions)$/,
  },
  python: {
    mains: ["__main__.py"],
    manifest: /^(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile)$/,
    files:
      /\.pyi?$|^(?:requirements[\w.-]*\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Pipfile(?:\.lock)?|runtime\.txt|\.python-version|\.tool-versions)$/,
  },
  go: { mains: ["main.go"], manifest: /^go\.mod$/, files: /\.go$|^go\.(?:mod|sum)$/ },
};

const PROJECT = /^Pulumi(?:Policy)?\.ya?ml$/;
/** What the manifest and the program of any Pulumi project name. */
const NAMES_PULUMI = /pulumi|portcullis/i;
/**
 * The code, packages and versions of Pulumi programs in folders of their own: a service is neither built from these nor
 * started by them. The files of a folder that is a service's too are none.
 */
export function filesOfPrograms(
  paths: readonly string[],
  facts: readonly Fact[],
  repository: Repository,
): ReadonlySet<string> {
  const projects = paths.filter((file) => PROJECT.test(path.posix.basename(file)) && folderOf(file) !== "");
  if (projects.length === 0) return new Set();
  const programs = new Map(
    projects.flatMap((file) => {
      const runtime = runtimeOf(file, paths, repository);
      return runtime === undefined || isOfService(folderOf(file), paths, facts)
        ? []
        : [[folderOf(file), runtime] as const];
    }),
  );
  const tops = new Set(paths.filter(isTop).map(folderOf));
  return new Set(
    paths.filter((file) => {
      let folder = folderOf(file);
      while (folder !== "" && !tops.has(folder)) folder = folderOf(folder);
      return programs.get(folder)?.files.test(path.posix.basename(file)) === true;
    }),
  );
}

/** What by itself makes its folder a project, whose files are not those of the project around it. */
function isTop(file: string): boolean {
  const name = path.posix.basename(file);
  return (
    PROJECT.test(name) ||
    isService(file) ||
    Object.values(RUNTIMES).some(({ manifest }) => manifest.test(name))
  );
}

const isService = (file: string): boolean =>
  ENTRY.test(path.posix.basename(file)) || manifestAt({ source: "file", file }) !== undefined;

/** The runtime of a project whose program and packages are in its own folder; undefined of any other. */
function runtimeOf(file: string, paths: readonly string[], repository: Repository): Runtime | undefined {
  const tree = YamlTree.parse({ path: file, text: repository.text(file) ?? "" });
  if (!(tree instanceof YamlTree)) return undefined;
  const written = tree.value(tree.root, "runtime");
  const runtime = RUNTIMES[tree.text(written) ?? tree.text(tree.value(written, "name")) ?? ""];
  if (runtime === undefined) return undefined;
  const main = tree.text(tree.value(tree.root, "main"));
  const folder = folderOf(file);
  const names = (name: string): boolean =>
    NAMES_PULUMI.test(repository.text(path.posix.join(folder, name)) ?? "");
  const isProgram = [...(main === undefined ? [] : [main]), ...runtime.mains].some(names);
  const manifests = paths.filter(
    (one) => folderOf(one) === folder && runtime.manifest.test(path.posix.basename(one)),
  );
  const isOwn = manifests.every((one) => names(path.posix.basename(one)) || isPolicy(file));
  return isProgram && isOwn ? runtime : undefined;
}

/** A policy pack takes the packages of the project around it. */
const isPolicy = (file: string): boolean => path.posix.basename(file).startsWith("PulumiPolicy.");

/** Whether something starts or builds a service in a folder. */
function isOfService(folder: string, paths: readonly string[], facts: readonly Fact[]): boolean {
  const isHere = (file: string): boolean => folderOf(file) === folder && serviceFolderOf(file) === folder;
  const starts = factsOf(facts, "start-command");
  const roots = factsOf(facts, "platform").map(({ rootDirectory }) => rootDirectory);
  const folders = [...roots, ...starts.map(({ runsIn }) => runsIn)];
  return (
    paths.some((file) => isHere(file) && isService(file)) ||
    starts.some((fact) => folderOf(fileOf(fact)) === folder && fact.runsIn === undefined) ||
    folders.some((one) => one !== undefined && path.posix.normalize(`${one}/`) === `${folder}/`) ||
    [...starts, ...factsOf(facts, "platform-command")].some(
      ({ command }) => command.known && command.value.includes(`${folder}/`),
    )
  );
}

/** A program that takes everything from its stack files, which a reader takes. */
const OF_STACK_FILES = /\breadStack\s*\(/;

/** The programs that declare services by themselves: no reader says what. */
export function programsNotRead(paths: readonly string[], repository: Repository): readonly NotRead[] {
  return paths.flatMap((file): readonly NotRead[] => {
    if (!/^Pulumi\.ya?ml$/.test(path.posix.basename(file))) return [];
    const tree = YamlTree.parse({ path: file, text: repository.text(file) ?? "" });
    if (!(tree instanceof YamlTree)) return [];
    const written = tree.value(tree.root, "runtime");
    const runtime = RUNTIMES[tree.text(written) ?? tree.text(tree.value(written, "name")) ?? ""];
    const named = tree.text(tree.value(tree.root, "main"));
    const mains = named === undefined ? (runtime?.mains ?? []) : [named];
    const main = mains.map((one) => path.posix.join(folderOf(file), one)).find((one) => repository.has(one));
    const text = main === undefined ? "" : (repository.text(main) ?? "");
    return main !== undefined && NAMES_PULUMI.test(text) && !OF_STACK_FILES.test(text)
      ? [{ file: main, tool: "Pulumi" }]
      : [];
  });
}

/** Secrets are found wherever they are written. */
const ANYWHERE: readonly Fact["kind"][] = ["credential", "url"];

/** What files state of services. */
export function withoutPrograms(facts: readonly Fact[], programs: ReadonlySet<string>): readonly Fact[] {
  return programs.size === 0
    ? facts
    : facts.filter((fact) => ANYWHERE.includes(fact.kind) || !programs.has(fileOf(fact)));
}
