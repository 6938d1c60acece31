import path from "node:path";
import type { WorkspacePackages } from "../readers/javascript/workspace-packages";

/** A script of a package, and in which. */
export interface PackageRun {
  readonly script: string;
  /** A folder from the current one. */
  readonly folder?: string;
  /** A workspace, by its folder or its package's name. */
  readonly workspace?: string;
  /** What the script's command is given behind its own words. */
  readonly given?: readonly string[];
}

const MANAGERS = /^(?:npm|pnpm|yarn|bun)$/;
const FOLDER_FLAGS = ["--prefix", "--cwd", "-C", "--dir"];
const WORKSPACE_FLAGS = ["-w", "--workspace", "--filter", "-F"];
/** What a package manager does by itself with a word, so that it is no script's name. */
const OWN_WORDS = /^(?:install|i|ci|add|exec|dlx|x|create|init|publish|build)$/;

/** The script that npm, pnpm, yarn, bun, turbo or nx runs; `many` where it runs it in several packages at once. */
export function packageRun(words: readonly string[]): PackageRun | "many" | undefined {
  const [manager = "", ...rest] = words;
  const name = manager.split("/").at(-1) ?? "";
  if (name === "turbo") return turbo(rest);
  if (name === "nx") return nx(rest);
  if (name === "lerna") return undefined;
  if (!MANAGERS.test(name)) return undefined;
  let plain: string[] = [];
  let folder: string | undefined;
  let workspace: string | undefined;
  let all = false;
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? "";
    if (word === "--") break;
    const [flag = "", value] = word.split(/=(.*)/s);
    // pnpm's `-w` is its root and takes no value.
    const takes = (flags: readonly string[]): boolean =>
      flags.includes(flag) && !(name === "pnpm" && flag === "-w");
    if (takes(FOLDER_FLAGS) || takes(WORKSPACE_FLAGS)) {
      if (value === undefined) index += 1;
      const given = value ?? rest[index];
      if (takes(FOLDER_FLAGS)) folder = given;
      else workspace = given;
    } else if (/^(?:--workspaces|-ws|-r|--recursive|--parallel)$/.test(flag)) all = true;
    else if (!word.startsWith("-")) plain.push(word);
  }
  if (name === "yarn" && plain[0] === "workspace") [workspace, plain] = [plain[1], plain.slice(2)];
  const run = scriptIn(name, plain, all, { folder, workspace });
  if (run === undefined || run === "many") return run;
  const given = givenTo(name, run.script, rest);
  return given.length > 0 ? { ...run, given } : run;
}

/**
 * The arguments that a manager hands on to the script: npm those behind `--` alone, the others all behind its name
 * (docs.npmjs.com/cli/commands/npm-run, yarnpkg.com/cli/run, pnpm.io/cli/run).
 */
function givenTo(manager: string, script: string, rest: readonly string[]): readonly string[] {
  const dashes = rest.indexOf("--");
  if (manager === "npm") return dashes < 0 ? [] : rest.slice(dashes + 1);
  const behind = rest.slice(rest.indexOf(script) + 1);
  return behind[0] === "--" ? behind.slice(1) : behind;
}

function scriptIn(
  name: string,
  plain: readonly string[],
  all: boolean,
  where: { readonly folder: string | undefined; readonly workspace: string | undefined },
): PackageRun | "many" | undefined {
  const [first = "", second] = plain;
  const script = /^(?:run|run-script)$/.test(first) ? second : OWN_WORDS.test(first) ? undefined : first;
  if (script === undefined || script === "") return undefined;
  // `npm server` is no script: only some have a short form. `bun index.ts` runs the file.
  if (name === "npm" && script === first && !/^(?:start|test|stop|restart)$/.test(first)) return undefined;
  if (name === "bun" && /[./]/.test(script)) return undefined;
  if (all && where.workspace === undefined) return "many";
  const { folder, workspace } = where;
  return { script, ...(folder !== undefined && { folder }), ...(workspace !== undefined && { workspace }) };
}

/** `turbo run start --filter=@acme/api` */
function turbo(rest: readonly string[]): PackageRun | "many" | undefined {
  const filter = rest.findIndex((word) => /^(?:--filter|-F)(?:=|$)/.test(word));
  const workspace = filter < 0 ? undefined : (rest[filter]?.split("=")[1] ?? rest[filter + 1]);
  const [first, second] = rest.filter(
    (word, index) => !word.startsWith("-") && rest[index - 1] !== "--filter",
  );
  const script = first === "run" ? second : first;
  if (script === undefined) return undefined;
  return workspace === undefined ? "many" : { script, workspace };
}

/** `nx serve api`, `nx run api:serve`: the project's own target may be a script of its package. */
function nx(rest: readonly string[]): PackageRun | undefined {
  const [first, second] = rest.filter((word) => !word.startsWith("-"));
  const [project, target] = first === "run" ? (second ?? "").split(":") : [second, first];
  return project === undefined || target === undefined ? undefined : { script: target, workspace: project };
}

/** The folders in which a package of the workspace may be, by its name or its path. */
export function workspaceFolders(
  workspace: string,
  bases: readonly string[],
  packages: WorkspacePackages,
): readonly string[] {
  const named = packages.named().get(workspace.replace(/^\{|\}$|\.{3}$/g, ""));
  const plain = workspace.replace(/^\.\//, "");
  return named === undefined ? bases.map((base) => path.posix.join(base, plain)) : [named];
}
