import { type Fact, factsOf, type StartCommandFact } from "../domain/fact";
import { rule, type Undecided, type Violation } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { readStart } from "../domain/start-command";
import { type MisnamedApplication, misnamedApplication } from "../domain/start-command/application-name";
import { insteadOf } from "../domain/start-command/detached";
import { QUOTED_DOLLAR, UNREADABLE } from "../domain/start-command/expansion";
import { pastedLabel } from "../domain/start-command/pasted-label";
import { serviceTypeOf } from "../domain/stated-service";
import { variableOf } from "../domain/variables";
import { gotLacked, type Lacked, lackedProgram } from "./derived/lacked-program";
import { platformCommands } from "./derived/platform-commands";

export const serviceStartCommand = rule({
  id: "service/start-command",
  severity: "error",
  title: "The start command goes on running, and a cron job's ends",
  why: "A command that ends, or that leaves its server in the background and ends, is taken for a service that has crashed: it is started again until the deploy has failed. A cron job that starts a server never ends, until Render ends it after 12 hours. A build or pre-deploy command has to end too.",
  fix: "Let the command end with the server or the worker, in the foreground; let a cron job do its work and end.",
  reference: "https://render.com/docs/deploys#start-command",
  settings: ["localEnvironments"],
  prevents: ["process/exited", "process/crash-loop", "port/none-open"],
  check: (facts, settings) => {
    if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
    const before = platformCommands(facts, settings);
    const violations: Violation[] = [...before.violations];
    const undecided: Undecided[] = [...before.undecided];
    for (const fact of factsOf(facts, "start-command")) {
      if (!fact.command.known) {
        undecided.push({ place: fact.place, why: fact.command.why });
        continue;
      }
      const command = fact.command.value;
      const type = serviceTypeOf(facts, fact.service);
      const look = (name: string) => variableOf(facts, fact, name);
      const misnamed = misnamedApplication(command, look);
      const label = pastedLabel(command);
      const lacked = lackedProgram(fact, command, facts, settings);
      if (lacked !== undefined && lacked.row.doubtful === true && isAsked(fact, facts))
        undecided.push({ place: fact.place, why: whyLacked(lacked) });
      if (label !== undefined) violations.push(ofLabel(fact, label));
      else if (misnamed !== undefined) violations.push(ofName(fact, misnamed));
      else if (lacked !== undefined && lacked.row.doubtful !== true) violations.push(ofLacked(fact, lacked));
      else if (type === "cron" || type === "worker") violations.push(...ofJob(type, fact, command, facts));
      else if (isAsked(fact, facts)) {
        const { ends, endsBy, unknown, listeners, serves } = readStart(command, look);
        if (ends !== undefined) violations.push(violation(fact, ends, endsBy, listeners.length > 0));
        else if (isReadElsewhere(fact, facts) || runsScriptOf(fact, facts)) continue;
        else if (
          listeners.length > 0 &&
          listeners.every(({ host, port }) => host === undefined && port === undefined)
        )
          undecided.push({
            place: fact.place,
            why: `where ${listeners[0]?.program} listens is not written in the command`,
          });
        else if (unknown !== undefined && !serves)
          undecided.push({ place: fact.place, why: opensNothing(command, unknown) });
      }
    }
    return { violations, undecided };
  },
});

