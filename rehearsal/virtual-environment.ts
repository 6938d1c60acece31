import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lock } from "proper-lockfile";

/** The Python that runs a rehearsed service, in a private virtual environment. */
export interface VirtualEnvironment {
  readonly python: string;
  /** The folder to put first on PATH, so that a start command finds `uvicorn`. */
  readonly binDirectory: string;
  /** Whether packages had to be installed, which is the slow part. */
  readonly installed: boolean;
}

export interface VirtualEnvironmentOptions {
  /** The pinned packages, transitive ones too: they are installed with `--no-deps`. */
  readonly requirements: string;
  /** A private folder that outlives the run; environments lie in it by the hash of what they hold. */
  readonly cacheDirectory: string;
  readonly onProgress?: (sentence: string) => void;
  /** Commands tried in turn. @default python3, then python3.14 down to python3.10, then python */
  readonly interpreters?: readonly string[];
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
  const directory = join(cacheDirectory, `python-${key.slice(0, 16)}`);
  if (await isWhole(directory)) return described(directory, false);

  await mkdir(cacheDirectory, { recursive: true });
  const release = await lock(directory, {
    realpath: false,
    stale: 15_000,
    retries: { forever: true, minTimeout: 250, maxTimeout: 1_000 },
    onCompromised: (error) => onProgress(`The lock on ${directory} was lost: ${error.message}.`),
  });
  try {
    // Another run may have built it while this one waited for the lock.
    if (await isWhole(directory)) return described(directory, false);
    await build(directory, interpreter, options.requirements, onProgress);
    return described(directory, true);
  } finally {
    await release();
  }
}

/** A virtual environment holds absolute paths, so it is built where it stays; the mark says that it is whole. */
async function build(
  directory: string,
  interpreter: Interpreter,
  requirements: string,
  onProgress: (sentence: string) => void,
): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  onProgress(`Making a virtual environment with Python ${interpreter.version}.`);
  await step([interpreter.path, "-m", "venv", directory]);
  onProgress("Installing the service's pinned packages with pip.");
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  await step([
    described(directory, true).python,
    ...["-m", "pip", "install", ...quiet, "--no-deps", "--only-binary", ":all:", "-r", requirements],
  ]);
  const mark = join(directory, "whole");
  await writeFile(`${mark}.part`, `${interpreter.version}\n`);
  await rename(`${mark}.part`, mark);
}

interface Outcome {
  readonly output: string;
  /** Undefined when it ended well, otherwise what the operating system said. */
  readonly failure: string | undefined;
}

function run(file: string, parameters: readonly string[]): Promise<Outcome> {
  const { PYTHONHOME: _home, PYTHONPATH: _path, ...env } = process.env;
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

async function isWhole(directory: string): Promise<boolean> {
  return existsSync(join(directory, "whole")) && existsSync(described(directory, false).python);
}

function described(directory: string, installed: boolean): VirtualEnvironment {
  const binDirectory = join(directory, process.platform === "win32" ? "Scripts" : "bin");
  return { python: join(binDirectory, "python"), binDirectory, installed };
}
