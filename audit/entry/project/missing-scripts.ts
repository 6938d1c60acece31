import path from "node:path";
import { type Fact, nearest } from "../../../domain";
import type { Repository } from "../../reader";
import { WorkspacePackages } from "../../readers/javascript/workspace-packages";
import { YamlTree } from "../../readers/syntax/yaml";
import { type PackageRun, packageRun } from "../package-run";
import { type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/** What may give a package.json other scripts than the repository's. */
const WRITES_PACKAGE =
  /package\.json|\bpkg\s+set\b|\b(?:npm|pnpm|yarn|bun)\s+(?:init|create)\b|\bcreate-|\bgit\s+clone\b|\bcurl\b|\bwget\b|\btar\b|\bunzip\b|\b(?:turbo|nx)\s+prune\b|\bpnpm\b[^\n&;|]*\sdeploy\b|\b(?:mv|cp|rsync|ln|degit)\b|>/;

/** The scripts that the platform's commands run and that the package has not, each once for a command. */
export function missingScripts(project: Project, commands: readonly RunningCommand[]): readonly Fact[] {
  return commands.flatMap((command) => missingIn(command, project));
}

function missingIn({ words, place, by, fileAt }: RunningCommand, project: Project): readonly Fact[] {
  if (words.includes("--if-present")) return [];
  const run = scriptRun(words);
  const folder = run?.workspace === undefined ? (run?.folder ?? "") : memberOf(run.workspace, words, project);
  if (folder === undefined) return [];
  const name = path.posix.join(folder, "package.json");
  const found = run === undefined ? undefined : fileAt(name, (text) => WRITES_PACKAGE.test(text));
  const file = typeof found === "object" ? found.file : undefined;
  const scripts = file === undefined ? undefined : scriptsOf(file, project);
  if (run === undefined || file === undefined || scripts === undefined) return [];
  const { script } = run;
  if (scripts.includes(script) || (script === "start" && !lacksServer(file, project))) return [];
  const near = nearest(script, scripts) ?? nearest(script.split(":").slice(0, -1).join(":"), scripts);
  return [{ kind: "missing-script", ...subjectOf(project), place, script, file, near, by }];
}

/** The script of one package that a command runs, where the manager takes the word for nothing else. */
function scriptRun(words: readonly string[]): PackageRun | undefined {
  const [manager = "", verb = ""] = words;
  if (!/^(?:npm|pnpm|yarn|bun)$/.test(manager)) return undefined;
  const run = packageRun(words);
  if (run === undefined || run === "many") return undefined;
  // npm has one by itself (docs.npmjs.com/cli/commands/npm-run).
  if (!/^[\w:.-]+$/.test(run.script) || run.script === "env") return undefined;
  const isRun =
    /^(?:run|run-script|start)$/.test(verb) ||
    /^run(?:-script)?$/.test(words[words.indexOf(run.script) - 1] ?? "");
  const named = /^(?:npm|pnpm)$/.test(manager) && isRun;
  // yarn and bun run programs of packages by the same word, and no program's name has a colon.
  return named || /\w:\w/.test(run.script) ? run : undefined;
}

/**
 * The folder of the one member that a command names, from the repository's own; undefined where the name may be a pattern, or
 * mean several (pnpm.io/filtering, docs.npmjs.com/cli/using-npm/workspaces).
 */
function memberOf(
  workspace: string,
  [manager = ""]: readonly string[],
  { repository }: Project,
): string | undefined {
  const isName = /^@?[\w-]+(?:\/[\w.-]+)*$/.test(workspace);
  const folder = isName ? WorkspacePackages.of(repository).named().get(workspace) : undefined;
  if (folder !== undefined) return isOnly(workspace, repository) ? folder : undefined;
  const plain = workspace.replace(/^\.\//, "");
  return manager === "npm" && repository.has(`${plain}/package.json`) ? plain : undefined;
}

const isOnly = (name: string, repository: Repository): boolean =>
  repository.named("package.json").filter((file) => repository.text(file)?.includes(`"name": "${name}"`))
    .length <= 1;

/** npm starts this file where no script says otherwise (docs.npmjs.com/cli/commands/npm-start); so does pnpm. */
function lacksServer(file: string, { repository }: Project): boolean {
  return repository.lacks(path.posix.join(path.posix.dirname(file), "server.js"));
}

function scriptsOf(file: string, { repository }: Project): readonly string[] | undefined {
  const text = repository.text(file);
  const tree = text === undefined ? undefined : YamlTree.parse({ path: file, text });
  if (!(tree instanceof YamlTree)) return undefined;
  return tree.entries(tree.value(tree.root, "scripts")).map(({ key }) => key);
}