/** A cron job's command ends, and a worker's goes on running; neither opens a port that anybody asks. */
function ofJob(
  type: "cron" | "worker",
  fact: StartCommandFact,
  command: string,
  facts: readonly Fact[],
): readonly Violation[] {
  const { ends, endsBy, serves, works, listeners } = readStart(command, (name) =>
    variableOf(facts, fact, name),
  );
  if (type === "worker") {
    return ends === undefined || works ? [] : [violation(fact, ends, endsBy, false, "worker")];
  }
  // A limit in time ends a server too.
  // What is known to run nothing but a program of the job's own, such as `java -jar job.jar`, may end.
  const server = listeners.findLast(({ doubtful }) => doubtful !== true);
  if (!serves || server === undefined || /(?:^|[\s;&|(])timeout\s/.test(command)) return [];
  return [
    {
      place: fact.place,
      what: "start command",
      expected: "a command that ends when its work is done",
      got: `${server.program}, a server that goes on running`,
      fix: "Start what the job has to do, or make this a web service, a private service or a worker.",
    },
  ];
}

/** `startCommand:: command not found`: the shell ends with 127. */
function ofLabel({ place }: StartCommandFact, label: string): Violation {
  return {
    place,
    what: "start command",
    expected: "a command alone",
    got: `\`${label}\` before it, for which a shell finds no program`,
    fix: `Remove \`${label}\`.`,
  };
}

/** `docker: command not found`, `Cannot connect to the Docker daemon`. */
function ofLacked({ place }: StartCommandFact, lacked: Lacked): Violation {
  return {
    place,
    what: "start command",
    expected: `programs that ${lacked.platform} has`,
    got: gotLacked(lacked),
    fix: lacked.row.fix,
  };
}

function whyLacked({ program, platform }: Lacked): string {
  return `${platform}'s runtime is not known to have \`${program}\`, unless the build brings it`;
}

/** `Error loading ASGI app. Could not import module "main.py"`: the server ends at once. */
function ofName({ place }: StartCommandFact, { program, written, meant }: MisnamedApplication): Violation {
  return {
    place,
    what: `the application that ${program} loads`,
    expected: `the name of a module, \`${meant}\``,
    got: `the path \`${written}\`, which Python cannot import`,
    fix: `Write \`${meant}\`.`,
  };
}

/** Only a service that is asked has to go on running, and has a port. */
function isAsked({ service }: StartCommandFact, facts: readonly Fact[]): boolean {
  if (serviceTypeOf(facts, service) === "private") return true;
  return factsOf(facts, "health-check").some((check) => check.service === service);
}

/** Where the code is at hand, its readers say what it opens; code that asks for PORT opens that. */
function isReadElsewhere({ service }: StartCommandFact, facts: readonly Fact[]): boolean {
  const inCode = factsOf(facts, "port").some((port) => port.role === "code" && port.service === service);
  const takesPort = factsOf(facts, "wanted-variable").some(
    ({ name, service: of }) => name === "PORT" && of === service,
  );
  return inCode || takesPort || factsOf(facts, "bind").some((bind) => bind.service === service);
}

const RUNS_SCRIPT = /(?:^|\s)(?:npm|pnpm|yarn|bun)\s/;
const INTERPRETS = /^(?:node|nodejs|tsx|ts-node|bun|deno|python3?|ruby|php)$/;

/** Whether the command runs a script that is a command of its own among the facts: that one is reported. */
function runsScriptOf(fact: StartCommandFact, facts: readonly Fact[]): boolean {
  if (!fact.command.known || !RUNS_SCRIPT.test(fact.command.value)) return false;
  return factsOf(facts, "start-command").some(
    (other) => other !== fact && other.service === fact.service && other.command !== fact.command,
  );
}

function opensNothing(command: string, program: string): string {
  return INTERPRETS.test(program.split("/").at(-1) ?? "")
    ? `nothing that \`${shown(command)}\` runs is known to open a port`
    : `what \`${shown(program)}\` opens is not written in the command`;
}

function violation(
  { place, command }: StartCommandFact,
  ends: string,
  endsBy: readonly string[] | undefined,
  ofServer: boolean,
  asked: "server" | "worker" = "server",
): Violation {
  const instead = insteadOf(endsBy ?? []);
  const detached = instead === undefined && (endsBy !== undefined || ofServer);
  const bySign = command.known && /(?<![&>])&(?![&>])/.test(command.value);
  const leavesIt = bySign
    ? `Remove the \`&\`, or what else sends the ${asked} into the background.`
    : `Remove the option that sends the ${asked} into the background, such as \`--daemon\`.`;
  return {
    place,
    what: "start command",
    expected: `a ${asked} in the foreground`,
    got: detached ? `a ${asked} in the background, and then the end` : `\`${shown(ends)}\`, which ends`,
    fix:
      instead ??
      (detached
        ? leavesIt
        : `Start the ${asked} at the end of the command, after what has to run before it.`),
  };
}

/** The first words: what comes after them may be long, or a secret. */
function shown(command: string): string {
  const plain = command.replaceAll(UNREADABLE, "$(…)").replaceAll(QUOTED_DOLLAR, "$");
  return plain.split(/\s+/).slice(0, 3).join(" ").slice(0, 40);
}
