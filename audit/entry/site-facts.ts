import { type Fact, factsOf, type PlatformFact, unknown } from "../../domain";
import { sameSubject } from "../../domain/stated";
import type { Repository } from "../reader";
import { missingFiles } from "./project/missing-files";
import { missingLocks } from "./project/missing-locks";
import { missingScripts } from "./project/missing-scripts";
import type { Project } from "./project/project";
import { runningCommands } from "./project/running-commands";

/** What the build of a site names and its repository does not have: a site starts nothing, and is built all the same. */
export function siteFacts(facts: readonly Fact[], folder: string, repository: Repository): readonly Fact[] {
  return factsOf(facts, "platform").flatMap((site): readonly Fact[] => {
    if (site.type !== "static" || site.isElsewhere === true || site.source !== undefined) return [];
    const project = projectOf(site, facts, folder, repository);
    const commands = runningCommands(project);
    return [
      ...missingScripts(project, commands),
      ...missingLocks(project, commands),
      ...missingFiles(project, commands),
    ];
  });
}

function projectOf(
  site: PlatformFact,
  facts: readonly Fact[],
  folder: string,
  repository: Repository,
): Project {
  const builds = factsOf(facts, "platform-command").filter(({ service }) => service === site.service);
  return {
    start: {
      kind: "start-command",
      ...sameSubject(site),
      place: site.place,
      command: unknown("a site starts nothing"),
    },
    facts: [site, ...builds],
    bases: [...new Set([...(site.rootDirectory === undefined ? [] : [site.rootDirectory]), folder, ""])],
    repository,
  };
}
