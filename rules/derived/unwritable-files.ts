import { type Fact, factsOf } from "../../domain/fact";
import type { Knowledge, Undecided } from "../../domain/rule";
import { platformsAt } from "../../platforms";

/** A file that a server or its shell makes: a log, or the number of its process. */
const MADE =
  /(?:--(?:access-logfile|error-logfile|log-file|logfile|pid|pidfile|access-log|error-log)[= ]|\s(?:-p|2?>>?|&>>?)\s*)["']?(\/[\w./-]+)/g;

/** Files that a start command makes where its platform is not known to let it. */
export function unwritableFiles(facts: readonly Fact[], settings: Knowledge): readonly Undecided[] {
  return factsOf(facts, "start-command").flatMap(({ place, command, service }) => {
    if (!command.known || place.source !== "resource") return [];
    const files = [...command.value.matchAll(MADE)].map(([, file = ""]) => file);
    if (files.length === 0) return [];
    const folders = factsOf(facts, "platform")
      .filter((stated) => stated.service === service)
      .flatMap((stated) => {
        const platform = platformsAt(place, facts, settings).find(({ id }) => id === stated.platform);
        return platform?.unwritable?.(stated) ?? [];
      });
    return files
      .filter((file) => folders.some((folder) => folder.test(file)))
      .map((file) => ({ place, why: `${file}: the service's user is not known to be let write there` }));
  });
}
