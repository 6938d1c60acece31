import path from "node:path";
import { type Fact, factsOf, type StartCommandFact } from "../../domain";
import { isManifest } from "../../platforms";
import { fileOf, IMAGE_FILE } from "../services/service-folders";
import { runsProcfile } from "./procfile-runner";

/**
 * A platform's own command, else an image's; the `start` script beside them only where neither is stated. A Procfile that
 * one of these runs is no platform's.
 */
export function startsOf(facts: readonly Fact[]): readonly StartCommandFact[] {
  const all = factsOf(facts, "start-command");
  const named = all.filter((fact) => path.posix.basename(fileOf(fact)) === "Procfile");
  const isRun = all.some(
    (fact) => !named.includes(fact) && fact.command.known && runsProcfile(fact.command.value),
  );
  const procfile = isRun ? [] : named;
  const manifest = all.filter((fact) => isManifest(fact.place));
  if (manifest.length > 0) return [...manifest, ...procfile];
  const image = all.filter((fact) => IMAGE_FILE.test(fileOf(fact)));
  if (image.length + procfile.length > 0) return [...procfile, ...image];
  // What a package would start of a site that is only published, nothing starts.
  const platforms = factsOf(facts, "platform");
  if (platforms.length > 0 && platforms.every(({ type }) => type === "static")) return [];
  return all.filter((fact) => !isRun || !named.includes(fact));
}

/** Whether what is started is code of another repository, by its stack or by any manifest of the service. */
export function isOfAnother(start: StartCommandFact, facts: readonly Fact[]): boolean {
  return [start, ...factsOf(facts, "platform")].some((fact) => fact.isElsewhere === true);
}

/** What each start says, once: several of one service are of the same project, with the same migrations. */
export function onceEach(
  starts: readonly StartCommandFact[],
  factsOfStart: (start: StartCommandFact, index: number) => readonly Fact[],
): readonly Fact[] {
  const stated = starts.flatMap(factsOfStart);
  return starts.length < 2
    ? stated
    : [...new Map(stated.map((fact) => [JSON.stringify(fact), fact] as const)).values()];
}
