import * as pulumi from "@pulumi/pulumi";
import { DATABASE_VARIABLE } from "../domain/database-variable";
import type { DatabaseEndpoint } from "./database-endpoint";
import { serviceUrls, verifiedUrls } from "./database-ways";
import { EnvironmentDatabases, type Named, type Use } from "./environment-databases";
import type { DatabaseArgs, EnvironmentArgs, EnvironmentService } from "./environment-types";
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

/** Declares everything inside an environment. */
export function environmentParts(name: string, args: EnvironmentArgs, parent: pulumi.Resource): Parts {
  const { addresses = {}, standardPort, environment = pulumi.getStack() } = args;
  const stacks = new OtherStacks();
  const otherEnvironments = stacks.endpointsOf(args.otherEnvironments ?? []);
  const promotion = args.promotion === undefined ? undefined : new Promotion(args.promotion, stacks);
  const shared = { otherEnvironments, addresses };
  const declaredDatabases = databasesOf(args);
  const databases = new EnvironmentDatabases(name, declaredDatabases, shared, parent);
  const made = new Map<string, Part>();
  const named = servicesOf(name, args);
  // In the order in which they are declared: the first service's connection to a database makes its role.
  const reached = databases.reachedBy(named);
  const migrating = new Migrating(Object.keys(declaredDatabases)[0]);
  for (const { key, prefix, args: declared } of migratingFirst(named)) {
    const uses = reached.get(key) ?? [];
    const { verify = {}, database: _, databases: __, ...own } = declared;
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
        ...serviceUrls(uses),
        ...(standardPort !== undefined && { standardPort }),
        ...(revision !== undefined && { revision }),
      },
      // The service logs in as it starts: role and grants must be there before.
      {
        parent,
        dependsOn: [...new Set(uses.map(({ connection }) => connection)), ...migrating.before(declared)],
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
        ...verifiedUrls(uses, declared, declaredDatabases),
      },
      { parent },
    );
    databases.verifiedBy(uses, verification);
    migrating.add(declared, verification);
    const isAsked = type === "web" || type === "static";
    const told = { type, serviceId, ...(isAsked && { url }), verification: verification.result };
    made.set(key, { told, port, endpoint: firstOf(uses)?.connection.endpoint });
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

/** The one that a service of one database has. */
const firstOf = (uses: readonly Use[]): Use | undefined =>
  uses.find(({ variable }) => variable === DATABASE_VARIABLE) ?? uses[0];

function databasesOf({ database, databases = {} }: EnvironmentArgs): Readonly<Record<string, DatabaseArgs>> {
  return { ...(database !== undefined && { [ONLY]: database }), ...databases };
}
