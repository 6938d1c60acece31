import * as postgresql from "@pulumi/postgresql";
import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../config";
import { supabaseHost } from "../databases";
import { formatConnectionUrl } from "../domain";
import { type DatabaseEndpoint, databaseEndpoint, typedEndpoint } from "./database-endpoint";

/** The other stacks' endpoints, by name, as their outputs state them. */
export type OtherEndpoints = Readonly<Record<string, pulumi.Output<unknown>>>;

/**
 * The service's connection to its database: a login role with no more privileges than it needs, and the URL,
 * which is a secret. Its parts are inputs with known values, so that a preview can judge them.
 */
export class DatabaseConnection extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  /** Without secrets; known in a preview where it is declared. */
  readonly endpoint: pulumi.Output<DatabaseEndpoint | undefined>;

  constructor(name: string, stack: Stack, others: OtherEndpoints, options?: pulumi.ComponentResourceOptions) {
    const endpoint = stack.databaseUrl === undefined ? databaseEndpoint(stack.configuration) : undefined;
    const { driver, driverSettings } = stack.configuration.service;
    super(
      "portcullis:index:DatabaseConnection",
      name,
      {
        // A typed URL has no declared parts: it is judged where it stands, in the service's variable.
        ...endpoint,
        driver,
        driverSettings,
        platform: "render",
        otherEnvironments: others,
      },
      options,
    );
    const typed = stack.databaseUrl?.apply((url) => typedEndpoint(url, driver));
    this.endpoint = typed === undefined ? pulumi.output(endpoint) : pulumi.unsecret(typed);
    if (endpoint !== undefined && stack.configuration.database.manageRole) {
      this.declareRole(name, stack, endpoint);
    }
    this.url = urlOf(stack, endpoint);
    this.registerOutputs({ url: this.url, endpoint: this.endpoint });
  }

  private declareRole(name: string, stack: Stack, endpoint: DatabaseEndpoint): void {
    const { database, addresses } = stack.configuration;
    const provider = new postgresql.Provider(
      `${name}-admin`,
      { ...adminAddress(stack, endpoint, addresses), database: database.name, superuser: false },
      { parent: this },
    );
    const child = { parent: this, provider };
    const role = new postgresql.Role(
      `${name}-role`,
      {
        name: database.role ?? "",
        login: true,
        ...(stack.databasePassword && { password: stack.databasePassword }),
      },
      child,
    );
    const on = { role: role.name, database: database.name };
    new postgresql.Grant(
      `${name}-connect`,
      { ...on, objectType: "database", privileges: ["CONNECT"] },
      child,
    );
    new postgresql.Grant(
      `${name}-schema`,
      { ...on, schema: "public", objectType: "schema", privileges: ["USAGE", "CREATE"] },
      child,
    );
    new postgresql.DefaultPrivileges(
      `${name}-tables`,
      {
        ...on,
        schema: "public",
        owner: database.adminUser,
        objectType: "table",
        privileges: ["SELECT", "INSERT", "UPDATE", "DELETE"],
      },
      child,
    );
  }
}

/** The administrator logs in through the session pooler where there is one: a direct host has IPv6 only. */
function adminAddress(stack: Stack, endpoint: DatabaseEndpoint, addresses: Readonly<Record<string, string>>) {
  const { supabase, adminUser } = stack.configuration.database;
  const host = supabase?.poolerHost ?? endpoint.host;
  const port = supabase === undefined ? endpoint.port : 5432;
  const [foundHost = host, foundPort = String(port)] = addresses[`${host}:${port}`]?.split(":") ?? [];
  const password = stack.databaseAdminPassword;
  return {
    host: foundHost,
    port: Number(foundPort),
    username:
      supabase !== undefined && supabaseHost(host) === "pooler"
        ? `${adminUser}.${supabase.projectRef}`
        : adminUser,
    ...(password && { password }),
    sslmode: supabase === undefined ? "prefer" : "require",
  };
}

function urlOf(stack: Stack, endpoint: DatabaseEndpoint | undefined): pulumi.Output<string> {
  if (stack.databaseUrl !== undefined) return stack.databaseUrl;
  if (endpoint === undefined || stack.databasePassword === undefined) {
    throw new pulumi.RunError(
      `Pulumi.${stack.name}.yaml: expected \`database.supabase\`, \`database.host\` or the secret databaseUrl, got none. ` +
        `Type \`pulumi config set -s ${stack.name} --secret portcullis:databaseUrl\`, or declare one.`,
    );
  }
  return pulumi.secret(
    stack.databasePassword.apply((password) => formatConnectionUrl({ ...endpoint, password })),
  );
}
