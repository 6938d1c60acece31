import { isDeepStrictEqual } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseConnection } from "./database-connection";
import type { DatabaseEndpoint } from "./database-endpoint";
import { waysOf } from "./database-ways";
import type {
  DatabaseArgs,
  EnvironmentArgs,
  EnvironmentService,
  EnvironmentServiceArgs,
} from "./environment-types";
import { Migrating, migratingFirst } from "./migrating";
import { OtherStacks } from "./other-stacks";
import { Promotion } from "./promotion";
import { Service } from "./service";
import { SERVICE_DEFAULTS } from "./service-args";
import { listens } from "./service-resource";
import { Verification } from "./verification";

export interface Part {
  readonly told: EnvironmentService;
  readonly port: pulumi.Input<number> | undefined;
  readonly endpoint: pulumi.Output<DatabaseEndpoint | undefined> | undefined;
}

export interface Parts {
  readonly services: ReadonlyMap<string, Part>;
  readonly databases: ReadonlyMap<string, pulumi.Output<DatabaseEndpoint | undefined>>;
}

/** What the only service and the only database are called. */
const ONLY = "main";

/** One service of the environment, and what its resources' names begin with. */
interface Named {
  readonly key: string;
  readonly prefix: string;
  readonly args: EnvironmentServiceArgs;
}

/** Declares everything inside an environment. */
export function environmentParts(name: string, args: EnvironmentArgs, parent: pulumi.Resource): Parts {
  const { addresses = {}, standardPort, environment = pulumi.getStack() } = args;
  const stacks = new OtherStacks();
  const otherEnvironments = stacks.endpointsOf(args.otherEnvironments ?? []);
  const promotion = args.promotion === undefined ? undefined : new Promotion(args.promotion, stacks);
  const shared = { otherEnvironments, addresses };
  const databases = new Databases(name, databasesOf(args), shared, parent);
  const made = new Map<string, Part>();
  const named = servicesOf(name, args);
  // In the order in which they are declared: the first service's connection to a database makes its role.
  const connections = new Map(
    named.map(({ key, prefix, args: declared }) => [key, databases.reachedBy(key, prefix, declared)]),
  );
  const migrating = new Migrating();
  for (const { key, prefix, args: declared } of migratingFirst(named)) {
    const connection = connections.get(key);
    const { verify = {}, database: _, ...own } = declared;
    // Where nothing else is said, the only service is called as its environment.
    const called = own.name ?? (args.service === undefined ? key : name);
    const { type = "web" } = own;
    const revision = promotion?.revisionOf({ key, type, image: own.runtime === "image" });
    const service = new Service(
      `${prefix}-service`,
      {
        ...own,
        otherEnvironments,
        name: called,
        ...(connection !== undefined && { databaseUrl: connection.url }),
        ...(standardPort !== undefined && { standardPort }),
        ...(revision !== undefined && { revision }),
      },
      // The service logs in as it starts: role and grants must be there before.
      {
        parent,
        dependsOn: [...(connection === undefined ? [] : [connection]), ...migrating.before(declared)],
      },
    );
    const { serviceId, deployId, url } = service;
    const port = listens(type) ? (own.port ?? SERVICE_DEFAULTS.port) : undefined;
    const healthCheckPath = type === "web" ? (own.healthCheckPath ?? SERVICE_DEFAULTS.healthCheckPath) : "";
    const verification = new Verification(
      `${prefix}-verification`,
      {
        ...verify,
        ...{ service: called, serviceId, deployId, url, healthCheckPath, environment, addresses },
        ...(type !== "web" && { type }),
        ...(port !== undefined && { port }),
        databaseUrl: connection?.url ?? "",
        ...(own.driver !== undefined && { driver: own.driver }),
        ...waysOf(declared, databasesOf(args)),
        ...(connection?.access !== undefined && { access: connection.access }),
      },
      { parent },
    );
    if (connection !== undefined) databases.verifiedBy(connection, verification);
    migrating.add(declared, verification);
    const reached = type === "web" || type === "static";
    const told = { type, serviceId, ...(reached && { url }), verification: verification.result };
    made.set(key, { told, port, endpoint: connection?.endpoint });
  }
  databases.closeOtherLogins();
  // The first that is declared says the environment's address.
  const services = new Map(named.flatMap(({ key }) => [...made].filter(([of]) => of === key)));
  return { services, databases: databases.endpoints };
}

