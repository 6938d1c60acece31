import { each } from "../domain/each";
import { type Fact, factsOf, type StartCommandFact } from "../domain/fact";
import type { Edit } from "../domain/finding";
import { rule } from "../domain/rule";
import { isLoopback, readStartCommand } from "../domain/start-command";
import { SERVERS } from "../domain/start-command/server";
import { variableOf } from "../domain/variables";

export const serviceLoopbackBind = rule({
  id: "service/loopback-bind",
  severity: "error",
  title: "The service listens on all interfaces",
  why: "A platform looks for the port from outside, on 0.0.0.0; a process on 127.0.0.1 is never found and the deploy times out.",
  fix: "Start the server with --host 0.0.0.0.",
  reference: "https://render.com/docs/web-services#port-binding",
  prevents: ["port/none-open", "port/loopback-bind", "platform/cause-unknown"],
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
          ...commandEdit(start.host, command, fact, facts),
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
});

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
function bindEdit(host: string, after?: readonly string[]): { readonly edit?: Edit } {
  // An IPv6 address has brackets of its own around it, or has not.
  if (!isLoopback(host) || host.includes(":")) return {};
  return { edit: { replace: host, by: "0.0.0.0", ...(after && { after }) } };
}

/** A server that is given no address takes it from a variable of its own, such as UVICORN_HOST. */
function commandEdit(
  host: string,
  command: string,
  fact: StartCommandFact,
  facts: readonly Fact[],
): { readonly edit?: Edit } {
  if (command.includes(host)) return bindEdit(host, BIND_FLAGS);
  const variable = factsOf(facts, "variable").find(
    ({ name, service, value }) =>
      SERVERS.some(({ hostVariable }) => hostVariable === name) &&
      service === fact.service &&
      value.known &&
      value.value === host,
  );
  const { edit } = bindEdit(host);
  return edit === undefined || variable === undefined ? {} : { edit: { ...edit, place: variable.place } };
}

/** A socket in the file system is found by no port scan either. */
function isUnreachable(host: string): boolean {
  return isLoopback(host) || host.startsWith("unix:");
}
