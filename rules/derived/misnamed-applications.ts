import { type Fact, factsOf } from "../../domain/fact";
import type { RuleSettings, Violation } from "../../domain/rule";
import { runsLocally } from "../../domain/runs-locally";
import { misnamedApplication } from "../../domain/start-command/application-name";
import { variableOf } from "../../domain/variables";
import { placesWithoutShell } from "./unmet-needs";

/** Applications that a start command names by their files: `Error loading ASGI app. Could not import module "main.py"`. */
export function misnamedApplications(
  facts: readonly Fact[],
  settings: Pick<RuleSettings, "localEnvironments">,
): readonly Violation[] {
  if (runsLocally(facts, settings)) return [];
  const unread = placesWithoutShell(facts);
  return factsOf(facts, "start-command").flatMap((fact) => {
    const { command, place } = fact;
    if (!command.known || unread.has(place)) return [];
    const found = misnamedApplication(command.value, (name) => variableOf(facts, fact, name));
    if (found === undefined) return [];
    return {
      place,
      what: `the application that ${found.program} loads`,
      expected: `the name of a module, \`${found.meant}\``,
      got: `the path \`${found.written}\`, which Python cannot import`,
      fix: `Write \`${found.meant}\`.`,
    };
  });
}
