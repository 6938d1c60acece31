import path from "node:path";
import { webServerOf } from "../../domain/web-server";
import { oncePerRepository } from "../once-per-repository";
import type { Repository } from "../reader";
import { dotnetProgram } from "./dotnet-program";
import { folderName } from "./folders";
import { rustProgram } from "./rust-program";

/** What a compiler made a program of: the files, or why they are not known; undefined where it is none of these. */
export type CompiledProgram =
  | { readonly files?: readonly string[]; readonly brought?: string }
  | { readonly why: string }
  | undefined;

/**
 * The sources of a program of Go, Rust, Java, C#, Elixir, PHP or Swift that a command starts.
 *
 * @param words the command without its wrappers
 * @param builtBy the text of the file that says how it is built: the Dockerfile, the Blueprint
 */
export function compiledProgram(
  words: readonly string[],
  bases: readonly string[],
  builtBy: string,
  repository: Repository,
): CompiledProgram {
  const [program = "", ...rest] = words;
  const name = program.split("/").at(-1) ?? "";
  const has = (...names: readonly string[]): boolean =>
    names.some((file) => repository.named(file).length > 0);
  // Servers of PHP and of pages serve what is in a folder.
  const server = webServerOf(name);
  if (server !== undefined) return { brought: `the web server ${server.name}` };
  if (/^(?:php|php-fpm|rr)$/.test(name)) return { brought: name === "rr" ? "RoadRunner" : "PHP" };
  if (name === "java")
    return has("pom.xml", "build.gradle", "build.gradle.kts", "build.sbt") ? {} : NO_SOURCES;
  if (name === "dotnet")
    return (
      dotnetProgram(path.posix.basename(rest.find((word) => /\.dll$/.test(word)) ?? ""), repository) ?? {}
    );
  if (/^(?:mix|elixir|iex)$/.test(name)) return has("mix.exs") ? {} : NO_SOURCES;
  if (name === "go") return rest[0] === "run" ? goProgram(rest.slice(1), bases, repository) : undefined;
  if (name === "cargo")
    return has("Cargo.toml") ? (rustProgram(words, builtBy, repository) ?? {}) : NO_SOURCES;
  if (!/[/]|^[\w-]+$/.test(program) || KNOWN_TOOL.test(name)) return undefined;
  if (has("go.mod")) return goProgram(goPackageOf(name, builtBy), bases, repository);
  const [rust] = repository.ending(".rs");
  if (rust !== undefined && !has("Cargo.toml")) return {};
  if (has("Cargo.toml"))
    return isRust(name, builtBy, repository) ? (rustProgram(words, builtBy, repository) ?? {}) : undefined;
  // A release of Elixir is started by `bin/NAME start`, or by the script that Phoenix writes.
  if (has("mix.exs"))
    return /^(?:start|start_iex|daemon|foreground)$/.test(rest[0] ?? "") ||
      /^(?:server|migrate)$/.test(name) ||
      /\/bin\//.test(program)
      ? {}
      : undefined;
  return has("Package.swift") ? {} : undefined;
}

const NO_SOURCES = { why: "the sources of the program are not in the repository" };
/** Programs that no repository builds: what they start is not read here. */
const KNOWN_TOOL =
  /^(?:bash|sh|sleep|tail|cat|curl|wget|python[\d.]*|node|ruby|bundle|perl|celery|redis-server|postgres|supercronic|cron|crond|air|reflex)$/;

