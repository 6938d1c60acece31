import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { isDecided, simpleCommands } from "../../domain/start-command/shell";
import { isSet, variableOf } from "../../domain/variables";

/** Resque's task reads the names of its queues from one of these, and ends without (github.com/resque/resque: README, read 2026-12-01). */
const NAMES = ["QUEUE", "QUEUES"];
const WORKS = /^(?:bundle exec )?(?:\S*\/)?(?:rake|rails) (?:\S+ )*resque:work(?:ers)?(?: |$)/;

/** A worker of Resque's to which nothing names a queue: its Rakefile may. */
export const unsetQueues = (facts: readonly Fact[]): readonly Undecided[] =>
  factsOf(facts, "start-command").flatMap((fact) => {
    const { place, command } = fact;
    if (place.source !== "resource" || !command.known) return [];
    const steps = simpleCommands(command.value, (name) => variableOf(facts, fact, name));
    const isNamed = (name: string) => isSet(facts, fact, name);
    const missing = steps.some(
      ({ words, variables }) =>
        WORKS.test(words.join(" ")) &&
        !words.some((word) => /^QUEUES?=/.test(word)) &&
        !NAMES.some((name) => isDecided(variables, name) || isNamed(name)),
    );
    return missing
      ? [{ place, why: "nothing here names a queue by QUEUE, and without one Resque's worker ends" }]
      : [];
  });
