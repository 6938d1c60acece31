import type * as pulumi from "@pulumi/pulumi";
import type { EnvironmentServiceArgs } from "./environment-types";

/** A service by its key. */
interface Keyed {
  readonly key: string;
  readonly args: EnvironmentServiceArgs;
}

/** Whether its pre-deploy command may migrate a database that others use too. */
const migrates = ({ preDeploy, driver }: EnvironmentServiceArgs): boolean =>
  preDeploy !== undefined && driver !== undefined;

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
  private readonly verified: { readonly database: string | undefined; readonly resource: pulumi.Resource }[] =
    [];

  /** The verifications of the services that migrate this service's database. */
  before(args: EnvironmentServiceArgs): readonly pulumi.Resource[] {
    if (args.driver === undefined || args.preDeploy !== undefined) return [];
    const { database } = args;
    return this.verified.filter((each) => each.database === database).map(({ resource }) => resource);
  }

  add(args: EnvironmentServiceArgs, resource: pulumi.Resource): void {
    if (migrates(args)) this.verified.push({ database: args.database, resource });
  }
}
