import { isDeepStrictEqual } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseConnection } from "./database-connection";
import type { DatabaseEndpoint } from "./database-endpoint";
import type { DatabaseArgs, EnvironmentServiceArgs } from "./environment-types";
import { type UsedDatabase, usedDatabases } from "./used-databases";
import type { Verification } from "./verification";

/** One service of the environment, and what its resources' names begin with. */
export interface Named {
  readonly key: string;
  readonly prefix: string;
  readonly args: EnvironmentServiceArgs;
}

/** A database as one variable of a service has it, and the connection whose URL it gets. */
export interface Use extends UsedDatabase {
  readonly connection: DatabaseConnection;
}

type Shared = Pick<ConstructorParameters<typeof DatabaseConnection>[1], "otherEnvironments" | "addresses">;

/** How a URL is read: what decides that two variables can have one connection. */
type Reading = Pick<UsedDatabase, "driver" | "driverSettings" | "mode">;

/** The first connection to a database, which makes its role; what it was made for, and what uses the role. */
interface Reached {
  readonly connection: DatabaseConnection;
  readonly reading: Reading;
  /** Those for other drivers, by the services that have them. */
  readonly others: {
    readonly prefix: string;
    readonly reading: Reading;
    readonly connection: DatabaseConnection;
  }[];
  readonly verifications: Verification[];
}

/** A URL is written for a driver, so that services of two drivers have two connections to one database. */
export class EnvironmentDatabases {
  private readonly reached = new Map<string, Reached>();

  constructor(
    private readonly name: string,
    private readonly databases: Readonly<Record<string, DatabaseArgs>>,
    private readonly shared: Shared,
    private readonly parent: pulumi.Resource,
  ) {}

  /** By the databases' names. */
  get endpoints(): ReadonlyMap<string, pulumi.Output<DatabaseEndpoint | undefined>> {
    return new Map([...this.reached].map(([name, { connection }]) => [name, connection.endpoint]));
  }

  /** Declares every connection of every service, and says which service has which, by the services' keys. */
  reachedBy(services: readonly Named[]): ReadonlyMap<string, readonly Use[]> {
    const used = services.map(
      (service) => [service, usedDatabases(this.name, service.key, service.args, this.databases)] as const,
    );
    const variablesOf = (one: UsedDatabase): readonly string[] => {
      const same = used.flatMap(([, all]) => all.filter((other) => isOneConnection(one, other)));
      return [...new Set(same.map(({ variable }) => variable))];
    };
    return new Map(
      used.map(([{ key, prefix }, all]) => {
        const uses = all.map((one) => ({ ...one, connection: this.connect(prefix, one, variablesOf(one)) }));
        return [key, uses];
      }),
    );
  }

  private connect(prefix: string, used: UsedDatabase, variables: readonly string[]): DatabaseConnection {
    const { database, args, variable, isOnly } = used;
    const first = this.reached.get(database);
    const reading = readingOf(used);
    const inputs = {
      ...{ ...args, ...this.shared, driver: used.driver, driverSettings: used.driverSettings },
      ...withMode(args, used),
      variables,
    };
    if (first === undefined) {
      const alone = Object.keys(this.databases).length === 1 && prefix === this.name;
      const called = alone ? `${this.name}-database` : `${this.name}-${database}-database`;
      const connection = new DatabaseConnection(called, inputs, { parent: this.parent });
      this.reached.set(database, { connection, reading, others: [], verifications: [] });
      return connection;
    }
    const known = [first, ...first.others.filter((other) => other.prefix === prefix)].find((one) =>
      isDeepStrictEqual(one.reading, reading),
    );
    if (known !== undefined) return known.connection;
    const { login, access } = first.connection;
    const connection = new DatabaseConnection(
      isOnly ? `${prefix}-database` : `${prefix}-${variable}`,
      {
        ...inputs,
        ...(login !== undefined && { login }),
        ...(access === undefined && { manageRole: false }),
      },
      { parent: this.parent, dependsOn: [first.connection] },
    );
    first.others.push({ prefix, reading, connection });
    return connection;
  }

  verifiedBy(uses: readonly Use[], verification: Verification): void {
    for (const database of new Set(uses.map((use) => use.database))) {
      this.reached.get(database)?.verifications.push(verification);
    }
  }

  /** Once each service that uses the role is verified. */
  closeOtherLogins(): void {
    for (const { connection, verifications } of this.reached.values()) {
      connection.closeOtherLogins(verifications, { parent: this.parent });
    }
  }
}

const readingOf = ({ driver, driverSettings, mode }: UsedDatabase): Reading => ({
  driver,
  driverSettings,
  mode,
});

const isOneConnection = (one: UsedDatabase, other: UsedDatabase): boolean =>
  one.database === other.database && isDeepStrictEqual(readingOf(one), readingOf(other));

/** The same database by another mode than its own. */
function withMode({ supabase }: DatabaseArgs, { mode, variable, database }: UsedDatabase) {
  if (mode === undefined) return {};
  if (supabase !== undefined) return { supabase: { ...supabase, connection: mode } };
  throw new pulumi.RunError(
    `${variable}: \`connection\` is of a database at Supabase, and ${database} has no \`supabase\`.`,
  );
}
