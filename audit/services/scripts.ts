import { type Fact, factsOf, known, type StartCommandFact, scriptOf } from "../../domain";
import type { EnvironmentFacts } from "../environments/environments";

/** A script may run another one; a circle of them ends here. */
const MAX_DEPTH = 5;

/**
 * Puts a script's own command beside the start command that runs it: what `npm run serve` opens stands in
 * package.json. There the `start` script is nobody's where the start command runs another one.
 */
export function withScripts(itself: EnvironmentFacts): EnvironmentFacts {
  const { facts } = itself;
  const scripts = new Map(factsOf(facts, "script").map((script) => [script.name, script]));
  const others = facts.filter(({ kind }) => kind !== "script");
  const commands = factsOf(facts, "start-command");
  const run = commands.flatMap((start) => commandRun(start, scripts) ?? []);
  if (run.length === 0 || commands.some(runsStart)) return { ...itself, facts: [...others, ...run] };
  return { ...itself, facts: [...others.filter((fact) => !isStartScript(fact)), ...run] };
}

function runsStart({ command }: StartCommandFact): boolean {
  return command.known && scriptOf(command.value) === "start";
}

/** Undefined where the command runs no script, or the `start` script, which is a start command itself. */
function commandRun(
  start: StartCommandFact,
  scripts: ReadonlyMap<string, { readonly command: string; readonly place: Fact["place"] }>,
): StartCommandFact | undefined {
  let found: StartCommandFact | undefined;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const { command } = found ?? start;
    const name = command.known ? scriptOf(command.value) : undefined;
    const script = name === undefined ? undefined : scripts.get(name);
    if (script === undefined) return found;
    found = { ...start, command: known(script.command), place: script.place };
  }
  return undefined;
}

function isStartScript({ kind, place }: Fact): boolean {
  return kind === "start-command" && place.source === "file" && place.key === "scripts.start";
}
