import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { version } from "../package.json";

/** A package, as another package.json has to name it. */
export interface Installed {
  readonly name: string;
  /** What package.json says: an exact version, `file:…`, an address of git or of a tarball. */
  readonly specifier: string;
  /** The file or folder of a `file:` specifier. */
  readonly file?: string;
}

interface Manifest {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly link?: boolean;
}

/**
 * How `portcullis` was installed, and `portcullis-rehearsal` where it is there: from a registry, a tarball, git or a
 * folder. It is read from what the package manager wrote, so that a package that is not published can be named.
 *
 * @param output the folder of the package.json that names them
 */
export function installedPackages(output: string): readonly Installed[] {
  const own = packageFolder();
  const portcullis = installedAs("portcullis", own, output);
  const rehearsal = rehearsalFolder(own);
  return [
    portcullis,
    ...(rehearsal === undefined ? [] : [installedAs("portcullis-rehearsal", rehearsal, output)]),
  ];
}

/** @param project the folder whose package.json names it */
export function installedAs(
  name: string,
  folder: string,
  output: string,
  project = projectOf(folder),
): Installed {
  // A checkout, or a folder that `npm link` names.
  if (project === undefined) return byFile(name, folder, output);
  const locked = lockedPackage(project, name);
  const { resolved = "" } = locked ?? {};
  if (resolved.startsWith("file:")) return byFile(name, path.resolve(project, resolved.slice(5)), output);
  if (resolved.startsWith("git")) return { name, specifier: resolved };
  const stated = statedIn(project, name) ?? "";
  const [, file] = /^(?:file:)?((?:\.{0,2}\/|~\/).*|.*\.t(?:ar\.)?gz)$/.exec(stated) ?? [];
  if (file !== undefined && !/^https?:/.test(stated))
    return byFile(name, path.resolve(project, file), output);
  const elsewhere = /^(?:git[+:@]|git\+|github:|gitlab:|bitbucket:|https?:|[\w-]+\/[\w.-]+(?:#|$))/.test(
    stated,
  );
  return { name, specifier: elsewhere ? stated : version };
}

function byFile(name: string, file: string, output: string): Installed {
  return { name, specifier: `file:${path.relative(output, file).split(path.sep).join("/")}`, file };
}

/** The folder whose package manager installed the package; undefined of a checkout. pnpm keeps packages a level deeper. */
export function projectOf(folder: string): string | undefined {
  const [project, inside] = folder.split(`${path.sep}node_modules${path.sep}`, 2);
  return inside === undefined ? undefined : project;
}

/** What npm wrote beside the packages that it installed (docs.npmjs.com/cli/configuring-npm/package-lock-json). */
function lockedPackage(project: string, name: string): LockedPackage | undefined {
  const lock = readJson<{ packages?: Readonly<Record<string, LockedPackage>> }>(
    path.join(project, "node_modules/.package-lock.json"),
  );
  return lock?.packages?.[`node_modules/${name}`];
}

export function statedIn(project: string, name: string): string | undefined {
  const manifest = readJson<Manifest>(path.join(project, "package.json"));
  const { dependencies, devDependencies, optionalDependencies } = manifest ?? {};
  return dependencies?.[name] ?? devDependencies?.[name] ?? optionalDependencies?.[name];
}

/** Found from dist/ as from the sources: the nearest folder above with this package's package.json. */
export function packageFolder(folder: string = __dirname): string {
  const manifest = readJson<Manifest>(path.join(folder, "package.json"));
  if (manifest?.name === "portcullis") return folder;
  if (folder === path.dirname(folder)) throw new Error("portcullis has no package.json: install it again");
  return packageFolder(path.dirname(folder));
}

function rehearsalFolder(own: string): string | undefined {
  try {
    return path.dirname(
      createRequire(path.join(own, "package.json")).resolve("portcullis-rehearsal/package.json"),
    );
  } catch {
    const beside = path.join(own, "rehearsal");
    return existsSync(path.join(beside, "package.json")) ? beside : undefined;
  }
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}
