import * as postgresql from "@pulumi/postgresql";
import * as pulumi from "@pulumi/pulumi";
import { type Connection, supabaseHost } from "../databases";
import { formatConnectionUrl } from "../domain";
import { type DatabaseEndpoint, databaseEndpoint, typedEndpoint } from "./database-endpoint";

/** A database at Supabase, by what its dashboard shows under Connect. */
export interface SupabaseArgs {
  /** 20 lowercase letters. */
  readonly projectRef: pulumi.Input<string>;
  /** aws-N-REGION.pooler.supabase.com */
  readonly poolerHost: pulumi.Input<string>;
  /** How the service reaches it: `session` or `transaction` through the pooler, or `direct`. */
  readonly connection: pulumi.Input<Connection>;
}

/** One of `url`, `supabase` and `host` says where the database is. */
export interface DatabaseConnectionArgs {
  /** The PostgreSQL driver of the service's code, such as `asyncpg`: it decides the URL's scheme and parameters. */
  readonly driver: pulumi.Input<string>;
  /** Settings of the driver outside the URL, by its own names: the policy pack judges by them. */
  readonly driverSettings?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  /** A connection URL as it is, password included; kept as a secret. No role is made then. */
  readonly url?: pulumi.Input<string>;
  readonly supabase?: SupabaseArgs;
  /** A PostgreSQL server of any other kind. */
  readonly host?: pulumi.Input<string>;
  /** @default 5432 */
  readonly port?: pulumi.Input<number>;
  /** The database's name. @default "postgres" */
  readonly name?: pulumi.Input<string>;
  /** The service's own login role. */
  readonly role?: pulumi.Input<string>;
  /** The role's password; kept as a secret. */
  readonly password?: pulumi.Input<string>;
  /** TLS, by libpq's names. @default what the driver needs at Supabase, nothing elsewhere */
  readonly sslmode?: pulumi.Input<string>;
  /** Whether the role and its privileges are made here. @default true, unless `url` is given */
  readonly manageRole?: boolean;
  /** The login that makes the role. @default "postgres" */
  readonly adminUser?: pulumi.Input<string>;
  /** Its password; kept as a secret, and never part of the service's URL. */
  readonly adminPassword?: pulumi.Input<string>;
  /** Database endpoints of other environments, by name: the policy pack rejects a connection that is one of them. */
  readonly otherEnvironments?: Readonly<Record<string, pulumi.Input<unknown>>>;
  /** Where an address is found on this machine, as `host:port`. A rehearsal alone sets it. */
  readonly addresses?: Readonly<Record<string, string>>;
}

/** What a connection is given where its arguments leave it out. */
export const DATABASE_DEFAULTS = { name: "postgres", adminUser: "postgres" } as const;

/**
 * The service's connection to its database: a login role with no more privileges than it needs, and the URL,
 * which is a secret. Its parts are inputs with known values, so that a preview can judge them.
 */
export class DatabaseConnection extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  /** Without secrets; known in a preview where it is declared, undefined where a typed URL cannot be read. */
  readonly endpoint: pulumi.Output<DatabaseEndpoint | undefined>;

  constructor(name: string, args: DatabaseConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
    const { driver, driverSettings = {}, otherEnvironments = {} } = args;
    const endpoint = declaredEndpoint(name, args);
    super(
      "portcullis:index:DatabaseConnection",
      name,
      {
        // A typed URL has no declared parts: it is judged in the service's variable.
        ...(endpoint && partsOf(endpoint)),
        driver,
        driverSettings,
        platform: "render",
        otherEnvironments,
      },
      opts,
    );
    this.endpoint = endpoint ?? typedEndpointOf(args);
    if (endpoint !== undefined && args.manageRole !== false) declareRole(name, args, endpoint, this);
    this.url = urlOf(name, args, endpoint);
    this.registerOutputs({ url: this.url, endpoint: this.endpoint });
  }
}

