import type * as pulumi from "@pulumi/pulumi";
import type { Connection } from "../databases";
import type { Privileges } from "./role";

/** A database at Supabase, by what its dashboard shows under Connect. */
export interface SupabaseArgs {
  /** 20 lowercase letters. */
  readonly projectRef: pulumi.Input<string>;
  /** aws-N-REGION.pooler.supabase.com */
  readonly poolerHost: pulumi.Input<string>;
  /** How the service reaches it: `session` or `transaction` through the pooler, or `direct`. */
  readonly connection: pulumi.Input<Connection>;
}

/** The service's own login role, and what it may do. */
export interface RoleArgs {
  /** Holds the privileges, and owns what the service makes. */
  readonly role?: pulumi.Input<string>;
  /** The role's password; kept as a secret. A new one is a new login that acts as the role. */
  readonly password?: pulumi.Input<string>;
  /** Whether the role and its privileges are made here. @default true, unless `url` is given */
  readonly manageRole?: boolean;
  /** What it logs in as, where another connection makes the role. @default what this one makes */
  readonly login?: pulumi.Input<string>;
  /** Whether a role that is there already is taken over, its present password being `password`. @default false */
  readonly importRole?: pulumi.Input<boolean>;
  /** What the role may do with all that is in its schemas; nothing of it with `custom`. @default "read-write" */
  readonly privileges?: pulumi.Input<Privileges>;
  /** @default ["public"] */
  readonly schemas?: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** Whether the schemas are made with the role, and dropped with it and all that is in them. @default false */
  readonly ownSchemas?: boolean;
  /** Roles besides `adminUser` that make tables which the role is to use, such as the migrations'. @default none */
  readonly owners?: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** Whether row level security shows the role every row. @default false */
  readonly bypassRowLevelSecurity?: pulumi.Input<boolean>;
  /** The login that makes the role. @default "postgres" */
  readonly adminUser?: pulumi.Input<string>;
  /** Its password; kept as a secret, and never part of the service's URL. */
  readonly adminPassword?: pulumi.Input<string>;
}

/** One of `url`, `supabase` and `host` says where the database is. */
export interface DatabaseConnectionArgs extends RoleArgs {
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
  /** Extensions that the administrator makes, such as `vector`. @default none */
  readonly extensions?: readonly string[];
  /** TLS, by libpq's names. @default what the driver needs at Supabase, nothing elsewhere */
  readonly sslmode?: pulumi.Input<string>;
  /** Database endpoints of other environments, by name: the policy pack rejects a connection that is one of them. */
  readonly otherEnvironments?: Readonly<Record<string, pulumi.Input<unknown>>>;
  /** The variables that get the URL, for messages. @default DATABASE_URL */
  readonly variables?: readonly string[];
  /** Where an address is found on this machine, as `host:port`. A rehearsal alone sets it. */
  readonly addresses?: Readonly<Record<string, string>>;
}

/** What a connection is given where its arguments leave it out. */
export const DATABASE_DEFAULTS = {
  name: "postgres",
  adminUser: "postgres",
  privileges: "read-write",
  schemas: ["public"],
} as const;
