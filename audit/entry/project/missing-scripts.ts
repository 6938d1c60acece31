import path from "node:path";
import { type Fact, type FactOf, factsOf, nearest, type Place } from "../../../domain";
import { type SimpleCommand, simpleCommands } from "../../../domain/start-command/shell";
import { YamlTree } from "../../readers/syntax/yaml";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import { inFolders } from "../folders";
import { packageRun } from "../package-run";
import { type Project, subjectOf } from "./project";

/** The scripts that the platform's commands run and that the package has not, each once for a command. */
export function missingScripts(project: Project): readonly Fact[] {
  const { start, facts, bases } = project;
  // An image's package.json is the one that its COPY brought.
  if (IMAGE_FILE.test(fileOf(start))) return [];
  const written = start.command.known
    ? [{ place: start.place, command: start.command, by: "start command" as const }]
    : [];
  return [...written, ...factsOf(facts, "platform-command")].flatMap(({ place, command: stated, by }) => {
    const command = stated.known ? stated.value : "";
    // What may fail stops nothing.
    if (command.includes("||")) return [];
    const commands = simpleCommands(command);
    return commands.flatMap((one, index) =>
      missingIn(one, inFolders(commands.slice(0, index + 1), bases), place, by, project),
    );
  });
}

function missingIn(
  { words, conditional }: SimpleCommand,
  bases: readonly string[],
  place: Place,
  by: FactOf<"missing-script">["by"],
  project: Project,
): readonly Fact[] {
  const [manager = "", verb = ""] = words;
  // yarn and bun run programs of packages by the same word; what may fail is not certain to stop the deploy.
  const named = /^(?:npm|pnpm)$/.test(manager) && /^(?:run|run-script)$/.test(verb);
  if (!named || conditional || words.includes("--if-present")) return [];
  const run = packageRun(words);
  if (run === undefined || run === "many" || run.workspace !== undefined) return [];
  if (!/^[\w:.-]+$/.test(run.script)) return [];
  const [base] = bases;
  if (base === undefined) return [];
  const file = path.posix.join(base, run.folder ?? "", "package.json");
  const scripts = scriptsOf(file, project);
  if (scripts === undefined || scripts.includes(run.script)) return [];
  const { script } = run;
  const near = nearest(script, scripts) ?? nearest(script.split(":").slice(0, -1).join(":"), scripts);
  return [{ kind: "missing-script", ...subjectOf(project), place, script, file, near, by }];
}

function scriptsOf(file: string, { repository }: Project): readonly string[] | undefined {
  const text = repository.text(file);
  const tree = text === undefined ? undefined : YamlTree.parse({ path: file, text });
  if (!(tree instanceof YamlTree)) return undefined;
  return tree.entries(tree.value(tree.root, "scripts")).map(({ key }) => key);
}
