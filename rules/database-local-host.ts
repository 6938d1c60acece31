import { connections } from "../domain/connections";
import { each } from "../domain/each";
import { factsOf } from "../domain/fact";
import { runsOnRender } from "../domain/on-render";
import type { Rule } from "../domain/rule";
import { isLoopback } from "../domain/start-command";

export const databaseLocalHost: Rule = {
  id: "database/local-host",
  severity: "error",
  title: "The database is not looked for on the service's own machine",
  why: "A Render instance runs the service and nothing else: localhost, a socket or no host at all ends with connection refused.",
  fix: "Write the database's own host, such as the session pooler's.",
  reference: "https://render.com/docs/postgresql-creating-connecting",
  check: (facts, settings) => {
    if (!runsOnRender(facts, settings)) return { violations: [], undecided: [] };
    // libpq and the drivers after it take a missing host from PGHOST.
    const named = factsOf(facts, "variable").some(({ name }) => name === "PGHOST");
    return each(
      connections(facts),
      ({ host }) => host,
      (host, { place }) => {
        if (!isHere(host) || (host === "" && named)) return undefined;
        return {
          place,
          what: "database host",
          expected: "a host that Render can reach",
          got: host === "" ? "none, so that the driver takes this machine" : `\`${host}\``,
          fix: "Write the database's own host, such as the session pooler's.",
        };
      },
    );
  },
};

function isHere(host: string): boolean {
  return host === "" || host.startsWith("/") || isLoopback(host) || host === "0.0.0.0";
}
