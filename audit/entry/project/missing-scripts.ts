import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import { type Fact, type FactOf, factsOf, nearest, type Place } from "../../../domain";
import { type SimpleCommand, simpleCommands } from "../../../domain/start-command/shell";
import { builtForLast } from "../../readers/dockerfile/stages";
import { YamlTree } from "../../readers/syntax/yaml";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import { inFolders } from "../folders";
import { type PackageRun, packageRun } from "../package-run";
import { ImageFiles } from "./image-files";
import { type Project, placeOfInstruction, subjectOf } from "./project";

type By = FactOf<"missing-script">["by"];

/** A command of a platform or an image, with what finds the package.json around it. */
interface Running {
  readonly command: string;
  readonly place: Place;
  readonly by: By;
  /** The file at the end of some commands that go to folders, below the folder that the last of them is given. */
  readonly packageOf: (commands: readonly SimpleCommand[], folder: string) => string | undefined;
}

/** The scripts that the platform's commands run and that the package has not, each once for a command. */
export function missingScripts(project: Project): readonly Fact[] {
  return [...ofPlatform(project), ...ofImage(project)].flatMap((running) => {
    // What may fail stops nothing.
    if (running.command.includes("||")) return [];
    const commands = simpleCommands(running.command);
    return commands.flatMap((_, index) => missingIn(commands.slice(0, index + 1), running, project));
  });
}

function ofPlatform({ start, facts, bases }: Project): readonly Running[] {
  // An image's package.json is the one that its COPY brought.
  if (IMAGE_FILE.test(fileOf(start))) return [];
  const own = { place: start.place, command: start.command, by: "start command" as const };
  return [own, ...factsOf(facts, "platform-command")].flatMap(({ place, command, by }) => {
    if (!command.known) return [];
    const packageOf: Running["packageOf"] = (commands, folder) => {
      const [base] = inFolders(commands, bases);
      return base === undefined ? undefined : path.posix.join(base, folder, "package.json");
    };
    return [{ command: command.value, place, by, packageOf }];
  });
}

/** What may give a package.json other scripts than the repository's. */
const WRITES_PACKAGE =
  /package\.json|\bpkg\s+set\b|\b(?:npm|pnpm|yarn|bun)\s+(?:init|create)\b|\bcreate-|\bgit\s+clone\b|\bcurl\b|\bwget\b|\btar\b|\bunzip\b|\b(?:turbo|nx)\s+prune\b|\bpnpm\b[^\n&;|]*\sdeploy\b|\b(?:mv|cp|rsync|ln|degit)\b|>/;

/** The commands of the image that is started: those of its build, and the last one. */
function ofImage(project: Project): readonly Running[] {
  const { start } = project;
  const file = fileOf(start);
  const image = IMAGE_FILE.test(file) ? ImageFiles.of(file, project) : undefined;
  if (image === undefined || start.place.source !== "file") return [];
  const { line } = start.place;
  const packageAt =
    (one: Instruction): Running["packageOf"] =>
    (commands, folder) => {
      const at = image.folderAt(one);
      const [base] = at === undefined ? [] : inFolders(commands, [at]);
      if (base === undefined || commands.slice(0, -1).some(goesAway)) return undefined;
      const found = image.fileAt(one, path.posix.join(base, folder, "package.json"), (text) =>
        WRITES_PACKAGE.test(text),
      );
      return typeof found === "object" ? found.file : undefined;
    };
  return builtForLast(image.instructions).flatMap((one): readonly Running[] => {
    const place = placeOfInstruction(file, one);
    if (one.getKeyword() === "RUN") {
      const text = (one.getArgumentsContent() ?? "").replaceAll(/\\\r?\n/g, " ");
      return [{ command: text, place, by: "Dockerfile", packageOf: packageAt(one) }];
    }
    if (one.getInstructionRange().start.line + 1 !== line || !start.command.known) return [];
    return [{ command: start.command.value, place, by: "start command", packageOf: packageAt(one) }];
  });
}

/** `cd /app`, which is a folder of the image. */
function goesAway({ words }: SimpleCommand): boolean {
  return /^(?:cd|pushd)$/.test(words[0] ?? "") && (words[1] ?? "").startsWith("/");
}

function missingIn(
  commands: readonly SimpleCommand[],
  { place, by, packageOf }: Running,
  project: Project,
): readonly Fact[] {
  const last = commands.at(-1);
  if (last === undefined || last.conditional || last.words.includes("--if-present")) return [];
  const run = scriptRun(last.words);
  const file = run === undefined ? undefined : packageOf(commands, run.folder ?? "");
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
  if (run === undefined || run === "many" || run.workspace !== undefined) return undefined;
  // npm has one by itself (docs.npmjs.com/cli/commands/npm-run).
  if (!/^[\w:.-]+$/.test(run.script) || run.script === "env") return undefined;
  const named = /^(?:npm|pnpm)$/.test(manager) && /^(?:run|run-script|start)$/.test(verb);
  // yarn and bun run programs of packages by the same word, and no program's name has a colon.
  return named || /\w:\w/.test(run.script) ? run : undefined;
}

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
