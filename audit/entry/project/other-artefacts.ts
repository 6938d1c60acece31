import path from "node:path";
import type { Instruction } from "dockerfile-ast";
import { type Fact, type FactOf, factsOf, type Place } from "../../../domain";
import { oncePerRepository } from "../../once-per-repository";
import { instructionsOf } from "../../readers/dockerfile/parsed";
import { builtForLast, stageAt } from "../../readers/dockerfile/stages";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import { withoutWrappers } from "../wrappers";
import { type Made, ofCargo, ofDotnet, ofElixir, ofGradle, ofMaven } from "./artefact-names";
import { goOutputs } from "./go-outputs";
import { goInStage } from "./go-stage";
import { flagOf, isCopy, sourcesOf } from "./image-instructions";
import { imageOf, only, type Project, placeOfInstruction, platformCommands, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/** A built file that something names. */
interface Artefact {
  readonly file: string;
  readonly command: string;
  readonly place: Place;
  readonly by: FactOf<"missing-file">["by"];
  /** The stage that an instruction copies it from. */
  readonly from?: readonly Instruction[];
}

/** Programs that are started, or copied to where they start, under a name that their build does not give them. */
export function otherArtefacts(project: Project, commands: readonly RunningCommand[]): readonly Fact[] {
  const { repository } = project;
  const named = [...commands.flatMap((command) => startedBy(command)), ...copied(project)];
  if (named.length === 0 || repository.has(".gitmodules")) return [];
  const build = buildText(project);
  if (/\bgit\s+clone\b|\bcurl\b|\bwget\b/.test(build)) return [];
  return named.flatMap((artefact): readonly Fact[] => {
    const { file, by, place, command } = artefact;
    if (/[$*?[\]]/.test(file)) return [];
    const made = [ofCargo, ofDotnet, ofMaven, ofGradle, ofElixir]
      .map((of) => of(file, build, repository))
      .find((one) => one !== undefined);
    const found: Made =
      made ??
      (by === "start command"
        ? ofGo(file, project)
        : artefact.from && goInStage(file, artefact.from, repository));
    if (found === undefined || !isLacking(file, project)) return [];
    const what = { file, command, elsewhere: found.instead, isBuilt: true as const };
    return [{ kind: "missing-file", ...subjectOf(project), place, by, ...what }];
  });
}

/** `dotnet Shop.dll`, `java -jar target/shop.jar`, and a program by its path. */
function startedBy({ words: written, place, by }: RunningCommand): readonly Artefact[] {
  if (by !== "start command") return [];
  const words = withoutWrappers(written);
  const [program = "", ...rest] = words;
  const name = path.posix.basename(program);
  const file =
    name === "dotnet"
      ? rest.find((word) => word.endsWith(".dll"))
      : name === "java"
        ? rest[rest.indexOf("-jar") + 1]
        : program.includes("/")
          ? program
          : undefined;
  return file === undefined
    ? []
    : [{ file: path.posix.normalize(file), command: words.join(" "), place, by }];
}

/** What the last image copies from a stage that builds. */
function copied(project: Project): readonly Artefact[] {
  const image = imageOf(project);
  if (image === undefined) return [];
  const all = instructionsOf(image.text);
  return builtForLast(all).flatMap((one) =>
    isCopy(one) && flagOf(one, "from") !== undefined
      ? sourcesOf(one).map((file) => ({
          file,
          from: stageAt(all, flagOf(one, "from") ?? ""),
          command: `COPY ${sourcesOf(one).join(" ")}`,
          place: placeOfInstruction(image.file, one),
          by: "Dockerfile" as const,
        }))
      : [],
  );
}

/** A platform's own build by `go build`, and nothing else. */
function ofGo(file: string, { facts, bases, repository, start }: Project): Made {
  const builds = factsOf(facts, "platform-command").filter(({ by }) => by === "build command");
  const [build, ...more] = builds;
  if (build === undefined || more.length > 0 || !build.command.known || IMAGE_FILE.test(fileOf(start)))
    return undefined;
  const outputs = goOutputs(build.command.value, bases, repository);
  if (outputs === undefined || outputs.includes(file) || file.startsWith("/")) return undefined;
  return { instead: only(outputs) };
}

function isLacking(file: string, { bases, repository }: Project): boolean {
  return (
    file.startsWith("/") ||
    bases.every((base) => repository.lacks(path.posix.normalize(path.posix.join(base, file))))
  );
}

/** All texts that say how the service is built. */
function buildText(project: Project): string {
  const { repository, start } = project;
  return [...platformCommands(project), buildFiles(repository), repository.text(fileOf(start)) ?? ""].join(
    "\n",
  );
}

const buildFiles = oncePerRepository((repository): string => {
  const files = ["Makefile", "justfile", "Dockerfile"].flatMap((name) => repository.named(name));
  return [...files, ...repository.ending(".sh")].map((file) => repository.text(file) ?? "").join("\n");
});
