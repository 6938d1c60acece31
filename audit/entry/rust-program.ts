import path from "node:path";
import { oncePerPart, oncePerRepository } from "../once-per-repository";
import type { Repository } from "../reader";
import { codeInUse } from "../readers/listeners/in-use";

interface Package {
  readonly folder: string;
  readonly name: string;
  readonly library: string | undefined;
  readonly defaultRun: string | undefined;
  /** Names of other packages that it is built with. */
  readonly needs: readonly string[];
  readonly programs: readonly Program[];
}

interface Program {
  readonly name: string;
  /** The file that holds its `main`. */
  readonly root: string;
}

/**
 * The sources of the program of Rust that a command starts, or why they are not known; undefined where the repository has
 * no program whose source is found (doc.rust-lang.org/cargo: cargo targets, package layout).
 *
 * @param words the command without its wrappers
 * @param builtBy the text of the file that says how it is built
 */
export function rustProgram(
  words: readonly string[],
  builtBy: string,
  repository: Repository,
): { readonly files: readonly string[] } | { readonly why: string } | undefined {
  const all = packagesOf(repository);
  const programs = all.flatMap((own) => own.programs);
  if (programs.length === 0) return undefined;
  const name = path.posix.basename(words[0] ?? "");
  const found =
    name === "cargo" ? ofCargo(words, all) : (named(programs, name) ?? ofBuild(builtBy, programs));
  const program = found ?? (programs.length === 1 ? programs[0] : undefined);
  if (program === undefined)
    return { why: "the repository has several programs of Rust, and nothing says which one it is" };
  const own = all.find(({ programs }) => programs.includes(program));
  return { files: own === undefined ? [program.root] : reach(program, own, all, repository) };
}

function named(programs: readonly Program[], name: string | undefined): Program | undefined {
  const found = programs.filter((program) => program.name === name);
  return found.length === 1 ? found[0] : undefined;
}

/** `cargo run --package api --bin api`. */
function ofCargo(words: readonly string[], all: readonly Package[]): Program | undefined {
  const given = (...flags: readonly string[]): string | undefined =>
    words.flatMap((word, index) => {
      const [flag = "", value] = word.split("=");
      return flags.includes(flag) ? [value ?? words[index + 1] ?? ""] : [];
    })[0];
  const wanted = given("-p", "--package");
  const among = wanted === undefined ? all : all.filter(({ name }) => name === wanted);
  const programs = among.flatMap((own) => own.programs);
  const bin = given("--bin");
  if (bin !== undefined) return named(programs, bin);
  const [first, ...others] = among.flatMap(({ defaultRun }) => defaultRun ?? []);
  if (first !== undefined && others.length === 0) return named(programs, first);
  return programs.length === 1 ? programs[0] : undefined;
}

/** The one program that the build names: `COPY target/release/api /usr/local/bin/server`, `--bin api`. */
function ofBuild(builtBy: string, programs: readonly Program[]): Program | undefined {
  const names = [...builtBy.matchAll(/(?:\brelease\/|--bin[= ])([\w-]+)/g)].flatMap(([, name = ""]) => name);
  const found = programs.filter(({ name }) => names.includes(name));
  return found.length === 1 ? found[0] : undefined;
}

/** The names of all programs that cargo builds of the repository. */
export function rustProgramNames(repository: Repository): readonly string[] {
  return packagesOf(repository).flatMap(({ programs }) => programs.map(({ name }) => name));
}

const packagesOf = oncePerRepository((repository): readonly Package[] =>
  repository.named("Cargo.toml").flatMap((file) => packageOf(file, repository) ?? []),
);

