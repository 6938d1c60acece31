import path from "node:path";
import { ALL_VARIABLES, type Fact, factsOf } from "../../../domain";
import { simpleCommands } from "../../../domain/start-command/shell";
import { isBuiltByPlatform, isManifest } from "../../../platforms";
import type { Repository } from "../../reader";
import type { Chain } from "../chain";
import { packageRun } from "../package-run";
import { StartFiles } from "../start-files";
import { withoutWrappers } from "../wrappers";
import { folderOfBuild } from "./closed-build";
import { fileNamed } from "./missing-files";
import { type Project, subjectOf } from "./project";

/** What a start command cannot begin without: one of some files. */
interface Needed {
  readonly files: readonly string[];
  /** The command by the same file's path from where it runs. */
  readonly from: (folder: string) => string;
}

const SERVERS = /^(?:uvicorn|gunicorn|hypercorn|daphne|granian)$/;
/** What names another folder for modules. */
const ELSEWHERE =
  /--(?:app-dir|chdir|pythonpath|working-dir|config)\b|(?:^|\s)-c\s|PYTHONPATH|\bconfig\.py\b/;

/**
 * A start command in the folder of the repository, or the service's root directory, of which the file is in another
 * folder: the one that the build goes to, and nothing brings it from there (render.com/docs/monorepo-support: each
 * command begins in the root directory).
 */
export function startOutside(
  project: Project,
): { readonly chain: Chain; readonly facts: readonly Fact[] } | undefined {
  const { start, facts, repository } = project;
  if (!start.command.known || !isManifest(start.place) || !isBuiltByPlatform(facts)) return undefined;
  const root = rootOf(facts);
  const builds = factsOf(facts, "platform-command").filter(({ by }) => by === "build command");
  const [build, ...others] = builds;
  if (root === undefined || build?.command.known !== true || others.length > 0) return undefined;
  if (repository.has(".gitmodules")) return undefined;
  const needed = neededBy(start.command.value, project, root);
  const [file] = needed?.files ?? [];
  if (needed === undefined || file === undefined) return undefined;
  if (!needed.files.every((one) => repository.lacks(path.posix.join(root, one)))) return undefined;
  const folder = folderOfBuild(build.command.value, root, repository);
  if (folder === undefined || !hasIn(folder, needed.files, repository)) return undefined;
  const command = start.command.value.trim();
  const why = `\`${file}\` is not where the command runs, but in ${folder}`;
  const at = { ...subjectOf(project), place: start.place };
  const inFolder = { folder, from: needed.from(path.posix.relative(root, folder)) };
  return {
    chain: { steps: [{ place: start.place, text: command }], end: { is: "open", why }, settings: [] },
    facts: [
      { kind: "missing-file", ...at, file, command, elsewhere: undefined, by: "start command", inFolder },
    ],
  };
}

/** The folder in which all commands begin; undefined where several are stated. */
function rootOf(facts: Project["facts"]): string | undefined {
  const roots = new Set(factsOf(facts, "platform").map(({ rootDirectory = "" }) => rootDirectory));
  const [root, ...others] = roots;
  return others.length === 0 ? root : undefined;
}

function hasIn(folder: string, files: readonly string[], repository: Repository): boolean {
  const start = new StartFiles(repository, folder);
  return files.some((file) => start.builtFrom([folder], file) !== undefined);
}

function neededBy(command: string, { facts, repository }: Project, root: string): Needed | undefined {
  const [only, ...more] = simpleCommands(command);
  if (only === undefined || more.length > 0 || /[`|<>;]|\$\(/.test(command)) return undefined;
  const words = withoutWrappers(only.words);
  const behind = (folder: string): string => `cd ${folder} && ${command.trim()}`;
  const run = packageRun(words);
  if (run !== undefined)
    return run === "many" || run.folder !== undefined || run.workspace !== undefined
      ? undefined
      : { files: ["package.json"], from: behind };
  const file = fileNamed(words);
  if (file !== undefined) {
    if (/[$\uE000*?~]|^\/|(?:^|\/)\.\.(?:\/|$)/.test(file)) return undefined;
    const from = (folder: string): string => command.trim().replace(file, path.posix.join(folder, file));
    return { files: [path.posix.normalize(file)], from };
  }
  const module = moduleOf(words);
  const variables = factsOf(facts, "variable").map(({ name }) => name);
  const isMoved =
    ELSEWHERE.test(command) ||
    variables.some((name) => name === ALL_VARIABLES || /^(?:PYTHONPATH|GUNICORN_CMD_ARGS)$/.test(name)) ||
    repository.has(path.posix.join(root, "gunicorn.conf.py"));
  if (module === undefined || isMoved) return undefined;
  const [first = ""] = module.split("/");
  return { files: [`${module}.py`, `${module}/__init__.py`, `${first}.py`, first], from: behind };
}

/** The module that a server of Python loads: `app/main` of `uvicorn app.main:app`. */
function moduleOf(words: readonly string[]): string | undefined {
  const [program = "", flag, module = ""] = words;
  const isModule = /^python[\d.]*$/.test(program) && flag === "-m";
  if (!SERVERS.test(isModule ? module : program)) return undefined;
  const [, name] =
    words
      .slice(isModule ? 3 : 1)
      .map((word) => /^([a-z_]\w*(?:\.\w+)*):\w+$/i.exec(word))
      .find((found) => found !== null) ?? [];
  return name?.replaceAll(".", "/");
}
