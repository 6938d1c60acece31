import { each } from "../each";
import { factsOf } from "../fact";
import type { Rule } from "../rule";
import { isLoopback, readStartCommand } from "../start-command";
import { variableOf } from "../variables";

export const serviceLoopbackBind: Rule = {
  id: "service/loopback-bind",
  severity: "error",
  title: "The service listens on all interfaces",
  why: "Render looks for the port on 0.0.0.0; a process on 127.0.0.1 is never found and the deploy times out.",
  fix: "Start the server with --host 0.0.0.0.",
  reference: "https://render.com/docs/web-services#port-binding",
  check: (facts) => {
    const commands = each(
      factsOf(facts, "start-command"),
      ({ command }) => command,
      (command, fact) => {
        const start = readStartCommand(command, (name) => variableOf(facts, fact, name));
        if (start?.host === undefined || !isUnreachable(start.host)) return undefined;
        return {
          place: fact.place,
          what: `${start.program}'s bind address`,
          expected: "0.0.0.0",
          got: start.host,
          fix: FIXES[start.program] ?? "Add `--host 0.0.0.0`.",
        };
      },
    );
    const binds = each(
      factsOf(facts, "bind"),
      ({ host }) => host,
      (host, { place }) => {
        if (!isUnreachable(host)) return undefined;
        return { place, what: "bind address", expected: "0.0.0.0", got: host, fix: "Bind 0.0.0.0." };
      },
    );
    return {
      violations: [...commands.violations, ...binds.violations],
      undecided: [...commands.undecided, ...binds.undecided],
    };
  },
};

const BIND = "Write `--bind 0.0.0.0:$PORT`.";
const FIXES: Readonly<Record<string, string>> = {
  runserver: "Write `runserver 0.0.0.0:$PORT`.",
  gunicorn: BIND,
  hypercorn: BIND,
  daphne: "Add `-b 0.0.0.0`.",
  next: "Add `-H 0.0.0.0`.",
};

/** A socket in the file system is found by no port scan either. */
function isUnreachable(host: string): boolean {
  return isLoopback(host) || host.startsWith("unix:");
}
