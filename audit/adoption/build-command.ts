import path from "node:path";
import type { Repository } from "../reader";
import { assumed, type DraftField, read } from "./draft-field";
import { goBuild } from "./go-build";
import {
  type Language,
  languageOfFiles,
  languageOfProgram,
  nativeLanguageOfFiles,
  runsNode,
} from "./languages";
import { isOwnManifest } from "./own-manifest";

/** A file that says by what a service is built: its runtime and its build command. */
interface Tool {
  readonly file: string;
  readonly runtime: string;
  readonly build: string;
}

/** The first file that is there decides: a lock file before what it locks. */
const TOOLS: readonly Tool[] = [
  { file: "uv.lock", runtime: "python", build: "uv sync --frozen" },
  { file: "poetry.lock", runtime: "python", build: "poetry install" },
  { file: "requirements.txt", runtime: "python", build: "pip install -r requirements.txt" },
  { file: "pyproject.toml", runtime: "python", build: "pip install ." },
  { file: "pnpm-lock.yaml", runtime: "node", build: "pnpm install --frozen-lockfile" },
  { file: "yarn.lock", runtime: "node", build: "yarn install --frozen-lockfile" },
  { file: "bun.lock", runtime: "node", build: "bun install --frozen-lockfile" },
  { file: "bun.lockb", runtime: "node", build: "bun install --frozen-lockfile" },
  { file: "package-lock.json", runtime: "node", build: "npm ci" },
  { file: "go.mod", runtime: "go", build: "go build" },
  { file: "Gemfile.lock", runtime: "ruby", build: "bundle install" },
  { file: "mix.lock", runtime: "elixir", build: "mix deps.get --only prod && MIX_ENV=prod mix compile" },
  { file: "Cargo.lock", runtime: "rust", build: "cargo build --release" },
  { file: "Gemfile", runtime: "ruby", build: "bundle install" },
  { file: "mix.exs", runtime: "elixir", build: "mix deps.get --only prod && MIX_ENV=prod mix compile" },
  { file: "Cargo.toml", runtime: "rust", build: "cargo build --release" },
  // After all others: a Python service may have one for its tools.
  { file: "package.json", runtime: "node", build: "npm install" },
];

/** How the scripts of each package manager are started. */
const RUNS: readonly (readonly [RegExp, string])[] = [
  [/^pnpm /, "pnpm run build"],
  [/^yarn /, "yarn run build"],
  [/^bun /, "bun run build"],
  [/^npm /, "npm run build"],
];

const DOCKERFILES = ["Dockerfile", "Containerfile"];

/** The runtime of a service whose manifest says none: its image, else its packages, else its start command. */
export function runtimeOf(folder: string, start: string, repository: Repository): DraftField {
  const image = DOCKERFILES.map((name) => path.posix.join(folder, name)).find((file) => repository.has(file));
  if (image !== undefined) return read("runtime", "docker", { source: "file", file: image });
  // A service of Ruby has a lock file of Node's for its pages, and one of Python's for its tools.
  const spoken = languageOfProgram(start);
  const found =
    toolIn(folder, repository, spoken) ?? (spoken === undefined ? toolIn(folder, repository) : undefined);
  if (found !== undefined) return read("runtime", found.tool.runtime, { source: "file", file: found.file });
  if (spoken !== undefined) return assumed("runtime", spoken, "by the start command");
  if (runsNode(start)) return assumed("runtime", "node", "by the start command");
  const written = nativeLanguageOfFiles(folder, repository);
  if (written !== undefined) return assumed("runtime", written, "by its files; no manifest says it");
  return assumed(
    "runtime",
    "python",
    "not known, no file says it: docker, elixir, go, image, node, python, ruby or rust",
  );
}

/** The build command by the service's packages; none of an image, which its Dockerfile builds. */
export function buildOf(
  folder: string,
  runtime: string,
  repository: Repository,
  commands: readonly string[] = [],
): readonly DraftField[] {
  if (runtime === "docker" || runtime === "image") return [];
  const found = toolIn(folder, repository, runtime);
  if (found === undefined) return [];
  const { tool, file } = found;
  const script = /"build"\s*:/.test(repository.text(path.posix.join(folder, "package.json")) ?? "");
  const run = runtime === "node" && script ? RUNS.find(([name]) => name.test(tool.build))?.[1] : undefined;
  const own = runtime === "go" ? goBuild(folder, commands, repository) : tool.build;
  const build = run === undefined ? own : `${own} && ${run}`;
  return [assumed("build", build, `what ${file} needs`)];
}

/** What starts the `start` script of a package. */
export function scriptStarter(folder: string, repository: Repository): string {
  const manager = toolIn(folder, repository, "node")?.tool.build.split(" ", 1)[0] ?? "npm";
  return manager === "bun" ? "bun run start" : `${manager} start`;
}

/** The language of a service that an image runs: by its packages, else by its files. */
export function languageOf(folder: string, runtime: string, repository: Repository): Language | undefined {
  if (runtime !== "docker" && runtime !== "image") return runtime as Language;
  const packed = toolIn(folder, repository)?.tool.runtime as Language | undefined;
  return packed ?? languageOfFiles(folder, repository);
}

/** What starts a service of a runtime, where no file says it. */
export const STARTS: Readonly<Record<string, string>> = {
  node: "npm start",
  go: "./app",
  ruby: "bundle exec puma -p $PORT",
  elixir: "mix phx.server",
  rust: "cargo run --release",
};

interface FoundTool {
  readonly tool: Tool;
  readonly file: string;
}

/** A package without a lock file of its own is installed by that of the workspace above it. */
function toolIn(folder: string, repository: Repository, runtime?: string): FoundTool | undefined {
  const rows = runtime === undefined ? TOOLS : TOOLS.filter((row) => row.runtime === runtime);
  const own = foundIn(folder, rows, repository);
  if (own === undefined || own.tool.file !== "package.json") return own;
  const locks = rows.filter((row) => row.runtime === "node" && row.file !== "package.json");
  for (let at = folder; at !== "" && at !== "."; ) {
    at = path.posix.dirname(at) === "." ? "" : path.posix.dirname(at);
    if (isWorkspace(at, repository)) return foundIn(at, locks, repository) ?? own;
  }
  return own;
}

function foundIn(folder: string, rows: readonly Tool[], repository: Repository): FoundTool | undefined {
  const own = isOwnManifest(folder, repository);
  const tool = rows.find(
    ({ file, runtime }) => repository.has(path.posix.join(folder, file)) && !(own && runtime === "node"),
  );
  return tool === undefined ? undefined : { tool, file: path.posix.join(folder, tool.file) };
}

function isWorkspace(folder: string, repository: Repository): boolean {
  const text = repository.text(path.posix.join(folder, "package.json")) ?? "";
  return repository.has(path.posix.join(folder, "pnpm-workspace.yaml")) || /"workspaces"\s*:/.test(text);
}
