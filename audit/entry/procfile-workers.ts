import { known, type Place } from "../../domain";
import type { Repository } from "../reader";
import { processesOf } from "../readers/procfile/processes";
import { folderOf } from "../services/service-folders";
import { isPortOrBind } from "./port-or-bind";
import { resolveStart } from "./resolve";
import type { StartedFacts } from "./with-entry";

/**
 * Without what workers listen on. A Procfile's processes beside `web` get no traffic: where one of them runs another
 * package's `start` script, and nothing else does, that package listens for itself alone.
 */
export function withoutWorkersPorts(
  environments: readonly StartedFacts[],
  repository: Repository,
): readonly StartedFacts[] {
  const ofWorkers = workerLines(repository);
  if (ofWorkers.size === 0) return environments;
  const further = new Set(
    environments.flatMap(({ entries }) =>
      entries.flatMap(({ steps: [, ...rest] }) => rest.map(({ place }) => lineOf(place))),
    ),
  );
  return environments.map((one) => {
    const starts = one.entries.map(({ steps }) => lineOf(steps[0]?.place));
    const isWorker = starts.length > 0 && starts.every((line) => ofWorkers.has(line) && !further.has(line));
    return isWorker ? { ...one, facts: one.facts.filter((fact) => !isPortOrBind(fact)) } : one;
  });
}

/** The lines that processes get to after the Procfile's own. */
function workerLines(repository: Repository): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const file of repository.named("Procfile"))
    for (const [name, { value, place }] of processesOf(file, repository.text(file) ?? "")) {
      if (name === "web") continue;
      const folder = folderOf(file);
      const start = { kind: "start-command", command: known(value), place } as const;
      const [, ...further] = resolveStart(start, [folder, ""], folder, repository).steps;
      for (const step of further) lines.add(lineOf(step.place));
    }
  return lines;
}

function lineOf(place: Place | undefined): string {
  return place?.source === "file" ? `${place.file}:${place.line}` : "";
}
