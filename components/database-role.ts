import { isDeepStrictEqual } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { supabaseHost } from "../databases";
import type { ExpectedAccess } from "../probes/expected-access";
import { DATABASE_DEFAULTS, type DatabaseConnectionArgs } from "./database-args";
import type { DatabaseEndpoint } from "./database-endpoint";
import { type AdministratorArgs, DatabaseRole } from "./role";

/** The role that the connection logs in with; where it is another's, only its login is remembered. */
export function declareRole(
  name: string,
  args: DatabaseConnectionArgs,
  endpoint: pulumi.Output<DatabaseEndpoint>,
  parent: pulumi.Resource,
): DatabaseRole {
  const { role = "", password = "", adminUser = DATABASE_DEFAULTS.adminUser } = args;
  if (args.manageRole === false) return new DatabaseRole(name, { manage: false, role }, { parent });
  const { privileges, schemas } = usesOf(args);
  const owners = pulumi
    .all([adminUser, args.owners ?? []])
    .apply(([own, others]) => [...new Set([own, ...others])]);
  const known = { privileges, schemas: pulumi.output(schemas), owners };
  const declared = { role, password: pulumi.secret(password), ...known };
  const { importRole = false, bypassRowLevelSecurity = false } = args;
  return new DatabaseRole(
    name,
    {
      ...{
        manage: true,
        ...administratorOf(args, endpoint),
        ...declared,
        importRole,
        bypassRowLevelSecurity,
      },
      // A state that was written before there was the key is no change.
      ...(args.ownSchemas === true && { ownSchemas: true }),
    },
    { parent },
  );
}

/**
 * What a verification is to find that the role may do. Of a role that is another's only what is declared of it is known:
 * undefined where that is nothing.
 */
export function expectedAccess(args: DatabaseConnectionArgs): pulumi.Output<ExpectedAccess> | undefined {
  const { privileges, schemas } = usesOf(args);
  if (args.manageRole !== false)
    return pulumi.output({ privileges, schemas }) as pulumi.Output<ExpectedAccess>;
  const declared = {
    ...(args.privileges !== undefined && { privileges }),
    ...(!isDeepStrictEqual(schemas, DATABASE_DEFAULTS.schemas) && { schemas }),
  };
  if (Object.keys(declared).length === 0) return undefined;
  return pulumi.output({ schemas, ...declared }) as pulumi.Output<ExpectedAccess>;
}

function usesOf({
  privileges = DATABASE_DEFAULTS.privileges,
  schemas = DATABASE_DEFAULTS.schemas,
}: DatabaseConnectionArgs) {
  return { privileges, schemas };
}

/** The administrator logs in through the session pooler where there is one: a direct host has IPv6 only. */
export function administratorOf(
  args: DatabaseConnectionArgs,
  endpoint: pulumi.Output<DatabaseEndpoint | undefined>,
): AdministratorArgs {
  const { supabase, adminUser = DATABASE_DEFAULTS.adminUser, adminPassword = "", addresses = {} } = args;
  const database = args.name ?? DATABASE_DEFAULTS.name;
  const server = pulumi
    .all([endpoint, pulumi.output(supabase), database, args.sslmode])
    .apply(([direct, at, name, sslmode]) => ({
      host: at?.poolerHost ?? direct?.host ?? "",
      port: at === undefined ? (direct?.port ?? 5432) : 5432,
      tenant: at !== undefined && supabaseHost(at.poolerHost) === "pooler" ? at.projectRef : "",
      database: name,
      sslmode: sslmode ?? (at === undefined ? "prefer" : "require"),
    }));
  return { server, adminUser, adminPassword: pulumi.secret(adminPassword), addresses };
}