function servicesOf(name: string, { service, services = {}, verify }: EnvironmentArgs): readonly Named[] {
  const several = Object.entries(services).map(([key, args]) => ({ key, prefix: `${name}-${key}`, args }));
  if (service === undefined) return several;
  const only = { ...service, ...(verify !== undefined && { verify }) };
  return [{ key: ONLY, prefix: name, args: only }, ...several];
}

function databasesOf({ database, databases = {} }: EnvironmentArgs): Readonly<Record<string, DatabaseArgs>> {
  return { ...(database !== undefined && { [ONLY]: database }), ...databases };
}

type Shared = Pick<ConstructorParameters<typeof DatabaseConnection>[1], "otherEnvironments" | "addresses">;

/** The first connection to a database, which makes its role; what it was made for, and what uses the role. */
interface Reached {
  readonly connection: DatabaseConnection;
  /** Those for other drivers. */
  readonly others: DatabaseConnection[];
  readonly verifications: Verification[];
  readonly reading: { readonly driver: unknown; readonly driverSettings: unknown };
}

/** A URL is written for a driver, so that services of two drivers have two connections to one database. */
class Databases {
  private readonly reached = new Map<string, Reached>();

  constructor(
    private readonly name: string,
    private readonly databases: Readonly<Record<string, DatabaseArgs>>,
    private readonly shared: Shared,
    private readonly parent: pulumi.Resource,
  ) {}

  get endpoints(): Parts["databases"] {
    return new Map([...this.reached].map(([name, { connection }]) => [name, connection.endpoint]));
  }

  reachedBy(key: string, prefix: string, service: EnvironmentServiceArgs): DatabaseConnection | undefined {
    const { driver, driverSettings = {} } = service;
    if (driver === undefined) return undefined;
    const [database, args] = this.usedBy(key, service.database);
    const first = this.reached.get(database);
    const reading = { driver, driverSettings };
    const inputs = { ...args, ...this.shared, ...reading };
    if (first === undefined) {
      const only = Object.keys(this.databases).length === 1 && prefix === this.name;
      const called = only ? `${this.name}-database` : `${this.name}-${database}-database`;
      const connection = new DatabaseConnection(called, inputs, { parent: this.parent });
      this.reached.set(database, { connection, others: [], verifications: [], reading });
      return connection;
    }
    if (isDeepStrictEqual(first.reading, reading)) return first.connection;
    const { login, access } = first.connection;
    const other = new DatabaseConnection(
      `${prefix}-database`,
      {
        ...inputs,
        ...(login !== undefined && { login }),
        ...(access === undefined && { manageRole: false }),
      },
      { parent: this.parent, dependsOn: [first.connection] },
    );
    first.others.push(other);
    return other;
  }

  verifiedBy(connection: DatabaseConnection, verification: Verification): void {
    for (const { connection: first, others, verifications } of this.reached.values()) {
      if (first === connection || others.includes(connection)) verifications.push(verification);
    }
  }

  /** Once each service that uses the role is verified. */
  closeOtherLogins(): void {
    for (const { connection, verifications } of this.reached.values()) {
      connection.closeOtherLogins(verifications, { parent: this.parent });
    }
  }

  private usedBy(key: string, named: string | undefined): readonly [string, DatabaseArgs] {
    const names = Object.keys(this.databases);
    const [only, second] = names;
    const name = named ?? (second === undefined ? only : undefined);
    const args = name === undefined ? undefined : this.databases[name];
    if (name !== undefined && args !== undefined) return [name, args];
    const got = name === undefined ? "none" : `\`${name}\``;
    throw new pulumi.RunError(
      `${this.name}: the service ${key} has a driver: expected its \`database\` (${names.join(", ")}), got ${got}.`,
    );
  }
}
