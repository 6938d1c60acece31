import { type Fact, factsOf, readStartCommand, type StartCommandFact, type VariableFact } from "../../domain";
import type { Knowledge } from "../../domain/rule";
import { isBuiltByPlatform, isManifest } from "../../platforms";
import { fileOf, IMAGE_FILE } from "../services/service-folders";

/**
 * What is true of a deployment, out of what an environment's own files and those of all environments say: the
 * platform's word before an env file's, and an image's last; nothing of what the platform does not use.
 *
 * @param main whether manifests that name no environment speak of this one
 */
export function deployedFacts(
  own: readonly Fact[],
  general: readonly Fact[],
  main: boolean,
  known: Knowledge = {},
): readonly Fact[] {
  const all = [...own, ...inherited(own, general, main, known)];
  const images = factsOf(all, "start-command").filter(isOfImage);
  const facts = all
    .filter((fact) => !repeats(fact, images))
    .sort((one, other) => rank(one, known) - rank(other, known));
  const used = facts.filter((fact) => isUsed(fact, facts, known));
  return used.map((fact) => withoutImagePort(fact, used));
}

/** Whether a stack writes out what the service's image starts by itself. */
function repeats(fact: Fact, images: readonly StartCommandFact[]): boolean {
  if (fact.kind !== "start-command" || fact.inImage !== true || !fact.command.known) return false;
  const { value } = fact.command;
  return images.some(({ command }) => command.known && command.value === value);
}

/** What belongs to every environment: an environment's own value of a variable wins over one that is there for all. */
export function inherited(
  own: readonly Fact[],
  general: readonly Fact[],
  manifests = false,
  known: Knowledge = {},
): readonly Fact[] {
  const set = new Set(factsOf(own, "variable").map(({ name }) => name));
  return general.filter(
    (fact) => fact.kind !== "variable" || !set.has(fact.name) || (manifests && isManifest(fact.place, known)),
  );
}

/** Rules take the first value of a variable for the one that counts. */
function rank(fact: Fact, known: Knowledge): number {
  if (isManifest(fact.place, known)) return 0;
  return isOfImage(fact) ? 2 : 1;
}

function isOfImage(fact: Fact): boolean {
  return IMAGE_FILE.test(fileOf(fact));
}

const RUN: readonly Fact["kind"][] = ["port", "start-command", "bind"];

function isUsed(fact: Fact, facts: readonly Fact[], known: Knowledge): boolean {
  if (isManifest(fact.place, known)) return true;
  // A native runtime builds no image, and a start command of the platform's takes the place of all others.
  if (isOfImage(fact) && isBuiltByPlatform(facts, known)) return !RUN.includes(fact.kind) && !isPort(fact);
  return fact.kind !== "start-command" || !isStartedByPlatform(facts, known);
}

/** `npm start` and `./start.sh` run what is written elsewhere; only a server's own command says all. */
function isStartedByPlatform(facts: readonly Fact[], known: Knowledge): boolean {
  return factsOf(facts, "start-command").some(
    ({ place, command }) =>
      isManifest(place, known) && command.known && readStartCommand(command.value) !== undefined,
  );
}

function isPort(fact: Fact): fact is VariableFact {
  return fact.kind === "variable" && fact.name === "PORT";
}

/** The platform's PORT takes the place of the image's, which then contradicts nothing. */
function withoutImagePort(fact: Fact, facts: readonly Fact[]): Fact {
  if (!isPort(fact) || !isOfImage(fact)) return fact;
  if (facts.every((other) => !isPort(other) || isOfImage(other))) return fact;
  const { name: _, value, secret: __, ...stated } = fact;
  return { ...stated, kind: "port", role: "image", port: value };
}

/** The ports of a service's other environments, to compare with; each keeps its environment's name. */
export function portsElsewhere(facts: readonly Fact[], environment: string | undefined): readonly Fact[] {
  return facts.flatMap((fact): readonly Fact[] => {
    if (fact.environment === undefined || fact.environment === environment) return [];
    if (fact.kind === "port" && fact.role === "compose" && fact.port.known) {
      return [{ ...fact, role: "elsewhere" }];
    }
    if (!isPort(fact) || !fact.value.known) return [];
    const { name: _, value, secret: __, ...stated } = fact;
    return [{ ...stated, kind: "port", role: "elsewhere", port: value }];
  });
}
