import { type Fact, type FactOf, factsOf, type StartCommandFact } from "../../domain/fact";
import type { Undecided, Verdict } from "../../domain/rule";
import { referenceOf } from "../../domain/start-command/expansion";
import type { Variables } from "../../domain/start-command/line-variables";
import { isDecided, simpleCommands } from "../../domain/start-command/shell";
import { isSet, variableOf } from "../../domain/variables";
import { isGiven } from "../../platforms";

/** What other rules ask of a command, the port, and what a container has by itself. */
const OF_ADDRESS = /PORT|^HOSTNAME$/i;
const ASSIGNED = /^--[\w-]+=(.*)$/s;
const OPTION = /^--?[A-Za-z][\w-]*$/;

/** Clients that take an empty address for none, and ask their own machine (postgresql.org/docs/current/libpq-connect). */
const CLIENT = /(?:^|\/)(?:psql|pg_dump|pg_restore|pg_isready)$/;

/** `curl $API_URL/tasks`: without the address no request can be made. */
const REQUEST = /(?:^|\/)(?:curl|wget)$/;
const ADDRESS = /^\$\{?([A-Za-z_]\w*)\}?(?=\/|$)/;

/** `--workers $WORKERS` where nothing sets WORKERS: the shell leaves the option without its value. */
export const unsetValues = (facts: readonly Fact[]): Verdict => {
  const isStated = ({ place }: Fact) => place.source === "resource";
  const starts = factsOf(facts, "start-command").filter(isStated);
  return {
    violations: [],
    undecided: [
      ...starts.flatMap((fact) => (fact.command.known ? ofCommand(fact, fact.command.value, facts) : [])),
      ...[...starts, ...factsOf(facts, "platform-command").filter(isStated)].flatMap((fact) =>
        fact.command.known ? unsetAddresses(fact, fact.command.value, facts) : [],
      ),
    ],
  };
};

/** Whether neither the line, nor the service, nor its platform sets a variable. */
const isUnset = (
  name: string,
  outer: Variables,
  fact: StartCommandFact | FactOf<"platform-command">,
  facts: readonly Fact[],
): boolean => name !== "" && !isDecided(outer, name) && !isGiven(name) && !isSet(facts, fact, name);

/** `psql $DIRECT_URL` where nothing sets DIRECT_URL. */
function unsetAddresses(
  fact: StartCommandFact | FactOf<"platform-command">,
  command: string,
  facts: readonly Fact[],
): readonly Undecided[] {
  const names = simpleCommands(command, (name) => variableOf(facts, fact, name)).flatMap(
    ({ words: [first = "", ...words], outer }) => {
      const isRequest = REQUEST.test(first);
      if (!isRequest && !CLIENT.test(first)) return [];
      return words.flatMap((word, index) => {
        if (word.startsWith("-") || (!isRequest && OPTION.test(words[index - 1] ?? ""))) return [];
        const { variable = "", fallback } = isRequest
          ? { variable: ADDRESS.exec(word)?.[1] }
          : (referenceOf(word) ?? {});
        return fallback === undefined && isUnset(variable, outer, fact, facts) ? [variable] : [];
      });
    },
  );
  return [...new Set(names)].map((name) => ({
    place: fact.place,
    why: `nothing here sets ${name}, and without an address the client asks nothing, or its own machine`,
  }));
}

function ofCommand(fact: StartCommandFact, command: string, facts: readonly Fact[]): readonly Undecided[] {
  const names = simpleCommands(command, (name) => variableOf(facts, fact, name)).flatMap(({ words, outer }) =>
    words.flatMap((word, index) => {
      const value = ASSIGNED.exec(word)?.[1] ?? (OPTION.test(words[index - 1] ?? "") ? word : "");
      const { variable = "", fallback } = referenceOf(value) ?? {};
      const isAsked = fallback === undefined && !OF_ADDRESS.test(variable);
      return isAsked && isUnset(variable, outer, fact, facts) ? [variable] : [];
    }),
  );
  return [...new Set(names)].map((name) => ({
    place: fact.place,
    why: `nothing here sets ${name}, and an option without its value may end the program`,
  }));
}
