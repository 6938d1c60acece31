import { type Fact, factsOf, type PlatformFact } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { simpleCommands } from "../../domain/start-command/shell";

/** Schedulers that take a lock, so that one of several sends (github.com/sibson/redbeat). */
const LOCKED = /redbeat|lock/i;

/** Each instance runs the whole command: several schedulers send each task several times (docs.celeryq.dev: periodic tasks). */
export function severalSchedulers(
  facts: readonly Fact[],
  { service, instances = 1, autoscaling }: PlatformFact,
): readonly Undecided[] {
  if (instances < 2 && autoscaling !== true) return [];
  return factsOf(facts, "start-command")
    .filter((fact) => fact.service === service)
    .flatMap(({ place, command }) => {
      if (!command.known || LOCKED.test(command.value)) return [];
      const found = simpleCommands(command.value).some(
        ({ words }) =>
          words.some((word) => /(?:^|\/)celery$/.test(word)) &&
          words.some((word) => /^(?:beat|-B|--beat)$/.test(word)),
      );
      return found
        ? [{ place, why: "several instances may each run a scheduler, which sends each task" }]
        : [];
    });
}
