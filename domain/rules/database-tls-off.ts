import { all, connections } from "../connections";
import { each } from "../each";
import type { Rule } from "../rule";
import { isLoopback } from "../start-command";

export const databaseTlsOff: Rule = {
  id: "database/tls-off",
  severity: "error",
  title: "The connection to a remote database is encrypted",
  why: "With sslmode=disable or allow the password's proof and all data cross the network in the clear.",
  fix: "Set sslmode=require (ssl=require with SQLAlchemy and asyncpg).",
  reference: "https://www.postgresql.org/docs/current/libpq-ssl.html",
  check: (facts) =>
    each(
      connections(facts),
      ({ host, parameters }) => all(host, parameters),
      ([host, parameters], { place }) => {
        const [key, mode] =
          Object.entries(parameters).find(([name]) => name === "sslmode" || name === "ssl") ?? [];
        if (
          key === undefined ||
          mode === undefined ||
          !["disable", "allow", "false"].includes(mode) ||
          isLoopback(host)
        )
          return undefined;
        return {
          place,
          what: `TLS to ${host}`,
          expected: `\`${key}=require\``,
          got: `\`${key}=${mode}\``,
          fix: `Write \`${key}=require\`.`,
        };
      },
    ),
};
