import { homedir } from "node:os";
import path from "node:path";
import { installWrappers } from "../installs/wrappers";
import { corepackFolder } from "./corepack";
import { nodeToolchain } from "./node";
import { packageManagers } from "./package-managers";
import { pythonToolchain } from "./python";
import { registrySettings } from "./registries";
import type { LanguageTools, Toolchain, ToolchainRequest } from "./tools";

const NONE: LanguageTools = { path: [], variables: {}, differences: [], version: "" };

const LANGUAGES: Readonly<Record<string, (request: ToolchainRequest) => Promise<LanguageTools>>> = {
  python: pythonToolchain,
  node: nodeToolchain,
  // Render's builds of static sites have Node.
  static: nodeToolchain,
};

/** Finds or makes the tools of a deploy. @throws Error with one sentence where one is missing and cannot be installed */
export async function prepareToolchain(request: ToolchainRequest): Promise<Toolchain> {
  const { runtime, checkout, cache } = request;
  const language = (await LANGUAGES[runtime]?.(request)) ?? NONE;
  const managers = await packageManagers(request, language);
  const corepack = await corepackFolder(request.commands.join("\n"), cache);
  const own = path.join(checkout, ".npm-global");
  const { version, environment = "" } = language;
  const wrapped = await installWrappers({ cache, checkout, version, environment });
  return {
    path: [...corepack, ...inOrder(runtime, language.path, [path.join(own, "bin"), ...managers.path])],
    // HOME is the checkout: what tools keep there by default would be in it.
    variables: { ...keptOutside(cache), ...language.variables, npm_config_prefix: own },
    buildPath: wrapped.buildPath,
    buildVariables: { ...registrySettings(), ...wrapped.buildVariables },
    differences: [...language.differences, ...managers.differences],
  };
}

/**
 * What the build installs into its own environment of Python is meant; the folder of this machine's Node holds other
 * versions of the package managers too.
 */
const inOrder = (runtime: string, language: readonly string[], managers: readonly string[]) =>
  runtime === "python" ? [...language, ...managers] : [...managers, ...language];

/** Downloads and compiled modules, by the variables that each tool reads. */
function keptOutside(cache: string): Record<string, string> {
  const at = (name: string): string => path.join(cache, "downloads", name);
  const home = (name: string, folder: string): string => process.env[name] ?? path.join(homedir(), folder);
  return {
    PIP_CACHE_DIR: at("pip"),
    UV_CACHE_DIR: at("uv"),
    POETRY_CACHE_DIR: at("poetry"),
    npm_config_cache: at("npm"),
    npm_config_store_dir: at("pnpm"),
    YARN_CACHE_FOLDER: at("yarn"),
    YARN_GLOBAL_FOLDER: at("yarn-berry"),
    BUN_INSTALL_CACHE_DIR: at("bun"),
    COREPACK_HOME: at("corepack"),
    GOMODCACHE: at("go-modules"),
    GOCACHE: at("go-build"),
    GOPATH: at("go"),
    GOFLAGS: "-modcacherw",
    CARGO_HOME: home("CARGO_HOME", ".cargo"),
    RUSTUP_HOME: home("RUSTUP_HOME", ".rustup"),
    BUNDLE_USER_HOME: at("bundle"),
    MIX_HOME: at("mix"),
    HEX_HOME: at("hex"),
  };
}
