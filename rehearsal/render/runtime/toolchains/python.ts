import { execFile } from "node:child_process";
import { mkdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { isKept, type Kept, keep, restore } from "../installs/snapshot";
import { type AskedVersion, askedPython, isAskedFor, nearestVersion } from "./asked-version";
import { type Interpreter, python as pythonOf } from "./interpreters";
import type { LanguageTools, ToolchainRequest } from "./tools";

/** Render's virtual environment is in the root of the source. */
export const ENVIRONMENT = ".venv";

/**
 * A build that begins with an installer: it copies the whole environment that it has filled before, so the empty one is
 * put in place only where there is none.
 */
const INSTALLS_FIRST = /^\s*(?:pip3?|uv|poetry|python3?\s+-m\s+pip)\s/;

/** A virtual environment in the checkout, of the asked Python or the nearest that this machine has. */
export async function pythonToolchain(request: ToolchainRequest): Promise<LanguageTools> {
  const { checkout, cache, onProgress } = request;
  const asked = await askedPython(request);
  const python = await pythonOf((found) => nearestVersion(found, asked));
  if (python === undefined) {
    throw new Error(
      "A Python service needs a Python 3 with the venv module, and this machine has none. Install one " +
        "(`apt-get install python3 python3-venv`, `brew install python`), then try again.",
    );
  }
  const environment = path.join(checkout, ENVIRONMENT);
  onProgress(`Using Python version ${python.version} (asked for: ${asked.written} by ${asked.by})`);
  await rm(environment, { recursive: true, force: true });
  const empty = { cache, checkout, key: `empty-${python.version}-${nameOf(python.path)}` };
  const byInstaller = INSTALLS_FIRST.test(request.build ?? "") && (await isKept(empty));
  if (!byInstaller) await makeEnvironment(empty, python, environment);
  return {
    path: [path.join(environment, "bin")],
    variables: {
      VIRTUAL_ENV: environment,
      UV_PROJECT_ENVIRONMENT: environment,
      // What Render has; uv and Poetry would fetch or choose another.
      UV_PYTHON: path.join(environment, "bin", "python"),
      UV_PYTHON_DOWNLOADS: "never",
    },
    differences: differenceOf("Python", python, asked),
    version: `python ${python.version} ${python.path}`,
    ...(byInstaller && { environment: empty.key }),
  };
}

/** One sentence where the version is not the one that was asked for. */
export function differenceOf(language: string, { version }: Interpreter, asked: AskedVersion): string[] {
  if (isAskedFor(version, asked)) return [];
  return [
    `${language} ${version} stands for ${asked.written} (${asked.by}), which this machine does not have.`,
  ];
}

/** A new environment takes seconds, most of them for pip: each Python's empty one is kept. */
async function makeEnvironment(empty: Kept, python: Interpreter, environment: string): Promise<void> {
  if (await restore(empty)) return;
  await mkdir(environment, { recursive: true });
  await promisify(execFile)(python.path, ["-m", "venv", environment], { env: withoutPython() });
  if (!(await stat(path.join(environment, "bin", "pip")).catch(() => undefined)))
    throw new Error(`Python ${python.version} made a virtual environment without pip.`);
  await keep(empty, [ENVIRONMENT]);
}

const nameOf = (file: string): string => file.replace(/[^\w.]+/g, "-");

/** Variables of the user's shell that lead a Python elsewhere. */
const withoutPython = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:PYTHON|VIRTUAL_ENV)/.test(name)));
