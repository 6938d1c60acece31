import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { writeWhole } from "../../../../system";
import { programsOnPath } from "../../../programs-on-path";
import { askedOfCorepack } from "./corepack";
import { python as pythonOf } from "./interpreters";
import { registrySettings } from "./registries";
import type { LanguageTools, ToolchainRequest } from "./tools";

/** A package manager that Render's native runtimes have, and this machine may not. */
interface Manager {
  readonly from: "pip" | "npm";
  /** The programs that it brings. */
  readonly programs: readonly string[];
  /** The variable that asks for a version. */
  readonly variable?: string;
  /** The package that brings a version, where it has another name than the program. */
  readonly packageOf?: (version: string) => string;
}

/** @see https://render.com/docs/native-runtimes, read in November 2026 */
const MANAGERS: Readonly<Record<string, Manager>> = {
  uv: { from: "pip", programs: ["uv", "uvx"], variable: "UV_VERSION" },
  poetry: { from: "pip", programs: ["poetry"], variable: "POETRY_VERSION" },
  pnpm: { from: "npm", programs: ["pnpm", "pnpx"] },
  yarn: {
    from: "npm",
    programs: ["yarn"],
    // yarnpkg.com/getting-started/install: from version 2 on, each is a release of this package.
    packageOf: (version) => (/^[01]\./.test(version) ? "yarn" : "@yarnpkg/cli-dist"),
  },
  bun: { from: "npm", programs: ["bun", "bunx"], variable: "BUN_VERSION" },
};

/** Names the folder that was installed whole. */
const MARK = "whole";
const PROGRAMS = "programs";

/** The package managers that the service's commands name. What this machine lacks is installed once, in the cache. */
export async function packageManagers(
  request: ToolchainRequest,
  language: LanguageTools,
): Promise<Pick<LanguageTools, "path" | "differences">> {
  const commands = request.commands.join("\n");
  const folders: string[] = [];
  const differences: string[] = [];
  for (const [name, manager] of Object.entries(MANAGERS)) {
    const named = new RegExp(`(?:^|[\\s;&|(])(?:${manager.programs.join("|")})(?=\\s|$)`, "m").test(commands);
    if (!named) continue;
    const asked = await askedManager(name, manager, request);
    if (asked === undefined && programsOnPath(name).length > 0) continue;
    folders.push(await installed(name, asked, manager, request, language));
  }
  return { path: folders, differences };
}

async function askedManager(
  name: string,
  { variable }: Manager,
  { variables, folders, commands }: ToolchainRequest,
): Promise<string | undefined> {
  const prepared = askedOfCorepack(commands.join("\n"), name);
  if (prepared !== undefined) return prepared;
  const set = variable === undefined ? undefined : variables.get(variable);
  if (set) return set;
  for (const folder of folders) {
    const text = await readFile(path.join(folder, "package.json"), "utf8").catch(() => "");
    const found = new RegExp(`"packageManager"\\s*:\\s*"${name}@([\\w.-]+)`).exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @returns a folder that holds the manager's programs and nothing else, which would hide the service's own */
async function installed(
  name: string,
  version: string | undefined,
  manager: Manager,
  { cache, onProgress, signal }: ToolchainRequest,
  language: LanguageTools,
): Promise<string> {
  const title = version === undefined ? name : `${name} ${version}`;
  const whose = manager.from === "npm" ? language.version : "python";
  const words = [name, version ?? "newest", whose].join("-").replace(/[^\w.-]+/g, "-");
  const place = path.join(cache, "tools", words);
  const earlier = await readFile(path.join(place, MARK), "utf8").catch(() => undefined);
  if (earlier !== undefined) return path.join(place, earlier, PROGRAMS);
  onProgress(`Installing ${title}, which Render has and this machine does not.`);
  await mkdir(place, { recursive: true });
  // It holds absolute paths, so it is made where it stays; the mark names the one that is whole.
  const making = await mkdtemp(path.join(place, "made-"));
  try {
    const install = manager.from === "pip" ? byPip : byNpm;
    const source = (version !== undefined && manager.packageOf?.(version)) || name;
    const from = await install(source, version, making, signal);
    await mkdir(path.join(making, PROGRAMS));
    for (const program of manager.programs)
      await symlink(path.join(making, from, program), path.join(making, PROGRAMS, program));
    writeWhole(path.join(place, MARK), path.basename(making));
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    signal.throwIfAborted();
    const said = String((cause as { stderr?: string }).stderr || cause);
    const last = said.trim().split("\n").slice(-3).join(" ");
    throw new Error(`${title} is not on this machine and could not be installed: ${last}`, { cause });
  }
  return path.join(making, PROGRAMS);
}

async function byPip(name: string, version: string | undefined, place: string, signal: AbortSignal) {
  const python = await pythonOf(([first]) => first);
  if (python === undefined) throw new Error("there is no Python 3 to install it with");
  const options = { env: { ...process.env, ...registrySettings() }, signal };
  const target = path.join(place, "packages");
  const wanted = version === undefined ? name : `${name}==${version}`;
  await promisify(execFile)(python.path, ["-m", "venv", target], options);
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  await promisify(execFile)(
    path.join(target, "bin/python"),
    ["-m", "pip", "install", ...quiet, wanted],
    options,
  );
  return "packages/bin";
}

async function byNpm(name: string, version: string | undefined, place: string, signal: AbortSignal) {
  const wanted = `${name}@${version ?? "latest"}`;
  const words = ["install", "--prefix", place, "--no-audit", "--no-fund", "--loglevel=error", wanted];
  await promisify(execFile)("npm", words, { env: { ...process.env, ...registrySettings() }, signal });
  return "node_modules/.bin";
}
