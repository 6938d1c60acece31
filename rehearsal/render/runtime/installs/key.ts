import { createHash } from "node:crypto";
import { readdir, readFile, readlink } from "node:fs/promises";
import path from "node:path";
import type { Installation } from "./installation";

/** Made by installers and builds: not what they are made from. */
const MADE = new Set([".git", "node_modules", ".venv", "venv", "__pycache__", "target", ".npm-global"]);

/** Manifests and lock files, and what installers read beside them. */
const BY_INSTALLER: Readonly<Record<Installation["into"], RegExp>> = {
  environment:
    /(?:^|\/)(?:[^/]*(?:requirements|constraints)[^/]*\.(?:txt|in)|requirements\/[^/]+|pyproject\.toml|setup\.(?:py|cfg)|uv\.(?:lock|toml)|poetry\.(?:lock|toml)|pip\.conf|[^/]+\.whl)$/,
  modules:
    /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|pnpm-(?:lock|workspace)\.yaml|\.pnpmfile\.c?js|yarn\.lock|\.yarnrc(?:\.yml)?|\.yarn\/.*|bun\.lockb?|bunfig\.toml|\.npmrc|[^/]*\.prisma|patches\/.*)$/,
  target: /(?:^|\/)(?:Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?|\.cargo\/.*)$/,
};

/** A line of a requirements file that installs a folder of the checkout. */
const NAMES_OWN_CODE = /^\s*(?:(?:-e|--editable)[\s=]+)?(?:\.{1,2}(?:\/|\s*$|\[)|file:)/m;

/** Variables that change what an installer installs. */
const STEERS =
  /^(?:NODE_ENV|npm_config_(?!cache|prefix|store)|PIP_(?!CACHE)|UV_(?!CACHE|PROJECT|PYTHON$)|POETRY_(?!CACHE)|YARN_(?!CACHE|GLOBAL)|CARGO_(?!HOME)|RUSTFLAGS)/;

export interface KeyRequest {
  readonly tool: string;
  readonly words: readonly string[];
  readonly installation: Installation;
  readonly checkout: string;
  /** Where the installer was started. */
  readonly folder: string;
  readonly version: string;
  /** What was installed before into the same folders, by its own key. */
  readonly after: string;
  readonly variables: NodeJS.ProcessEnv;
}

/** One key for the same installer, asked the same, of the same files. */
export async function keyOf(request: KeyRequest): Promise<string> {
  const { tool, words, installation, checkout, folder, version, after, variables } = request;
  const hash = createHash("sha256");
  const add = (...parts: readonly (string | Buffer)[]): void => {
    for (const part of parts) hash.update(`${part.length}:`).update(part);
  };
  add("1", process.platform, process.arch, tool, version, after, path.relative(checkout, folder));
  add(...words.map((word) => word.replaceAll(checkout, "")));
  for (const [name, value = ""] of Object.entries(variables).sort()) if (STEERS.test(name)) add(name, value);
  // A requirements file may lie beside the root directory, and so may a workspace's lock file.
  const all = await filesBelow(checkout, "");
  const read = async (names: readonly string[]) =>
    Promise.all(names.map(async (name) => [name, await contentOf(path.join(checkout, name))] as const));
  const manifests = await read(all.filter((name) => BY_INSTALLER[installation.into].test(name)));
  const ownCode = installation.ownCode || manifests.some(([, text]) => NAMES_OWN_CODE.test(String(text)));
  for (const [name, content] of ownCode ? await read(all) : manifests) add(name, content);
  return `${tool}-${hash.digest("hex").slice(0, 32)}`;
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  const found = await Promise.all(
    entries.map((entry) => {
      if (MADE.has(entry.name)) return [];
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, name) : [name];
    }),
  );
  return found.flat().sort();
}

/** A link counts by where it leads. */
const contentOf = (file: string): Promise<string | Buffer> =>
  readlink(file).catch(() => readFile(file).catch(() => ""));
