import { type Fact, type FactOf, factsOf } from "../../domain/fact";
import type { Knowledge, Verdict, Violation } from "../../domain/rule";
import { readStart, type StartReading } from "../../domain/start-command";
import { serviceTypeOf } from "../../domain/stated-service";
import { variableOf } from "../../domain/variables";
import { together } from "../../domain/verdict";
import { type Lacked, lackedProgram, ofLacked, whyLacked } from "./lacked-program";
import { runningServer } from "./running-server";

/**
 * What a platform runs before a service starts, to build it or before each deploy: it has to end, and has no more programs
 * than the service. A server in it is waited for until Render's time for the step is over.
 */
export function platformCommands(facts: readonly Fact[], settings: Knowledge): Verdict {
  return together(...factsOf(facts, "platform-command").map((fact) => ofCommand(fact, facts, settings)));
}

function ofCommand(fact: FactOf<"platform-command">, facts: readonly Fact[], settings: Knowledge): Verdict {
  const { place, command } = fact;
  if (!command.known) return { violations: [], undecided: [{ place, why: command.why }] };
  const lacked = lackedProgram(fact, command.value, facts, settings);
  const doubtful = lacked?.row.doubtful === true ? lacked : undefined;
  const script = SERVING_SCRIPT.exec(command.value)?.[0].trim();
  const why = doubtful ? whyLacked(doubtful) : script && `whether \`${script}\` ends is not known`;
  return {
    violations: judged(fact, command.value, doubtful ? undefined : lacked, facts),
    undecided: why === undefined ? [] : [{ place, why }],
  };
}

/** What is wanted of a command that is no server's. */
export const ENDING = "a command that ends when its work is done";

/** Scripts of a package that serve or watch, by their usual names. */
const SERVING_SCRIPT =
  /(?:^|[\s;&|(])(?:npm|pnpm|yarn|bun)(?: run)? (?:dev|start|serve|watch|preview)(?::[\w-]+)?(?=$|[\s;&|)])/;

/** pip ends without a requirement: "You must give at least one requirement to install" (pip.pypa.io: pip install). */
const EMPTY_INSTALL =
  /(?:^|&&)\s*((?:python3? -m )?pip3? install(?: (?:-U|-q|--upgrade|--no-cache-dir|--user|-r))*)\s*(?:&&|$)/;

function judged(
  fact: FactOf<"platform-command">,
  command: string,
  lacked: Lacked | undefined,
  facts: readonly Fact[],
): readonly Violation[] {
  const { place, by } = fact;
  if (lacked !== undefined) return [ofLacked(place, by, lacked)];
  const empty = EMPTY_INSTALL.exec(command)?.[1];
  if (empty !== undefined)
    return [
      {
        place,
        what: by,
        expected: "what pip installs",
        got: `\`${empty}\` alone, at which it ends`,
        fix: "Write `pip install -r requirements.txt`.",
      },
    ];
  const reading = readStart(command, (name) => variableOf(facts, fact, name));
  const said = goesOn(command, reading, serviceTypeOf(facts, fact.service) === "static");
  if (said === undefined) return [];
  return [
    {
      place,
      what: by,
      expected: ENDING,
      got: said.got,
      fix: `Take it out of the ${by}.${said.instead}`,
    },
  ];
}

/** What of a command goes on running, and where it belongs. */
function goesOn(
  command: string,
  reading: StartReading,
  isSite: boolean,
): { readonly got: string; readonly instead: string } | undefined {
  const server = runningServer(command, reading);
  if (server !== undefined)
    return {
      got: `${server.program}, a server that goes on running`,
      instead: isSite ? "" : " Start the server in the start command.",
    };
  const { endless } = reading;
  if (endless === undefined) return undefined;
  return endless.startsWith("a loop")
    ? { got: endless, instead: "" }
    : { got: `\`${endless}\`, which goes on running`, instead: " Make the worker a service of its own." };
}
