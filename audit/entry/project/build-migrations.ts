import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import { type Fact, factsOf } from "../../../domain";
import { MIGRATES } from "../../../domain/migrations";
import { type SimpleCommand, simpleCommands } from "../../../domain/start-command/shell";
import { instructionsOf } from "../../readers/dockerfile/parsed";
import { runText } from "../../readers/dockerfile/run-text";
import { builtForLast } from "../../readers/dockerfile/stages";
import { fileOf } from "../../services/service-folders";
import { packageScript } from "../command-files";
import { packageRun } from "../package-run";
import { driverFactsOf } from "./driver-facts";
import { imageOf, type Project, placeOfInstruction, subjectOf } from "./project";

/** Names by which a build is given its own database. */
const OF_DATABASE = /DATABASE|POSTGRES|^PG|^DB_|_DB$|_DSN$/i;

/** The steps of an image's build that change the schema of a database that is not there yet. */
export function buildMigrations(project: Project): readonly Fact[] {
  const image = imageOf(project);
  if (image === undefined || !connects(project)) return [];
  const { file, text } = image;
  const { facts } = project;
  // What a build is given by an argument, or finds in the file, it may reach.
  const given = [...factsOf(facts, "build-argument"), ...factsOf(facts, "variable")].filter(
    (fact) => fileOf(fact) === file,
  );
  if (given.some(({ name }) => OF_DATABASE.test(name))) return [];
  return builtForLast(instructionsOf(text)).flatMap((instruction): readonly Fact[] => {
    const command = instruction.getKeyword() === "RUN" ? migrationIn(instruction, project) : undefined;
    return command === undefined
      ? []
      : [
          {
            kind: "build-migration",
            ...subjectOf(project),
            place: placeOfInstruction(file, instruction),
            command,
          },
        ];
  });
}

/** Whether the service asks a database over a network: one in a file may be made by a build. */
function connects(project: Project): boolean {
  const kinds: readonly Fact["kind"][] = ["driver", "url", "connection"];
  const wanted = factsOf(project.facts, "wanted-variable").some(
    ({ name, required }) => OF_DATABASE.test(name) && required.known && required.value,
  );
  if (wanted) return true;
  return [...project.facts, ...driverFactsOf(project)].some((fact) => kinds.includes(fact.kind));
}

function migrationIn(instruction: Instruction, project: Project): string | undefined {
  const text = runText(instruction);
  // A secret that is mounted may be the URL.
  if (/--mount=type=secret/.test(text)) return undefined;
  for (const command of simpleCommands(text.replace(/^(?:--\S+\s+)+/, ""))) {
    if (command.conditional) continue;
    const words = command.words.join(" ");
    if (MIGRATES.test(words) || MIGRATES.test(scriptOf(command, project))) return words;
  }
  return undefined;
}

/** The text of the script that a package manager runs, in the image's own package. */
function scriptOf({ words }: SimpleCommand, { bases, repository }: Project): string {
  const run = packageRun(words);
  const [base] = bases;
  if (run === undefined || run === "many" || run.workspace !== undefined || base === undefined) return "";
  const file = path.posix.join(base, run.folder ?? "", "package.json");
  const script = packageScript(repository, file, run.script);
  return typeof script === "object" ? script.text : "";
}
