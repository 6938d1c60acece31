import { all, connections } from "../connections";
import { driverNamed } from "../driver";
import { each } from "../each";
import type { Rule } from "../rule";
import { endpointForm } from "../supabase";

export const databaseTransactionModeStatements: Rule = {
  id: "database/transaction-mode-statements",
  severity: "error",
  title: "Prepared statements are off in transaction mode",
  why: "In transaction mode each transaction may get another server connection, where the driver's prepared statements do not exist.",
  fix: "Turn the driver's prepared statements off, or use session mode.",
  reference: "https://supabase.com/docs/guides/troubleshooting/disabling-prepared-statements-qL8lEL",
  check: (facts) =>
    each(
      connections(facts),
      ({ host, port, parameters, driver, driverSettings }) =>
        all(host, port, parameters, driver, driverSettings),
      ([host, port, parameters, driverName, settings], { place }) => {
        const driver = driverNamed(driverName);
        if (endpointForm(host, port)?.mode !== "transaction" || driver?.unprepared === undefined)
          return undefined;
        const missing = Object.entries(driver.unprepared).filter(
          ([key, value]) => (settings[key] ?? parameters[key]) !== value,
        );
        if (missing.length === 0) return undefined;
        const expected = missing.map(([key, value]) => `\`${key}=${value}\``).join(" and ");
        return {
          place,
          what: `${driver.name} in transaction mode`,
          expected,
          got: "prepared statements on",
          fix: `Set ${expected} in the driver and in \`driverSettings\`, or set \`connection: session\`.`,
        };
      },
    ),
};
