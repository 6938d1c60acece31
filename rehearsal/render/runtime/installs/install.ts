import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { constants as system } from "node:os";
import path from "node:path";
import { programsOnPath } from "../../../programs-on-path";
import { type Installation, installationOf } from "./installation";
import { keyOf } from "./key";
import { takeOwnPackages } from "./own-packages";
import type { InstallSettings } from "./settings";
import { keep, restore } from "./snapshot";

export interface InstallRequest {
  readonly tool: string;
  readonly words: readonly string[];
  /** Where the installer was started. */
  readonly folder: string;
  readonly settings: InstallSettings;
}

const ENVIRONMENT = ".venv";
/** In an environment: the key of what was installed into it last. */
const LAST_KEY = path.join(ENVIRONMENT, ".portcullis-installed");
const NOT_FOUND = 127;

/** Runs the tool, or copies what it installed before. @returns its exit status */
export async function install(request: InstallRequest): Promise<number> {
  const { tool, words, folder, settings } = request;
  const { cache, checkout, version } = settings;
  const installation = installationOf(tool, words);
  // Started outside of the checkout, it installs for another program.
  const own = folder === checkout || folder.startsWith(checkout + path.sep);
  if (installation === undefined || !own) {
    await addEnvironment(settings);
    return runTool(request);
  }
  const after = await lastKey(checkout, installation);
  const key = await keyOf({
    ...{ tool, words, installation, checkout, folder, version, after },
    variables: process.env,
  });
  const kept = { cache, checkout, key };
  const restored = await restore(kept);
  if (restored)
    say(`\`${[tool, ...words].join(" ")}\`: copied from what was installed for the same files before.`);
  else await addEnvironment(settings);
  if (restored && installation.into === "modules") return runOwnScripts(request);
  if (restored && installation.into === "environment") {
    const sync = tool === "uv" && words[0] === "sync";
    // The project's own package is of another checkout: `uv run` would build it again where the service starts.
    return sync && (await takeOwnPackages(path.join(checkout, ENVIRONMENT), checkout)) ? runTool(request) : 0;
  }
  const status = await runTool(request);
  if (status !== 0) return status;
  if (!restored) await keepAll(kept, installation, folder);
  return 0;
}

/** The empty environment of Python, where nothing has put one into its place. */
async function addEnvironment({ cache, checkout, environment }: InstallSettings): Promise<void> {
  if (environment === "" || existsSync(path.join(checkout, ENVIRONMENT))) return;
  if (await restore({ cache, checkout, key: environment })) return;
  say(
    "The empty environment of Python that was kept cannot be copied. Rehearse again: it is made again then.",
  );
}

async function keepAll(
  kept: { readonly cache: string; readonly checkout: string; readonly key: string },
  { into }: Installation,
  folder: string,
): Promise<void> {
  const { checkout } = kept;
  try {
    if (into === "environment") await writeFile(path.join(checkout, LAST_KEY), kept.key);
    const folders =
      into === "environment"
        ? [ENVIRONMENT]
        : await foldersCalled(into === "modules" ? "node_modules" : "target", checkout, folder);
    if (folders.length > 0) await keep(kept, folders);
  } catch (error) {
    // The service is installed; only the next build is no faster.
    say(`What was installed could not be kept: ${(error as Error).message}`);
  }
}

async function lastKey(checkout: string, { into }: Installation): Promise<string> {
  if (into !== "environment") return "";
  return readFile(path.join(checkout, LAST_KEY), "utf8").catch(() => "");
}

/** Folders of that name below the installer's, none inside another, relative to the checkout. */
async function foldersCalled(name: string, checkout: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      if (!entry.isDirectory() || entry.name === ".git" || entry.name === ENVIRONMENT) return [];
      const place = path.join(folder, entry.name);
      return entry.name === name ? [path.relative(checkout, place)] : foldersCalled(name, checkout, place);
    }),
  );
  return found.flat();
}

/** In the order in which every package manager runs them after an installation. */
const OWN_SCRIPTS = ["preinstall", "install", "postinstall", "prepare"];

/** The package's own scripts may write beside node_modules: they run, whether or not that was copied. */
async function runOwnScripts(request: InstallRequest): Promise<number> {
  const { words, folder } = request;
  if (words.includes("--ignore-scripts")) return 0;
  const text = await readFile(path.join(folder, "package.json"), "utf8").catch(() => "{}");
  const { scripts = {} } = JSON.parse(text) as { scripts?: Record<string, string> };
  for (const name of OWN_SCRIPTS) {
    if (scripts[name] === undefined) continue;
    const status = await runTool({ ...request, words: ["run", name] });
    if (status !== 0) return status;
  }
  return 0;
}

/** The tool that the wrapper is for. */
function realTool(tool: string, wrappers: string): string | undefined {
  return programsOnPath(tool).find((file) => path.dirname(path.resolve(file)) !== wrappers);
}

/** Runs the tool that the wrapper is for. */
function runTool({ tool, words, settings }: InstallRequest): Promise<number> {
  const real = realTool(tool, settings.wrappers);
  if (real === undefined) {
    process.stderr.write(`${tool}: not found\n`);
    return Promise.resolve(NOT_FOUND);
  }
  const child = spawn(real, words, { stdio: "inherit" });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      process.stderr.write(`${real}: ${error.message}\n`);
      resolve(NOT_FOUND);
    });
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? system.signals[signal] : 0)));
  });
}

const say = (sentence: string): void => void process.stdout.write(`==> [embedded Render] ${sentence}\n`);
