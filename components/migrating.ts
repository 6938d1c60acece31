import type * as pulumi from "@pulumi/pulumi";
import type { EnvironmentServiceArgs } from "./environment-types";

/** A service by its key. */
interface Keyed {
  readonly key: string;
  readonly args: EnvironmentServiceArgs;
}

const usesDatabase = ({ driver, databases }: EnvironmentServiceArgs): boolean =>
  driver !== undefined || Object.keys(databases ?? {}).length > 0;

/** Whether its pre-deploy command may migrate a database that others use too. */
const migrates = (args: EnvironmentServiceArgs): boolean =>
  args.preDeploy !== undefined && usesDatabase(args);

/** Services whose pre-deploy command migrates a database, before those that only use one. */
export function migratingFirst<T extends Keyed>(services: readonly T[]): readonly T[] {
  const first = services.filter(({ args }) => migrates(args));
  return [...first, ...services.filter((service) => !first.includes(service))];
}

/**
 * What has to be verified before a service is deployed: a worker that reads a table which another service's pre-deploy
 * command is to make would start without it, and its deploy would fail.
 */
export class Migrating {
  private readonly verified: { readonly databases: readonly string[]; readonly resource: pulumi.Resource }[] =
    [];

  /** @param only the database of a service that names none */
  constructor(private readonly only = "") {}

  /** The verifications of the services that may migrate one of this service's databases. */
  before(args: EnvironmentServiceArgs): readonly pulumi.Resource[] {
    if (!usesDatabase(args) || args.preDeploy !== undefined) return [];
    const own = this.databasesOf(args);
    return this.verified
      .filter(({ databases }) => databases.some((name) => own.includes(name)))
      .map(({ resource }) => resource);
  }

  add(args: EnvironmentServiceArgs, resource: pulumi.Resource): void {
    if (migrates(args)) this.verified.push({ databases: this.databasesOf(args), resource });
  }

  private databasesOf({ database = this.only, databases }: EnvironmentServiceArgs): readonly string[] {
    if (databases === undefined) return [database];
    return Object.values(databases).map((one) => (typeof one === "string" ? one : one.database));
  }
}