/** Undefined where a URL is typed. */
function declaredEndpoint(
  name: string,
  args: DatabaseConnectionArgs,
): pulumi.Output<DatabaseEndpoint> | undefined {
  if (args.url !== undefined) return undefined;
  const { driver, driverSettings, supabase, host, port, role, sslmode } = args;
  if (supabase === undefined && host === undefined) {
    throw new pulumi.RunError(`${name}: expected \`url\`, \`supabase\` or \`host\`, got none.`);
  }
  const database = args.name ?? DATABASE_DEFAULTS.name;
  const declared = { driver, driverSettings, supabase, host, port, role, sslmode, name: database };
  return pulumi.output(declared).apply((known) => {
    try {
      return databaseEndpoint(known);
    } catch (error) {
      throw new pulumi.RunError(`${name}: ${(error as Error).message}`);
    }
  });
}

function partsOf(endpoint: pulumi.Output<DatabaseEndpoint>): pulumi.Inputs {
  const { host, port, user, database, mode, scheme, parameters } = endpoint;
  return { host, port, user, database, mode, scheme, parameters };
}

function typedEndpointOf({ url, driver }: DatabaseConnectionArgs) {
  return pulumi.unsecret(pulumi.all([url ?? "", driver]).apply(([text, name]) => typedEndpoint(text, name)));
}

function urlOf(
  name: string,
  args: DatabaseConnectionArgs,
  endpoint: pulumi.Output<DatabaseEndpoint> | undefined,
): pulumi.Output<string> {
  if (endpoint === undefined) return pulumi.secret(args.url ?? "");
  const { password } = args;
  if (password === undefined) {
    throw new pulumi.RunError(`${name}: expected \`password\`, the password of the role, got none.`);
  }
  return pulumi.secret(
    pulumi
      .all([endpoint, password])
      .apply(([known, secret]) => formatConnectionUrl({ ...known, password: secret })),
  );
}

/** A login role that may use the database's tables, and nothing else. */
function declareRole(
  name: string,
  args: DatabaseConnectionArgs,
  endpoint: pulumi.Output<DatabaseEndpoint>,
  parent: pulumi.Resource,
): void {
  const { name: database = DATABASE_DEFAULTS.name, adminUser: owner = DATABASE_DEFAULTS.adminUser } = args;
  const provider = new postgresql.Provider(
    `${name}-admin`,
    { ...administrator(args, endpoint), database, superuser: false },
    { parent },
  );
  const child = { parent, provider };
  const { password, role: login = "" } = args;
  const role = new postgresql.Role(
    `${name}-role`,
    { name: login, login: true, ...(password !== undefined && { password: pulumi.secret(password) }) },
    child,
  );
  const on = { role: role.name, database };
  const connect = { ...on, objectType: "database", privileges: ["CONNECT"] };
  new postgresql.Grant(`${name}-connect`, connect, child);
  const use = { ...on, schema: "public", objectType: "schema", privileges: ["USAGE", "CREATE"] };
  new postgresql.Grant(`${name}-schema`, use, child);
  const privileges = ["SELECT", "INSERT", "UPDATE", "DELETE"];
  const tables = { ...on, schema: "public", owner, objectType: "table", privileges };
  new postgresql.DefaultPrivileges(`${name}-tables`, tables, child);
}

/** The administrator logs in through the session pooler where there is one: a direct host has IPv6 only. */
function administrator(args: DatabaseConnectionArgs, endpoint: pulumi.Output<DatabaseEndpoint>) {
  const { supabase, adminUser = DATABASE_DEFAULTS.adminUser, adminPassword, addresses = {} } = args;
  const login = pulumi.all([endpoint, pulumi.output(supabase), adminUser]).apply(([direct, at, user]) => {
    const host = at?.poolerHost ?? direct.host;
    const port = at === undefined ? direct.port : 5432;
    const [foundHost = host, foundPort = String(port)] = addresses[`${host}:${port}`]?.split(":") ?? [];
    const pooled = at !== undefined && supabaseHost(host) === "pooler";
    return {
      host: foundHost,
      port: Number(foundPort),
      username: pooled ? `${user}.${at.projectRef}` : user,
    };
  });
  return {
    host: login.host,
    port: login.port,
    username: login.username,
    ...(adminPassword !== undefined && { password: pulumi.secret(adminPassword) }),
    sslmode: supabase === undefined ? "prefer" : "require",
  };
}
