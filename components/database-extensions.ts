import * as pulumi from "@pulumi/pulumi";
import { hostInUrl } from "../domain/bare-host";
import { rehearsedTarget } from "../probes/database-address";
import { DATABASE_DEFAULTS, type DatabaseConnectionArgs } from "./database-args";
import type { DatabaseEndpoint } from "./database-endpoint";
import { administratorOf } from "./database-role";

/** Extensions that the service's code needs, made by the administrator; a stack without any loads no provider. */
export function declareExtensions(
  name: string,
  args: DatabaseConnectionArgs,
  endpoint: pulumi.Output<DatabaseEndpoint>,
  parent: pulumi.Resource,
): void {
  const { extensions = [] } = args;
  if (extensions.length === 0) return;
  const { Extension, Provider } = loadProvider(name);
  const administrator = administratorOf(args, endpoint);
  const login = pulumi
    .all([administrator.server, administrator.adminUser, administrator.addresses])
    .apply(([{ host, port, tenant, sslmode }, user, addresses]) => {
      const username = tenant === "" ? user : `${user}.${tenant}`;
      const target = rehearsedTarget(host, port, addresses) ?? { host, port };
      // The provider writes `HOST:PORT` into a URL as it gets them (cyrilgdn/terraform-provider-postgresql: Config.connStr).
      return { host: hostInUrl(target.host), port: target.port, username, sslmode };
    });
  const { host, port, username, sslmode } = login;
  const database = args.name ?? DATABASE_DEFAULTS.name;
  const password = administrator.adminPassword;
  const provider = new Provider(
    `${name}-administrator`,
    { host, port, username, password, sslmode, database, superuser: false },
    { parent },
  );
  for (const extension of extensions) {
    // What is there already is taken as it is, and stays: tables may have columns of its types.
    const once = { name: extension, database, createCascade: true };
    new Extension(`${name}-extension-${extension}`, once, { parent, provider, retainOnDelete: true });
  }
}

function loadProvider(name: string): typeof import("@pulumi/postgresql") {
  try {
    return require("@pulumi/postgresql") as typeof import("@pulumi/postgresql");
  } catch {
    throw new pulumi.RunError(
      `${name}: \`extensions\` need the package @pulumi/postgresql: type \`npm install --save-exact @pulumi/postgresql\`.`,
    );
  }
}