function packageOf(file: string, repository: Repository): Package | undefined {
  const text = (repository.text(file) ?? "").replaceAll(/^\s*#[^\n]*$/gm, "");
  const sections = text.split(/^(?=\s*\[)/m).map((section) => {
    const [, title = ""] = /^\s*\[+\s*([^\]]+?)\s*\]+/.exec(section) ?? [];
    const value = (key: string): string | undefined =>
      new RegExp(`^\\s*${key}\\s*=\\s*"([^"\\n]+)"`, "m").exec(section)?.[1];
    return { title, section, value };
  });
  const own = sections.find(({ title }) => title === "package");
  const name = own?.value("name");
  if (name === undefined) return undefined;
  const folder = path.posix.dirname(file);
  const at = (below: string): string => path.posix.normalize(path.posix.join(folder, below));
  const library = at(sections.find(({ title }) => title === "lib")?.value("path") ?? "src/lib.rs");
  const written = sections.flatMap(({ title, value }): readonly Program[] => {
    const bin = title === "bin" ? value("name") : undefined;
    if (bin === undefined) return [];
    const places = [value("path"), `src/bin/${bin}.rs`, `src/bin/${bin}/main.rs`, "src/main.rs"];
    const root = places.map((place) => at(place ?? ".")).find((place) => repository.has(place));
    return root === undefined ? [] : [{ name: bin, root }];
  });
  const roots = new Set(written.map(({ root }) => root));
  const found = [{ name, root: at("src/main.rs") }, ...below(at("src/bin"), repository)].filter(
    ({ root }) => repository.has(root) && !roots.has(root),
  );
  return {
    folder,
    name,
    library: repository.has(library) ? library : undefined,
    defaultRun: own?.value("default-run"),
    needs: sections.flatMap(({ title, section }) => needed(title, section)),
    programs: [...written, ...found],
  };
}

/** cargo takes each file of `src/bin`, and each folder with a `main.rs`, for a program. */
function below(folder: string, repository: Repository): readonly Program[] {
  return repository.below(folder, ".rs").flatMap((root) => {
    const [, name] = /^([^/]+)(?:\.rs|\/main\.rs)$/.exec(root.slice(folder.length + 1)) ?? [];
    return name === undefined ? [] : [{ name, root }];
  });
}

function needed(title: string, section: string): readonly string[] {
  const [, single] = /^(?:target\..*\.)?dependencies\.([\w-]+)$/.exec(title) ?? [];
  const renamed = [...section.matchAll(/\bpackage\s*=\s*"([\w-]+)"/g)].map(([, name = ""]) => name);
  if (single !== undefined) return [single, ...renamed];
  if (!/(?:^|\.)dependencies$/.test(title) || /(?:dev|build)-dependencies$/.test(title)) return [];
  return [...[...section.matchAll(/^\s*([\w-]+)\s*(?:=|\.)/gm)].map(([, name = ""]) => name), ...renamed];
}

/** The files of a program: its modules, the library of its package, and those of packages that it needs. */
function reach(
  { root }: Program,
  own: Package,
  all: readonly Package[],
  repository: Repository,
): readonly string[] {
  const needed = new Set([own]);
  for (const one of needed) for (const other of all) if (one.needs.includes(other.name)) needed.add(other);
  const roots = [root, ...[...needed].flatMap(({ library }) => library ?? [])];
  const files = new Set(roots);
  for (const file of files)
    for (const module of (roots.includes(file) ? modulesOfRoot : modulesOfModule)(repository, file))
      files.add(module);
  return [...files];
}

const MODULE =
  /(?:#\[\s*path\s*=\s*"([^"\n]+)"\s*\]\s*)?(?:pub(?:\([^)\n]*\))?\s+)?\bmod\s+(?:r#)?(\w+)\s*;/g;

/** Those of a file are read once: several services, each in several environments, may be started with it. */
const modulesOfRoot = oncePerPart((repository, file: string) => modulesOf(file, true, repository));
const modulesOfModule = oncePerPart((repository, file: string) => modulesOf(file, false, repository));

function modulesOf(file: string, isRoot: boolean, repository: Repository): readonly string[] {
  const written = repository.text(file);
  if (written === undefined) return [];
  const { text } = codeInUse({ path: file, text: written }, repository);
  const beside = path.posix.dirname(file);
  const stem = path.posix.basename(file, ".rs");
  const folder = isRoot || stem === "mod" ? beside : path.posix.join(beside, stem);
  const included = [...text.matchAll(/\binclude!\(\s*"([^"\n]+)"/g)].map(([, name = ""]) =>
    path.posix.join(beside, name),
  );
  const modules = [...text.matchAll(MODULE)].flatMap(([, given, name = ""]): readonly string[] => {
    if (given !== undefined) return [path.posix.normalize(path.posix.join(beside, given))];
    const places = [`${name}.rs`, `${name}/mod.rs`].map((below) => path.posix.join(folder, below));
    if (places.some((place) => repository.has(place))) return places;
    // A module in the file itself has its own modules in a folder of its name.
    return repository
      .below(folder, ".rs")
      .filter((place) => place.endsWith(`/${name}.rs`) || place.endsWith(`/${name}/mod.rs`));
  });
  return [...modules, ...included].filter((place) => repository.has(place));
}
