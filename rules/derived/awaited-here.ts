import { awaited } from "../../domain/awaited";
import { type Fact, factsOf } from "../../domain/fact";
import { forwarderIn } from "../../domain/forwarders";
import type { Undecided } from "../../domain/rule";
import { isLoopback } from "../../domain/start-command";
import { simpleCommands } from "../../domain/start-command/shell";

/** Ports of databases and stores. */
const OF_STORES = /^(?:5432|5433|6543|6379|3306|27017|5672|9200)$/;
/** What a line starts as a daemon of its own. */
const STARTS = /\b(?:\w+-server|mongod|mysqld\w*|pg_ctl|postgres|supervisord|service|daemonize)\b/;

/** Commands that wait for a database or a store on the service's own machine, where nothing is known to start one. */
export function awaitedHere(facts: readonly Fact[]): readonly Undecided[] {
  const isImage = factsOf(facts, "platform").some(
    ({ runtime }) => runtime === "docker" || runtime === "image",
  );
  if (isImage || forwarderIn(facts) !== undefined) return [];
  const starts = factsOf(facts, "start-command").some(
    ({ command }) =>
      command.known &&
      (STARTS.test(command.value) || simpleCommands(command.value).some(({ background }) => background)),
  );
  if (starts) return [];
  return awaited(facts).flatMap(({ place, host, port = "5432" }) =>
    isLoopback(host) && OF_STORES.test(port)
      ? [{ place, why: `the command waits for ${host}:${port}, where nothing but the service runs` }]
      : [],
  );
}