/** The words of `go build` that name its packages, for the build that writes a program of this name. */
function goPackageOf(name: string, builtBy: string): readonly string[] {
  const builds = [...builtBy.matchAll(/\bgo\s+(?:build|install)\b([^\n&|;]*)/g)].map(([, words = ""]) =>
    words
      .replaceAll(/["'\],]/g, " ")
      .trim()
      .split(/\s+/),
  );
  const named = builds.find((words) => {
    const out = words[words.indexOf("-o") + 1] ?? "";
    return words.includes("-o") && (path.posix.basename(out) === name || out.endsWith("/"));
  });
  return named ?? (builds.length === 1 ? (builds[0] ?? []) : []);
}

/** The files of a main package and of all packages of its module that it imports. */
function goProgram(
  words: readonly string[],
  bases: readonly string[],
  repository: Repository,
): CompiledProgram {
  const programs = mainFolders(repository);
  const mains = programs.filter((folder) => !ASIDE.test(folder));
  const given = words.filter(
    (word, index) =>
      !word.startsWith("-") && !VALUED.includes(words[index - 1] ?? "") && /^\.|\.go$/.test(word),
  );
  const folders = given.flatMap((word) => {
    const below = word.endsWith(".go") ? path.posix.dirname(word) : word;
    return bases.map((base) => folderName(path.posix.join(base, below)));
  });
  const asked = folders.find((folder) => programs.includes(folder));
  const [only] = mains;
  const folder =
    asked ?? (mains.length === 1 ? only : bases.map(folderName).find((base) => mains.includes(base)));
  if (folder === undefined)
    return mains.length === 0
      ? NO_SOURCES
      : { why: "the repository has several programs of Go, and nothing says which one it is" };
  return { files: goReach(folder, repository) };
}

/** Programs that are the service's own where a build names their folder alone. */
const ASIDE = /(?:^|\/)(?:examples?|tools?|scripts?|testdata)(?:\/|$)/;

const VALUED = ["-o", "-tags", "-ldflags", "-gcflags", "-mod", "-p"];

/** The files of Go, by folder, without tests. */
const filesByFolder = oncePerRepository((repository): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const file of repository.ending(".go")) {
    if (file.endsWith("_test.go")) continue;
    const folder = folderName(path.posix.dirname(file));
    found.set(folder, [...(found.get(folder) ?? []), file]);
  }
  return found;
});

const mainFolders = oncePerRepository((repository): readonly string[] =>
  [...filesByFolder(repository)]
    .filter(([, files]) => files.some((file) => /^package\s+main\b/m.test(repository.text(file) ?? "")))
    .filter(([, files]) => files.some((file) => /^func\s+main\s*\(\)/m.test(repository.text(file) ?? "")))
    .map(([folder]) => folder),
);

/** go.dev/ref/mod: an import that begins with the module's path is a folder of the module. */
function goReach(main: string, repository: Repository): readonly string[] {
  const byFolder = filesByFolder(repository);
  const modules = repository.named("go.mod").map((file) => ({
    folder: folderName(path.posix.dirname(file)),
    path: /^module\s+(\S+)/m.exec(repository.text(file) ?? "")?.[1] ?? "",
  }));
  const folders = new Set([main]);
  for (const folder of folders)
    for (const file of byFolder.get(folder) ?? [])
      for (const wanted of goImports(repository.text(file) ?? ""))
        for (const { folder: at, path: name } of modules)
          if (name !== "" && (wanted === name || wanted.startsWith(`${name}/`)))
            folders.add(folderName(path.posix.join(at, wanted.slice(name.length + 1))));
  return [...folders].flatMap((folder) => byFolder.get(folder) ?? []);
}

/** The imports of a file, which come before all other declarations. */
function goImports(text: string): readonly string[] {
  const plain = text.replaceAll(/\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm, "");
  const blocks = [...plain.matchAll(/^import\s*(?:\(([^)]*)\)|([^\n(]*))/gm)];
  return blocks.flatMap(([, block, line]) =>
    [...(block ?? line ?? "").matchAll(/"([^"\n]+)"/g)].map(([, name = ""]) => name),
  );
}

/** Whether cargo writes a program of the name: that of a package, of a `[[bin]]`, its only one, or what the build copies. */
function isRust(name: string, builtBy: string, repository: Repository): boolean {
  const programs = repository
    .ending(".rs")
    .filter((file) => /(?:^|\/)src\/(?:main|bin\/[^/]+)\.rs$/.test(file));
  if (programs.length === 1) return true;
  const named = repository
    .named("Cargo.toml")
    .some((file) =>
      [...(repository.text(file) ?? "").matchAll(/^\s*name\s*=\s*"([^"\n]+)"/gm)].some(
        ([, given]) => given === name,
      ),
    );
  return (
    named ||
    repository.named(`${name}.rs`).length > 0 ||
    /\bcargo\s+(?:build|install|chef|leptos|shuttle)\b|target\/release\//.test(builtBy)
  );
}
