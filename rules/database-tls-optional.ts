import { allKnown, connections } from "../domain/connections";
import { judgeEach } from "../domain/judge-each";
import { rule } from "../domain/rule";
import { isPublicWay } from "./derived/public-way";

export const databaseTlsOptional = rule({
  id: "database/tls-optional",
  severity: "note",
  title: "The connection to a remote database cannot fall back to clear text",
  why: "With `prefer` the client asks for encryption and accepts a refusal: an attacker on the way can send one.",
  fix: "Write `require`.",
  reference: "https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS",
  preview: false,
  check: (facts, settings) => ({
    // What is not known yet is reported by database/tls-off.
    undecided: [],
    violations: judgeEach(
      connections(facts),
      ({ host, parameters }) => allKnown(host, parameters),
      ([host, parameters], { place }) => {
        const key = ["sslmode", "ssl"].find((name) => parameters[name] === "prefer");
        if (key === undefined || !isPublicWay(host, settings)) return undefined;
        return {
          place,
          what: `TLS to ${host}`,
          expected: `\`${key}=require\``,
          got: `\`${key}=prefer\``,
          fix: `Write \`${key}=require\`.`,
        };
      },
    ).violations,
  }),
});
