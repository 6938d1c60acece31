import path from "node:path";
import type { Repository } from "../reader";
import { assumed, type DraftField, read } from "./draft-field";

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
  { file: "go.mod", runtime: "go", build: "go build -tags netgo -ldflags '-s -w' -o app" },
  { file: "Gemfile.lock", runtime: "ruby", build: "bundle install" },
  { file: "mix.lock", runtime: "elixir", build: "mix deps.get --only prod && MIX_ENV=prod mix compile" },
  { file: "Cargo.lock", runtime: "rust", build: "cargo build --release" },
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
  const tool = toolIn(folder, repository);
  if (tool !== undefined) {
    return read("runtime", tool.runtime, { source: "file", file: path.posix.join(folder, tool.file) });
  }
  const node = /\b(?:node|npm|next|yarn|pnpm)\b/.test(start);
  return assumed(
    "runtime",
    node ? "node" : "python",
    start === "" ? "no file says it" : "by the start command",
  );
}

/** The build command by the service's packages; none of an image, which its Dockerfile builds. */
export function buildOf(folder: string, runtime: string, repository: Repository): readonly DraftField[] {
  if (runtime === "docker" || runtime === "image") return [];
  const tool = TOOLS.find(
    (row) => row.runtime === runtime && repository.has(path.posix.join(folder, row.file)),
  );
  if (tool === undefined) return [];
  const script = /"build"\s*:/.test(repository.text(path.posix.join(folder, "package.json")) ?? "");
  const run = runtime === "node" && script ? RUNS.find(([name]) => name.test(tool.build))?.[1] : undefined;
  const build = run === undefined ? tool.build : `${tool.build} && ${run}`;
  return [assumed("build", build, `what ${path.posix.join(folder, tool.file)} needs`)];
}

function toolIn(folder: string, repository: Repository): Tool | undefined {
  return TOOLS.find(({ file }) => repository.has(path.posix.join(folder, file)));
}
