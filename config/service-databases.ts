import { z } from "zod";
import { CONNECTIONS } from "../databases";
import { DRIVER_NAMES, type DriverName } from "../domain";
import { DATABASE_VARIABLE } from "../domain/database-variable";
import type { ServiceDatabase } from "./service-database";
import { settingText, text } from "./text";

/** The PostgreSQL driver of the code that reads a URL. */
export const driver = z.enum(
  DRIVER_NAMES as [DriverName, ...DriverName[]],
  "expected a driver that Portcullis knows",
);

/** Settings of the driver outside the URL, by its own names, as the service's code has them. */
export const driverSettings = z.record(z.string(), settingText, "expected a mapping of settings");

const variable = z
  .string()
  .regex(/^[A-Za-z_]\w*$/, "expected a variable's name: letters, digits and _, no digit first");

const read = z.strictObject({
  database: text.describe(
    "which of `portcullis:databases`, where the variable has a mapping and no name alone",
  ),
  driver: driver
    .optional()
    .meta({ description: "the driver that reads this variable", otherwise: "the service's `driver`" }),
  driverSettings: driverSettings.optional().meta({
    description: "its settings, in place of the service's",
    otherwise: "the service's, with its driver",
  }),
  connection: z.enum(CONNECTIONS, "expected a connection").optional().meta({
    description: "at Supabase: how this variable reaches it, such as `session` for migrations",
    otherwise: "the database's",
  }),
});

/** The databases of a service, by the variables that get their URLs. */
export const serviceDatabases = z.record(
  variable,
  z.union([text, read], "expected a database's name, or a mapping of `database` and its `driver`"),
  "expected a mapping of variables to databases",
);

interface Written {
  readonly driver?: DriverName | undefined;
  readonly driverSettings: Readonly<Record<string, string>>;
  readonly databases?: z.infer<typeof serviceDatabases> | undefined;
}

/**
 * The short form and the long one, as one and the same.
 *
 * @param only the database of the short form
 */
export function databasesOfService(
  { databases, ...own }: Written,
  only: string | undefined,
): Readonly<Record<string, ServiceDatabase>> {
  const written = databases ?? (only === undefined ? {} : { [DATABASE_VARIABLE]: only });
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, given]) => {
      const one = typeof given === "string" ? { database: given } : given;
      const named = one.driver ?? own.driver;
      if (named === undefined) return [];
      // What the service says of its driver holds for no other one.
      const settings = one.driverSettings ?? (named === own.driver ? own.driverSettings : {});
      const { database, connection } = one;
      const mode = connection === undefined ? {} : { connection };
      return [[name, { database, driver: named, driverSettings: settings, ...mode }] as const];
    }),
  );
}
