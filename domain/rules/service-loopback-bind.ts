import { each } from "../each";
import { factsOf } from "../fact";
import type { Edit } from "../finding";
import type { Rule } from "../rule";
import { isLoopback, readStartCommand } from "../start-command";
import { SERVERS } from "../start-command/server";
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
          ...bindEdit(start.host, command),
        };
      },
    );
    const binds = each(
      factsOf(facts, "bind"),
      ({ host }) => host,
      (host, { place }) => {
        if (!isUnreachable(host)) return undefined;
        const words = { what: "bind address", expected: "0.0.0.0", got: host, fix: "Bind 0.0.0.0." };
        return { place, ...words, ...bindEdit(host) };
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

const BIND_FLAGS = [
  ...SERVERS.flatMap(({ hostFlags, bindFlags }) => [...hostFlags, ...bindFlags]),
  "runserver",
];

/** Only an address that is written can be replaced; which flag is to be added, and where, has many answers. */
function bindEdit(host: string, command?: string): { readonly edit?: Edit } {
  if (!isLoopback(host) || (command !== undefined && !command.includes(host))) return {};
  return { edit: { replace: host, by: "0.0.0.0", ...(command !== undefined && { after: BIND_FLAGS }) } };
}

/** A socket in the file system is found by no port scan either. */
function isUnreachable(host: string): boolean {
  return isLoopback(host) || host.startsWith("unix:");
}
