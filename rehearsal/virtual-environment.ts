import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { holdFolder, writeWhole } from "../system";

/** The Python that runs a rehearsed service, in a private virtual environment. */
export interface VirtualEnvironment {
  readonly python: string;
  /** The folder to put first on PATH, so that a start command finds `uvicorn`. */
  readonly binDirectory: string;
  /** Whether packages had to be installed, which takes most of the time. */
  readonly installed: boolean;
}

export interface VirtualEnvironmentOptions {
  /** The pinned packages, transitive ones too: they are installed with `--no-deps`. */
  readonly requirements: string;
  /** A private folder that outlives the run. Each environment has a folder there, named by its content's hash. */
  readonly cacheDirectory: string;
  readonly onProgress?: (sentence: string) => void;
  /** Commands tried in turn. @default python3, then python3.14 down to python3.10, then python */
  readonly interpreters?: readonly string[];
  /** Milliseconds after which a lock that is not renewed counts as a killed run's. @default 5000 */
  readonly staleMilliseconds?: number;
}

const OLDEST_MINOR = 10;
const INTERPRETERS = ["python3", ...Array.from({ length: 5 }, (_, back) => `python3.${14 - back}`), "python"];
const PROBE = "import sys, venv, ensurepip; print(sys.executable, *sys.version_info[:3], sep='\\n')";

/** Finds a Python, and returns the virtual environment that holds exactly the given requirements. */
export async function virtualEnvironment(options: VirtualEnvironmentOptions): Promise<VirtualEnvironment> {
  const { cacheDirectory, onProgress = () => {} } = options;
  const requirements = await readFile(options.requirements, "utf8");
  const interpreter = await findPython(options.interpreters ?? INTERPRETERS);
  const key = createHash("sha256")
    .update(`${interpreter.path}\n${interpreter.version}\n${requirements}`)
    .digest("hex");
  const place = join(cacheDirectory, `python-${key.slice(0, 16)}`);
  const ready = await wholeIn(place);
  if (ready !== undefined) return described(ready, false);

  const release = await holdLock(place, options);
  try {
    // Another run may have built it while this one waited for the lock.
    const built = await wholeIn(place);
    if (built !== undefined) return described(built, false);
    return described(await build(place, interpreter, options.requirements, onProgress), true);
  } finally {
    await release();
  }
}

/** Waits for a run that builds the same environment. */
function holdLock(place: string, options: VirtualEnvironmentOptions): Promise<() => Promise<void>> {
  const { onProgress = () => {}, staleMilliseconds: stale = 5_000 } = options;
  return holdFolder(place, {
    stale,
    // Two builds at once only cost time: each has a folder of its own.
    onLost: (error) => onProgress(`The lock on ${place} was lost: ${error.message}.`),
    onWait: () => onProgress("Another run makes the virtual environment; waiting for it."),
  });
}

const MARK = "whole";

/**
 * A virtual environment holds absolute paths, so it is built where it stays. Each build has its own folder, so that
 * the pip of a killed build writes into that build's folder only. A mark names the complete folder.
 */
async function build(
  place: string,
  interpreter: Interpreter,
  requirements: string,
  onProgress: (sentence: string) => void,
): Promise<string> {
  await clear(place);
  const directory = await mkdtemp(join(place, "environment-"));
  try {
    onProgress(`Making a virtual environment with Python ${interpreter.version}.`);
    await step([interpreter.path, "-m", "venv", directory]);
    onProgress("Installing the service's pinned packages with pip.");
    const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
    await step([
      described(directory, true).python,
      ...["-m", "pip", "install", ...quiet, "--no-deps", "--only-binary", ":all:", "-r", requirements],
    ]);
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
  const mark = join(place, MARK);
  writeWhole(mark, `${basename(directory)}\n`);
  return directory;
}

/** Removes what killed builds left. Where a pip is still writing, the next build removes the rest. */
async function clear(place: string): Promise<void> {
  for (const name of await readdir(place))
    await rm(join(place, name), { recursive: true, force: true, maxRetries: 3 }).catch((error) => {
      if (error.code !== "ENOTEMPTY") throw error;
    });
}

/** The folder that the mark names, if it is still there. */
async function wholeIn(place: string): Promise<string | undefined> {
  const mark = join(place, MARK);
  if (!existsSync(mark)) return undefined;
  const directory = join(place, (await readFile(mark, "utf8")).trim());
  return existsSync(described(directory, false).python) ? directory : undefined;
}

interface Outcome {
  readonly output: string;
  /** Undefined when it succeeded, otherwise the operating system's message. */
  readonly failure: string | undefined;
}

/** Variables for other Pythons in the user's shell, which would change where packages and modules are found. */
const STEERS_ELSEWHERE = new Set([
  "PYTHONHOME",
  "PYTHONPATH",
  "PIP_TARGET",
  "PIP_PREFIX",
  "PIP_ROOT",
  "PIP_USER",
]);

function run(file: string, parameters: readonly string[]): Promise<Outcome> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !STEERS_ELSEWHERE.has(name)));
  return new Promise((resolve) => {
    execFile(file, parameters, { env, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      const failure = error === null ? undefined : String(error.code ?? error.signal);
      resolve({ output: stdout + stderr, failure });
    });
  });
}

async function step(command: readonly string[]): Promise<void> {
  const [file = "", ...parameters] = command;
  const { output, failure } = await run(file, parameters);
  if (failure === undefined) return;
  throw new Error(
    `The service's Python packages could not be set up: \`${command.join(" ")}\` ended with ${failure}.\n${output.trim()}`,
  );
}

interface Interpreter {
  readonly path: string;
  readonly version: string;
}

async function findPython(commands: readonly string[]): Promise<Interpreter> {
  const considered: string[] = [];
  for (const command of commands) {
    const { output, failure } = await run(command, ["-c", PROBE]);
    const [path = "", major = "", minor = "", patch = ""] = output.split("\n");
    const version = `${major}.${minor}.${patch}`;
    if (failure === undefined && Number(major) === 3 && Number(minor) >= OLDEST_MINOR)
      return { path, version };
    considered.push(
      failure === undefined ? `${command} is ${version}` : `${command} does not run with venv and pip`,
    );
  }
  throw new Error(
    `The sample service needs Python 3.${OLDEST_MINOR} or newer with the venv module, and none was found (${considered.join(", ")}). Install one (\`apt-get install python3 python3-venv\`, \`brew install python\`) and run the command again.`,
  );
}

function described(directory: string, installed: boolean): VirtualEnvironment {
  const binDirectory = join(directory, process.platform === "win32" ? "Scripts" : "bin");
  return { python: join(binDirectory, "python"), binDirectory, installed };
}
