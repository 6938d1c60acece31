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
  const manifest = all.filter(({ place }) => isManifest(place));
  if (manifest.length > 0) return [...manifest, ...procfile];
  const image = all.filter((fact) => IMAGE_FILE.test(fileOf(fact)));
  if (image.length + procfile.length > 0) return [...procfile, ...image];
  // What a package would start of a site that is only published, nothing starts.
  const platforms = factsOf(facts, "platform");
  if (platforms.length > 0 && platforms.every(({ type }) => type === "static")) return [];
  return all.filter((fact) => !isRun || !named.includes(fact));
}
