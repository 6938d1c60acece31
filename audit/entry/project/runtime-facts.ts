import { type Fact, factsOf, type Place } from "../../../domain";
import { RUNTIMES, type Runtime } from "../../../domain/runtimes";
import { placeAt } from "../../../domain/text-place";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import { askedVersions } from "./asked-versions";
import { fileOfProject, type Project, subjectOf } from "./project";

interface Given {
  readonly version: string;
  readonly place: Place;
}

/** The version of each language that the service gets, with each version that its project asks for. */
export function runtimeFacts(project: Project): readonly Fact[] {
  return RUNTIMES.flatMap((runtime) => {
    const asked = askedVersions(runtime.language, project);
    const given = asked.length === 0 ? undefined : givenVersion(runtime, project);
    if (given === undefined) return [];
    const { language } = runtime;
    return asked.map(
      (one): Fact => ({
        kind: "runtime",
        ...subjectOf(project),
        place: given.place,
        language,
        given: given.version,
        ...one,
      }),
    );
  });
}

/** An image's own version; else what a variable says to the platform, then a file. */
function givenVersion(runtime: Runtime, project: Project): Given | undefined {
  const file = fileOf(project.start);
  if (IMAGE_FILE.test(file)) return imageVersion(runtime, file, project);
  const runsImage = factsOf(project.facts, "platform").some(
    ({ runtime: name }) => name === "docker" || name === "image",
  );
  if (runsImage) return undefined;
  const { variable, files } = runtime;
  const set = factsOf(project.facts, "variable").find(({ name }) => name === variable);
  if (set !== undefined)
    return set.value.known ? { version: set.value.value.trim(), place: set.place } : undefined;
  for (const { name, version } of files) {
    const found = fileOfProject(project, name);
    const match = found === undefined ? null : version.exec(found.text);
    if (found !== undefined && match?.[1] !== undefined)
      return { version: match[1], place: placeAt(found.file, found.text, found.text.indexOf(match[1])) };
  }
  return undefined;
}

/** The image of the last stage, by the stages it is made from; what compiles may be in any of them. */
function imageVersion(
  { image, builds, language }: Runtime,
  file: string,
  { repository }: Project,
): Given | undefined {
  const text = repository.text(file) ?? "";
  // The official images of Go refuse to download another version, unless a variable allows it.
  if (language === "go" && /\bGOTOOLCHAIN\s*=?\s*(?:auto|path|go)/.test(text)) return undefined;
  const stages = [...text.matchAll(/^[ \t]*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/gim)];
  const filled = (name: string): string =>
    name.replaceAll(
      /\$\{?(\w+)\}?/g,
      (_, argument: string) =>
        new RegExp(`^\\s*ARG\\s+${argument}=["']?([^"'\\s]+)`, "m").exec(text)?.[1] ?? "",
    );
  const found = builds ? stages : finalStages(stages);
  for (const { 1: name = "", index } of found) {
    const version = image.exec(filled(name))?.[1];
    if (version !== undefined) return { version, place: placeAt(file, text, index) };
  }
  return undefined;
}

function finalStages(stages: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const chain: RegExpExecArray[] = [];
  let current = stages.at(-1);
  while (current !== undefined && !chain.includes(current)) {
    const [, from] = current;
    chain.push(current);
    current = stages.find(([, , name]) => name !== undefined && name.toLowerCase() === from?.toLowerCase());
  }
  return chain;
}
