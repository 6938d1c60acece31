import { allKnown, connections } from "../domain/connections";
import type { ConnectionFact, Fact } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { unknown } from "../domain/knowable";
import { rule } from "../domain/rule";
import { variableOf } from "../domain/variables";
import { lacksTls } from "./derived/external-hosts";
import { isPublicWay } from "./derived/public-way";
import { unmetNeeds } from "./derived/unmet-needs";

const OFF = /^(?:disable|allow|false|off|no|0)$/i;

export const databaseTlsOff = rule({
  id: "database/tls-off",
  severity: "error",
  title: "The connection to a remote database is encrypted",
  why: "With sslmode=disable or allow the password's proof and all data cross the network in the clear.",
  fix: "Set sslmode=require (ssl=require with SQLAlchemy and asyncpg).",
  reference: "https://www.postgresql.org/docs/current/libpq-ssl.html",
  prevents: ["database/tls-required"],
  check: (facts, settings) => {
    const { violations, undecided } = judgeEach(
      connections(facts),
      ({ host, parameters, driverSettings, driver, place }) => {
        const parts = allKnown(host, parameters, driver);
        if (place.source === "resource" && parts.known && lacksTls(...parts.value))
          return unknown("its host asks for TLS, which this driver uses only where the code says so");
        // Settings that are not declared cannot turn TLS off.
        return allKnown(host, parameters, driverSettings.known ? driverSettings : { known: true, value: {} });
      },
      ([host, parameters, inCode], { place, service, driver }) => {
        const isR2dbc = driver.known && driver.value === "r2dbc";
        const inVariable = modeInVariable(facts, { service, driver });
        const off = Object.entries({ ...inVariable, ...inCode, ...parameters }).find(
          ([name, mode]) =>
            (name === "sslmode" || name === "ssl" || (isR2dbc && name === "sslMode")) && OFF.test(mode),
        );
        if (off === undefined || !isPublicWay(host, settings)) return undefined;
        const [key, mode] = off;
        return {
          place,
          what: `TLS to ${host}`,
          expected: `\`${key}=require\``,
          got: `\`${key}=${mode}\``,
          fix: `Write \`${key}=require\`.`,
        };
      },
    );
    return { violations: [...violations, ...unmetNeeds(facts, "database/tls-off")], undecided };
  },
});

/** libpq, and the clients after it, take PGSSLMODE where the URL says nothing; Prisma does not. */
function modeInVariable(
  facts: readonly Fact[],
  { service, driver }: { readonly service: string | undefined; readonly driver: ConnectionFact["driver"] },
): Readonly<Record<string, string>> {
  if (driver.known && driver.value === "prisma") return {};
  const mode = variableOf(facts, service === undefined ? {} : { service }, "PGSSLMODE");
  return mode === undefined ? {} : { sslmode: mode.trim() };
}
