import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import type { Undecided, Verdict } from "../../domain/rule";
import { referenceOf } from "../../domain/start-command/expansion";
import { isDecided, simpleCommands } from "../../domain/start-command/shell";
import { isSet, variableOf } from "../../domain/variables";
import { isGiven } from "../../platforms";

/** What other rules ask of a command: where it listens. */
const OF_ADDRESS = /PORT|HOST|ADDR|BIND|LISTEN|INTERFACE/i;
const ASSIGNED = /^--[\w-]+=(.*)$/s;
const OPTION = /^--?[A-Za-z][\w-]*$/;

/** `--workers $WORKERS` where nothing sets WORKERS: the shell leaves the option without its value. */
export const unsetValues = (facts: readonly Fact[]): Verdict => ({
  violations: [],
  undecided: factsOf(facts, "start-command").flatMap((fact) =>
    fact.place.source === "resource" && fact.command.known ? ofCommand(fact, fact.command.value, facts) : [],
  ),
});

function ofCommand(fact: StartCommandFact, command: string, facts: readonly Fact[]): readonly Undecided[] {
  const names = simpleCommands(command, (name) => variableOf(facts, fact, name)).flatMap(({ words, outer }) =>
    words.flatMap((word, index) => {
      const value = ASSIGNED.exec(word)?.[1] ?? (OPTION.test(words[index - 1] ?? "") ? word : "");
      const { variable = "", fallback } = referenceOf(value) ?? {};
      const isKnown = variable === "" || fallback !== undefined || isDecided(outer, variable);
      return isKnown || OF_ADDRESS.test(variable) || isGiven(variable) || isSet(facts, fact, variable)
        ? []
        : [variable];
    }),
  );
  return [...new Set(names)].map((name) => ({
    place: fact.place,
    why: `nothing here sets ${name}, and an option without its value may end the program`,
  }));
}
