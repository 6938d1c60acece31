import * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../databases";
import { looksLikeConnectionUrl } from "../domain";
import { DATABASE_VARIABLE } from "../domain/database-variable";
import type { DatabaseArgs, EnvironmentServiceArgs } from "./environment-types";

/** A database as one variable of a service has it. */
export interface UsedDatabase {
  readonly variable: string;
  /** Its name in the environment. */
  readonly database: string;
  readonly args: DatabaseArgs;
  readonly driver: pulumi.Input<string>;
  readonly driverSettings: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  /** In place of the database's own. */
  readonly mode?: pulumi.Input<Connection> | undefined;
  /** Whether it is the service's only one, by DATABASE_URL. */
  readonly isOnly: boolean;
}

/**
 * The databases of a service, in the order of its arguments; those by a mode of their own last, so that a database's own
 * connection makes its role.
 *
 * @throws pulumi.RunError for a database that is not there, and for a variable that no driver reads.
 */
export function usedDatabases(
  environment: string,
  key: string,
  service: EnvironmentServiceArgs,
  databases: Readonly<Record<string, DatabaseArgs>>,
): readonly UsedDatabase[] {
  const { driver, driverSettings = {} } = service;
  const names = Object.keys(databases);
  const refuse = (what: string, expected: string, got: string | undefined): never => {
    throw new pulumi.RunError(
      `${environment}: the service ${key} has ${what}: expected ${expected}, got ${shown(got)}.`,
    );
  };
  const argsOf = (what: string, name: string | undefined): readonly [string, DatabaseArgs] => {
    const args = name === undefined ? undefined : databases[name];
    return name !== undefined && args !== undefined
      ? [name, args]
      : refuse(what, `its \`database\` (${names.join(", ")})`, name);
  };
  if (service.databases === undefined) {
    if (driver === undefined) return [];
    const [only, second] = names;
    const [database, args] = argsOf(
      "a driver",
      service.database ?? (second === undefined ? only : undefined),
    );
    return [{ variable: DATABASE_VARIABLE, database, args, driver, driverSettings, isOnly: true }];
  }
  const written = Object.entries(service.databases);
  const isOnly = written.length === 1 && written[0]?.[0] === DATABASE_VARIABLE;
  const used = written.map(([variable, given]): UsedDatabase => {
    const one = typeof given === "string" ? { database: given } : given;
    const [database, args] = argsOf(`the variable ${variable}`, one.database);
    const read =
      one.driver ?? driver ?? refuse(`the variable ${variable}`, "the `driver` that reads it", undefined);
    // What the service says of its driver holds for no other one.
    const settings = one.driverSettings ?? (read === driver ? driverSettings : {});
    return { variable, database, args, driver: read, driverSettings: settings, mode: one.connection, isOnly };
  });
  return used.toSorted((one, other) => Number(one.mode !== undefined) - Number(other.mode !== undefined));
}

/** A URL's password must not be shown. */
function shown(name: string | undefined): string {
  if (name === undefined) return "none";
  return looksLikeConnectionUrl(name) ? "a connection URL" : `\`${name}\``;
}
