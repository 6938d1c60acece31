import { type Fact, factsOf, type StartCommandFact } from "../domain/fact";
import { rule, type Undecided, type Violation } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { readStart } from "../domain/start-command";
import { missingValue } from "../domain/start-command/missing-value";
import { misspeltOption } from "../domain/start-command/misspelt-option";
import { openQuote } from "../domain/start-command/open-quote";
import { isQuotedWhole, pastedLabel } from "../domain/start-command/pasted-label";
import { refusedOption } from "../domain/start-command/refused-option";
import { strayArgument } from "../domain/start-command/stray-argument";
import { unusableWords } from "../domain/start-command/unusable";
import { serviceTypeOf } from "../domain/stated-service";
import { variableOf } from "../domain/variables";
import { together, verdictOf } from "../domain/verdict";
import { doubtfulForms, otherForms } from "./derived/application-form";
import { askingCommands } from "./derived/asking-commands";
import { ofEnd } from "./derived/ended-start";
import { ofBlocked, ofUnreached, ofWorker } from "./derived/held-up";
import { lackedProgram, ofLacked, whyLacked } from "./derived/lacked-program";
import { leftBehind } from "./derived/left-behind";
import { literalVariables } from "./derived/literal-variables";
import { ENDING, platformCommands } from "./derived/platform-commands";
import { ofLabel, ofOpenQuote, ofQuotes } from "./derived/quotes";
import { runningServer } from "./derived/running-server";
import { ofMissing, ofOption } from "./derived/server-options";
import { servingWorker } from "./derived/serving-worker";
import { ofStray, whyStray } from "./derived/stray-words";
import { unbuilt } from "./derived/unbuilt";
import { isAsked, unknownStart } from "./derived/unknown-start";
import { placesWithoutShell, unmetNeeds } from "./derived/unmet-needs";
import { ofWords } from "./derived/unusable-words";
import { unwritableFiles } from "./derived/unwritable-files";
import { watchingJob } from "./derived/watching-job";

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
    const before = together(platformCommands(facts, settings), verdictOf(askingCommands(facts)));
    const unmet = unmetNeeds(facts, "service/start-command");
    const unread = placesWithoutShell(facts);
    const violations: Violation[] = [...before.violations, ...unmet, ...otherForms(facts)];
    const undecided: Undecided[] = [
      ...before.undecided,
      ...unwritableFiles(facts, settings),
      ...unbuilt(facts),
      ...doubtfulForms(facts),
    ];
    for (const fact of factsOf(facts, "start-command")) {
      if (unread.has(fact.place)) continue;
      if (!fact.command.known) {
        undecided.push({ place: fact.place, why: fact.command.why });
        continue;
      }
      const command = fact.command.value;
      const type = serviceTypeOf(facts, fact.service);
      const look = (name: string) => variableOf(facts, fact, name);
      const refused = refusedOption(command, look);
      const missing = missingValue(command, look);
      const label = pastedLabel(command);
      const stray = strayArgument(command, look);
      const quote = openQuote(command);
      const literal = literalVariables(fact, facts, settings);
      const misspelt = misspeltOption(command, look);
      const unusable = unusableWords(command, look);
      if (unusable?.certain === false)
        undecided.push({ place: fact.place, why: `${unusable.what}: ${unusable.got}` });
      if (misspelt !== undefined) undecided.push({ place: fact.place, why: misspelt });
      if (stray !== undefined && !stray.refused) undecided.push({ place: fact.place, why: whyStray(stray) });
      const lacked = lackedProgram(fact, command, facts, settings);
      if (lacked !== undefined && lacked.row.doubtful === true && isAsked(fact, facts))
        undecided.push({ place: fact.place, why: whyLacked(lacked) });
      if (label !== undefined) violations.push(ofLabel(fact, label));
      else if (isQuotedWhole(command)) violations.push(ofQuotes(fact));
      else if (quote !== undefined) violations.push(ofOpenQuote(fact, quote));
      else if (literal !== undefined) violations.push(literal);
      else if (refused !== undefined) violations.push(ofOption(fact, refused));
      else if (missing !== undefined) violations.push(ofMissing(fact, missing));
      else if (unusable?.certain === true) violations.push(...ofWords(fact, unusable, facts));
      else if (stray?.refused === true) violations.push(ofStray(fact, stray));
      else if (lacked !== undefined && lacked.row.doubtful !== true)
        violations.push(ofLacked(fact.place, "start command", lacked));
      else if (type === "cron" || type === "worker") {
        const job = ofJob(type, fact, command, facts);
        const watching = type === "cron" && job.length === 0 ? watchingJob(fact, command) : undefined;
        violations.push(...job, ...(watching?.violations ?? []));
        undecided.push(...(watching?.undecided ?? []));
        if (type === "worker") undecided.push(...servingWorker(fact, command, look));
      } else if (isAsked(fact, facts)) {
        const { ends, endsBy, endsIn, listeners, doubt, blockedBy, unreached, works } = readStart(
          command,
          look,
        );
        const why = unknownStart(fact, command, facts) ?? doubt;
        if (endsIn === "time") violations.push(ofLimit(fact));
        else if (blockedBy !== undefined) violations.push(ofBlocked(fact, blockedBy));
        else if (unreached !== undefined) violations.push(ofUnreached(fact, unreached));
        else if (ends !== undefined)
          violations.push(
            works && endsBy === undefined
              ? ofWorker(fact, ends)
              : ofEnd(fact, ends, endsBy, listeners.length > 0),
          );
        else if (why !== undefined) undecided.push({ place: fact.place, why });
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
  const reading = readStart(command, (name) => variableOf(facts, fact, name));
  const { ends, endsBy, works, endless, unreached } = reading;
  if (type === "worker" && unreached !== undefined) return [ofUnreached(fact, unreached)];
  if (type === "worker") {
    return ends === undefined || works ? [] : [ofEnd(fact, ends, endsBy, false, "worker")];
  }
  if (endless !== undefined)
    return [
      {
        place: fact.place,
        what: "start command",
        expected: ENDING,
        got: endless.startsWith("a loop") ? endless : `\`${endless}\`, which goes on running`,
        fix: "Start what has to be done once at the schedule, or make this a worker.",
      },
    ];
  const server = runningServer(command, reading);
  if (server === undefined) return leftBehind(fact, command);
  return [
    {
      place: fact.place,
      what: "start command",
      expected: ENDING,
      got: `${server.program}, a server that goes on running`,
      fix: "Start what the job has to do, or make this a web service, a private service or a worker.",
    },
  ];
}

/** timeout(1) ends the server with the status 124. */
function ofLimit({ place }: StartCommandFact): Violation {
  return {
    place,
    what: "start command",
    expected: "a server that goes on running",
    got: "one that `timeout` ends",
    fix: "Leave `timeout` out.",
  };
}
