import { jsonFields, record } from "./json-fields";
import { patternOf } from "./project";

/** One dependency that a manifest asks for and its lock file does not have as it asks. */
export interface Drift {
  readonly name: string;
  readonly wanted: string;
  readonly locked: string | undefined;
}

/** A lock file beside a manifest, the commands that refuse it where it is out of step, and what then differs. */
export interface Lock {
  readonly manifest: "package.json" | "pyproject.toml";
  readonly file: string;
  /** Commands of the build that end where the lock file is out of step. */
  readonly refusedBy: RegExp;
  readonly drift: (manifest: string, lock: string) => readonly Drift[];
  /** What writes the lock file again. */
  readonly type: string;
}

/** Names and ranges of package.json's dependencies; undefined where it cannot be read. */
export function asked(manifest: string): readonly (readonly [name: string, range: string])[] {
  const fields = jsonFields(manifest);
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((group) =>
    Object.entries(record(fields?.[group]) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

/** Only what npm's own ranges decide: an alias, a path or an address is left alone. */
export function differs(wanted: string, locked: string | undefined): boolean {
  const semver = require("semver") as typeof import("semver");
  if (semver.validRange(wanted) === null) return false;
  return locked === undefined || !semver.satisfies(locked, wanted, { includePrerelease: true });
}

/** pnpm writes what was asked for as `specifier` (pnpm.io/cli/install#--frozen-lockfile). */
function pnpmDrift(manifest: string, lock: string): readonly Drift[] {
  const root = /^importers:\n\n? {2}\.:\n([\s\S]*?)(?=^\S|^ {2}\S|$(?![\s\S]))/m.exec(lock)?.[1];
  return root === undefined || /^overrides:|^catalogs:/m.test(lock) ? [] : importerDrift(manifest, root);
}

/** @param importer what the lock file has of the manifest's folder */
export function importerDrift(manifest: string, importer: string): readonly Drift[] {
  return asked(manifest).flatMap(([name, wanted]): readonly Drift[] => {
    const found = new RegExp(`^ {6}'?${patternOf(name)}'?:\\n {8}specifier: (.+)$`, "m").exec(importer)?.[1];
    const locked = found?.trim().replace(/^(['"])(.*)\1$/, "$2");
    return locked === wanted ? [] : [{ name, wanted, locked }];
  });
}

/** Yarn's key of a locked package is what was asked for: `name@range` (classic.yarnpkg.com/docs/yarn-lock). */
function yarnDrift(manifest: string, lock: string): readonly Drift[] {
  if (/"resolutions"\s*:/.test(manifest)) return [];
  return asked(manifest).flatMap(([name, wanted]): readonly Drift[] => {
    if (!/^[\^~>=<\d*]/.test(wanted)) return [];
    const key = new RegExp(`(?:^|["\\s,])${patternOf(name)}@(?:npm:)?${patternOf(wanted)}["\\s,:]`, "m");
    return key.test(lock) ? [] : [{ name, wanted, locked: undefined }];
  });
}

const normal = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");

/** Names of `[project]`'s dependencies (PEP 621), without those of a platform or an extra. */
function projectDependencies(manifest: string): readonly string[] {
  const project = /^\[project\]\s*$([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(manifest)?.[1] ?? "";
  const list = /^dependencies\s*=\s*\[((?:"[^"]*"|'[^']*'|#[^\n]*|[^\]"'#])*)\]/m.exec(project)?.[1] ?? "";
  return [...list.matchAll(/^\s*["']([A-Za-z0-9][\w.-]*)|,\s*["']([A-Za-z0-9][\w.-]*)/gm)].flatMap(
    ([, first, second]) => first ?? second ?? [],
  );
}

/** Each package that is asked for is one of the lock's. */
export function pythonDrift(manifest: string, lock: string): readonly Drift[] {
  const locked = new Set([...lock.matchAll(/^name = "([^"]+)"/gm)].map(([, name = ""]) => normal(name)));
  if (locked.size === 0) return [];
  return projectDependencies(manifest).flatMap((name): readonly Drift[] =>
    locked.has(normal(name)) ? [] : [{ name, wanted: "any version", locked: undefined }],
  );
}

export const OTHER_LOCKS: readonly Lock[] = [
  {
    manifest: "package.json",
    file: "pnpm-lock.yaml",
    refusedBy: /\bpnpm\s+(?:i|install)\b(?=[^\n&;|]*--frozen-lockfile(?!=false))/,
    drift: pnpmDrift,
    type: "pnpm install",
  },
  {
    manifest: "package.json",
    file: "yarn.lock",
    refusedBy: /\byarn(?:\s+install)?\b(?=[^\n&;|]*--(?:frozen-lockfile|immutable)\b)/,
    drift: yarnDrift,
    type: "yarn install",
  },
  {
    // docs.astral.sh/uv/concepts/projects/sync
    manifest: "pyproject.toml",
    file: "uv.lock",
    refusedBy: /\buv\s+sync\b(?=[^\n&;|]*--locked\b)/,
    drift: pythonDrift,
    type: "uv lock",
  },
  {
    // python-poetry.org/docs/cli: install
    manifest: "pyproject.toml",
    file: "poetry.lock",
    refusedBy: /\bpoetry\s+install\b/,
    drift: pythonDrift,
    type: "poetry lock",
  },
];
