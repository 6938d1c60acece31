import { all, connections } from "../connections";
import { driverNamed, fateOf } from "../driver";
import { each } from "../each";
import { nearest } from "../nearest";
import type { Rule } from "../rule";

export const databaseUrlParameters: Rule = {
  id: "database/url-parameters",
  severity: "error",
  title: "The driver understands every URL parameter",
  why: "An unknown key is an error in libpq, a keyword argument in SQLAlchemy, and a server setting in asyncpg, which PostgreSQL then refuses.",
  fix: "Remove the parameter, or write the driver's own name for it.",
  reference: "https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.connection.connect",
  check: (facts) =>
    each(
      connections(facts),
      ({ parameters, driver }) => all(parameters, driver),
      ([parameters, driverName], { place }) => {
        const driver = driverNamed(driverName);
        if (driver === undefined) return [];
        return Object.keys(parameters)
          .filter((key) => fateOf(driver, key) === "refused")
          .map((key) => {
            const right = key.startsWith("ssl")
              ? Object.entries(driver.tls)[0]?.join("=")
              : nearest(key, driver.parameters);
            const fix = right === undefined ? "Remove it." : `Remove it, or write \`${right}\`.`;
            return {
              place,
              what: `URL parameter \`${key}\``,
              expected: `one that ${driver.name} understands`,
              got: "one that it refuses or the server does",
              fix,
            };
          });
      },
    ),
};
