import { all, connections } from "../domain/connections";
import { each } from "../domain/each";
import { isRemote } from "../domain/remote-host";
import { rule } from "../domain/rule";

const OFF = /^(?:disable|allow|false|off|no|0)$/i;

export const databaseTlsOff = rule({
  id: "database/tls-off",
  severity: "error",
  title: "The connection to a remote database is encrypted",
  why: "With sslmode=disable or allow the password's proof and all data cross the network in the clear.",
  fix: "Set sslmode=require (ssl=require with SQLAlchemy and asyncpg).",
  reference: "https://www.postgresql.org/docs/current/libpq-ssl.html",
  prevents: ["database/tls-required"],
  check: (facts) =>
    each(
      connections(facts),
      ({ host, parameters, driverSettings }) =>
        // Settings that are not declared cannot turn TLS off.
        all(host, parameters, driverSettings.known ? driverSettings : { known: true, value: {} }),
      ([host, parameters, settings], { place }) => {
        const off = Object.entries({ ...settings, ...parameters }).find(
          ([name, mode]) => (name === "sslmode" || name === "ssl") && OFF.test(mode),
        );
        if (off === undefined || !isRemote(host)) return undefined;
        const [key, mode] = off;
        return {
          place,
          what: `TLS to ${host}`,
          expected: `\`${key}=require\``,
          got: `\`${key}=${mode}\``,
          fix: `Write \`${key}=require\`.`,
        };
      },
    ),
});
