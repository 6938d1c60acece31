import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { onlyInstalls } from "../../domain/start-command/build-steps";
import { simpleCommands } from "../../domain/start-command/shell";

/** Folders that compilers and bundlers write to, and Next's own server, which serves one. */
const OF_BUILDS =
  /^(?:node|bun)(?: --?\S+)* (?:\.\/)?((?:[\w@.-]+\/)*?(?:dist|build|out|\.next|\.output)\/\S+)$|^(?:npx )?(next start)(?: |$)/;

/** A start command that needs what a build writes, where the build does no more than to install packages. */
export function unbuiltFolders(facts: readonly Fact[]): readonly Undecided[] {
  const builds = factsOf(facts, "platform-command").filter(({ by }) => by === "build command");
  if (builds.length === 0) return [];
  if (builds.some(({ command }) => !command.known || !onlyInstalls(command.value))) return [];
  return factsOf(facts, "start-command").flatMap(({ place, command }) => {
    if (place.source !== "resource" || !command.known || /\bbuild(?:$|[\s:&;])/.test(command.value))
      return [];
    const found = simpleCommands(command.value)
      .map(({ words }) => OF_BUILDS.exec(words.join(" ")))
      .find((one) => one !== null);
    const needed = found?.[1] ?? found?.[2];
    return needed === undefined
      ? []
      : [{ place, why: `\`${needed}\` needs what a build writes, and the build command installs alone` }];
  });
}
