import path from "node:path";
import type { Repository } from "../../reader";
import { jsonFields, record } from "./json-fields";
import { asked, type Drift, differs, importerDrift, pythonDrift } from "./other-locks";
import { patternOf } from "./project";

/** A manifest of a workspace that one lock file is for, and how it differs. */
export interface Member {
  /** From the lock file's folder. */
  readonly manifest: string;
  readonly drift: (manifest: string) => readonly Drift[];
  /** Where a dependency's name is in the manifest. */
  readonly at: (name: string) => RegExp;
}

const inQuotes = (name: string): RegExp => new RegExp(`["']${patternOf(name)}`);

/** docs.npmjs.com/cli/configuring-npm/package-lock-json: packages, by their folder. */
export function npmMembers(lock: string): readonly Member[] {
  const packages = record(jsonFields(lock)?.packages) ?? {};
  return Object.keys(packages)
    .filter((folder) => folder !== "" && !folder.includes("node_modules"))
    .map((folder) => ({
      manifest: path.posix.join(folder, "package.json"),
      at: inQuotes,
      drift: (manifest) =>
        asked(manifest).flatMap(([name, wanted]): readonly Drift[] => {
          const at = [`${folder}/node_modules/${name}`, `node_modules/${name}`].find((one) => packages[one]);
          const { version, link } = record(at === undefined ? undefined : packages[at]) ?? {};
          const locked = typeof version === "string" ? version : undefined;
          return link || !differs(wanted, locked) ? [] : [{ name, wanted, locked }];
        }),
    }));
}

/** pnpm.io/cli/install: each importer has what its manifest asked for as `specifier`. */
export function pnpmMembers(lock: string): readonly Member[] {
  const [, all = ""] = /^importers:\n([\s\S]*?)(?=^\S|$(?![\s\S]))/m.exec(lock) ?? [];
  if (/^overrides:|^catalogs:|^pnpmfileChecksum:/m.test(lock)) return [];
  const importers = [...all.matchAll(/^ {2}'?([^\s':]+)'?:\n((?:(?: {4}.*)?\n)*)/gm)];
  return importers.flatMap(([, folder = "", inside = ""]): readonly Member[] => {
    if (folder === ".") return [];
    const drift = (manifest: string): readonly Drift[] => importerDrift(manifest, inside);
    return [{ manifest: path.posix.join(folder, "package.json"), at: inQuotes, drift }];
  });
}

/** docs.astral.sh/uv/concepts/projects/workspaces */
export function uvMembers(lock: string): readonly Member[] {
  const found = lock.matchAll(/^source = \{ (?:editable|virtual) = "([^"]+)" \}/gm);
  return [...found].flatMap(([, folder = "."]): readonly Member[] =>
    folder === "."
      ? []
      : [
          {
            manifest: path.posix.join(folder, "pyproject.toml"),
            at: inQuotes,
            drift: (manifest) => pythonDrift(manifest, lock),
          },
        ],
  );
}

/** bundler.io/man/gemfile.5.html; what a condition or another file adds is not read. */
export function gemMembers(lock: string): readonly Member[] {
  const [, inside = ""] = /^DEPENDENCIES\n((?: .*\n?)*)/m.exec(lock) ?? [];
  const locked = new Set([...inside.matchAll(/^ {2}([\w.-]+)/gm)].map(([, name]) => name));
  const drift = (manifest: string): readonly Drift[] => {
    if (locked.size === 0 || /\b(?:eval_gemfile|if|unless|gemspec|case|each)\b/.test(manifest)) return [];
    const named = manifest.matchAll(/^\s*gem\s+["']([\w.-]+)["']/gm);
    return [...named].flatMap(([, name = ""]): readonly Drift[] =>
      locked.has(name) ? [] : [{ name, wanted: "any version", locked: undefined }],
    );
  };
  return [{ manifest: "Gemfile", drift, at: (name) => new RegExp(`gem\\s+["']${patternOf(name)}["']`) }];
}

/** doc.rust-lang.org/cargo: a package without a source is one of the workspace. */
export function cargoMembers(lock: string, folder: string, repository: Repository): readonly Member[] {
  const packages = lock.split(/^\[\[package\]\]$/m).slice(1);
  const nameOf = (text: string): string => normal(/^name = "([^"]+)"/m.exec(text)?.[1] ?? "");
  const locked = new Set(packages.map(nameOf));
  const own = new Set(packages.filter((text) => !/^source = /m.test(text)).map(nameOf));
  return repository.named("Cargo.toml").flatMap((file): readonly Member[] => {
    const manifest = path.posix.relative(folder, file);
    const [, name = ""] = /^\[package\][^[]*?^name\s*=\s*"([^"]+)"/m.exec(repository.text(file) ?? "") ?? [];
    if (manifest.startsWith("..") || !own.has(normal(name))) return [];
    const drift = (text: string): readonly Drift[] =>
      crates(text).flatMap((crate): readonly Drift[] =>
        locked.has(normal(crate)) ? [] : [{ name: crate, wanted: "any version", locked: undefined }],
      );
    return [
      {
        manifest,
        drift,
        at: (crate) =>
          new RegExp(
            `^${patternOf(crate)}\\s*[=.]|dependencies\\.${patternOf(crate)}\\]|"${patternOf(crate)}"`,
            "m",
          ),
      },
    ];
  });
}

/** The crates that a manifest asks for, by their own names; not those that the workspace's manifest gives. */
function crates(manifest: string): readonly string[] {
  const sections = manifest.replaceAll(/^\s*#.*$/gm, "").split(/^(?=\[)/m);
  return sections.flatMap((section): readonly string[] => {
    const [, title = ""] = /^\[([^\]]+)\]/.exec(section) ?? [];
    const [, renamed] = /^package\s*=\s*"([^"]+)"/m.exec(section) ?? [];
    const [, single] = /(?:^|\.)(?:dev-|build-)?dependencies\.([\w-]+)$/.exec(title) ?? [];
    if (single !== undefined) return /^workspace\s*=/m.test(section) ? [] : [renamed ?? single];
    if (!/(?:^|\.)(?:dev-|build-)?dependencies$/.test(title) || title.startsWith("workspace")) return [];
    return [...section.matchAll(/^([\w-]+)\s*=\s*(.*)$/gm)].flatMap(([, name = "", value = ""]) =>
      /\bworkspace\s*=/.test(value) ? [] : (/\bpackage\s*=\s*"([^"]+)"/.exec(value)?.[1] ?? name),
    );
  });
}

const normal = (name: string): string => name.toLowerCase().replaceAll("_", "-");
