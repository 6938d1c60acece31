import { execFile } from "node:child_process";
import { readdir, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** A language's interpreter on this machine. */
export interface Interpreter {
  readonly path: string;
  readonly version: string;
}

/** Where an interpreter is looked for, and what it prints its version with. */
interface Search {
  readonly names: RegExp;
  /** Folders with one folder for each version, and in it the programs' folder. */
  readonly versions: readonly (readonly [folder: string, programs: string])[];
  /** Folders of scripts that start one of those versions, by the folder that they are called in. */
  readonly shims: readonly string[];
  readonly ask: readonly string[];
}

const home = homedir();
const pyenv = process.env.PYENV_ROOT ?? path.join(home, ".pyenv");
const SHIMS = [path.join(home, ".asdf/shims"), path.join(home, ".local/share/mise/shims")];
const PYTHON: Search = {
  names: /^python3(?:\.\d+)?$/,
  versions: [
    [path.join(pyenv, "versions"), "bin"],
    [path.join(home, ".local/share/uv/python"), "bin"],
    [path.join(home, ".asdf/installs/python"), "bin"],
    [path.join(home, ".local/share/mise/installs/python"), "bin"],
    ["/Library/Frameworks/Python.framework/Versions", "bin"],
  ],
  shims: [path.join(pyenv, "shims"), ...SHIMS],
  // A virtual environment needs both modules, which Debian packs apart.
  ask: ["-c", "import sys, venv, ensurepip; print('%d.%d.%d' % sys.version_info[:3])"],
};
const NODE: Search = {
  names: /^node(?:js)?$/,
  versions: [
    [path.join(process.env.NVM_DIR ?? path.join(home, ".nvm"), "versions/node"), "bin"],
    [path.join(home, ".local/share/fnm/node-versions"), "installation/bin"],
    [path.join(home, ".asdf/installs/nodejs"), "bin"],
    [path.join(home, ".local/share/mise/installs/node"), "bin"],
    [path.join(home, ".volta/tools/image/node"), "bin"],
  ],
  shims: SHIMS,
  ask: ["-p", "process.versions.node"],
};

const known = new Map<Search, Promise<readonly Interpreter[]>>();

/** Takes one of those that were found. @returns undefined where none is right */
type Choose = (found: readonly Interpreter[]) => Interpreter | undefined;

/** The chosen Python, which can make a virtual environment. */
export const python = (choose: Choose): Promise<Interpreter | undefined> => chosen(PYTHON, choose);
export const node = (choose: Choose): Promise<Interpreter | undefined> => chosen(NODE, choose);

/** The first that is chosen and answers. To ask each of ten takes seconds: most say their version by their folder. */
async function chosen(search: Search, choose: Choose): Promise<Interpreter | undefined> {
  let left = await found(search);
  for (;;) {
    const one = choose(left);
    if (one === undefined || !left.includes(one)) return one;
    const answer = await versionOf(one.path, search.ask);
    if (answer?.version === one.version) return answer;
    left = left.flatMap((other) => (other === one ? (answer ?? []) : [other]));
  }
}

/** All that may be there, looked for once in a process. */
function found(search: Search): Promise<readonly Interpreter[]> {
  const earlier = known.get(search);
  if (earlier !== undefined) return earlier;
  const looking = look(search);
  known.set(search, looking);
  return looking;
}

async function look({ names, versions, shims, ask }: Search): Promise<readonly Interpreter[]> {
  const installed = await Promise.all(
    versions.map(async ([folder, programs]) =>
      (await entries(folder)).map((version) => path.join(folder, version, programs)),
    ),
  );
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), ...installed.flat()];
  const candidates = await Promise.all(
    // What a shim starts is among the versions: to ask each of nine takes seconds.
    [...new Set(folders.filter((folder) => folder !== "" && !shims.includes(folder)))].map(async (folder) =>
      (await entries(folder)).filter((name) => names.test(name)).map((name) => path.join(folder, name)),
    ),
  );
  const real = new Map<string, string>();
  for (const candidate of candidates.flat()) {
    const target = await realpath(candidate).catch(() => undefined);
    if (target !== undefined && !real.has(target)) real.set(target, candidate);
  }
  const answers = await Promise.all(
    [...real].map(([target, candidate]) => versionInPath(target, candidate) ?? versionOf(candidate, ask)),
  );
  return answers.filter((answer) => answer !== undefined);
}

/** `…/versions/3.13.0/bin/python3.13`, `…/cpython-3.12.1-linux-x86_64-gnu/bin/python3.12`. */
const VERSION_IN_PATH = /(?:^|[^\d.])(\d+\.\d+\.\d+)(?:[^\d./][^/]*)?\/(?:installation\/)?bin\/[^/]+$/;

function versionInPath(target: string, candidate: string): Interpreter | undefined {
  const version = VERSION_IN_PATH.exec(target)?.[1];
  return version === undefined ? undefined : { path: candidate, version };
}

const entries = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const ASK_LIMIT_MS = 10_000;

async function versionOf(program: string, ask: readonly string[]): Promise<Interpreter | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, [...ask], { timeout: ASK_LIMIT_MS });
    const version = stdout.trim();
    return /^\d+\.\d+\.\d+$/.test(version) ? { path: program, version } : undefined;
  } catch {
    // A shim for a version that is not installed, or a Python without its modules.
    return undefined;
  }
}
