import { each } from "../each";
import { factsOf } from "../fact";
import type { Rule } from "../rule";
import { isLoopback, readStartCommand } from "../start-command";

export const serviceLoopbackBind: Rule = {
  id: "service/loopback-bind",
  severity: "error",
  title: "The service listens on all interfaces",
  why: "Render looks for the port on 0.0.0.0; a process on 127.0.0.1 is never found and the deploy times out.",
  fix: "Start the server with --host 0.0.0.0.",
  reference: "https://render.com/docs/web-services#port-binding",
  check: (facts) =>
    each(
      factsOf(facts, "start-command"),
      ({ command }) => command,
      (command, fact) => {
        const start = readStartCommand(command);
        if (start?.host === undefined || !isLoopback(start.host)) return undefined;
        return {
          place: fact.place,
          what: `${start.program}'s bind address`,
          expected: "0.0.0.0",
          got: start.host,
          fix:
            start.program === "runserver"
              ? "Write `runserver 0.0.0.0:$PORT`."
              : "Add `--host 0.0.0.0` (or bind `0.0.0.0:$PORT`).",
        };
      },
    ),
};
