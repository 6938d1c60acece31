import path from "node:path";

/** Why a file or a folder was not read. A folder counts once, whatever it holds. */
export const LEFT_OUT = {
  ignored: "ignored by git",
  environmentIgnored: "env files that git ignores",
  vendored: "folders of installed or vendored packages",
  versionControl: "folders of version control",
  tests: "tests, fixtures, examples and documentation",
  link: "symbolic links",
  excluded: "left out by --exclude",
  large: "larger than 1 MB",
  binary: "binary",
} as const;

export type LeftOut = keyof typeof LEFT_OUT;

const VENDORED =
  /^(?:node_modules|bower_components|jspm_packages|vendor|third_party|site-packages|__pycache__|virtualenv|\.venv|venv|\.tox|\.nox|\.direnv|\.pnpm-store|\.yarn)$/;

const VERSION_CONTROL = /^\.(?:git|hg|svn|jj)$/;

/** Files that are not started: their ports and URLs say nothing of the service. */
const TEST_FOLDER =
  /^(?:tests?|__tests__|specs?|e2e|fixtures|__fixtures__|__mocks__|examples?|samples|docs?)$/i;
/**
 * maven.apache.org: standard directory layout, and Kotlin's for several machines. What is below it is the program's,
 * also a package of example.com, which other layouts have too.
 */
export const MAIN_SOURCES = /(?:^|\/)src\/(?:main|\w+Main)\/|(?:^|\/)(?:com|org|net)\/example(?:\/|$)/;
const TEST_FILE = /^(?:test_.*\.py|.*_test\.py|conftest\.py|.*\.(?:test|spec)\.[cm]?[jt]sx?)$/;

export const ENVIRONMENT_FILE = /^\.env(?:\..+)?$|\.env$/;

/** Why a folder of this path is never entered, or undefined. `siblings` are the names beside what it holds. */
export function folderLeftOut(folder: string, names: readonly string[]): LeftOut | undefined {
  const name = path.posix.basename(folder);
  if (VERSION_CONTROL.test(name)) return "versionControl";
  // PEP 405: a virtual environment is a folder with this file, whatever its name.
  if (VENDORED.test(name) || names.includes("pyvenv.cfg")) return "vendored";
  return TEST_FOLDER.test(name) && !MAIN_SOURCES.test(folder) ? "tests" : undefined;
}

export function fileLeftOut(file: string): LeftOut | undefined {
  return TEST_FILE.test(path.posix.basename(file)) ? "tests" : undefined;
}
