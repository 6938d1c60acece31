// Longer than 200 lines: one table, whose first row that matches counts.
import type { FailureMode } from "./failure-mode";

/** What a database, or a pooler before it, says when it refuses a connection; one row for each meaning. */
export interface DatabaseRefusal {
  /** Stable and public. */
  readonly id: string;
  readonly mode: FailureMode;
  /** Matches the server's message, alone or inside a line that a driver logs. */
  readonly pattern: RegExp;
  /** PostgreSQL's own codes, which come with a message in any language. */
  readonly codes: readonly string[];
  /** True where the same attempt may succeed a little later. A refused password is not, except after its change. */
  readonly transient: boolean;
  /** True where it is about the address that asks: it decides nothing about another machine's connection. */
  readonly aboutAddress?: boolean;
  readonly cause: string;
  readonly correctiveAction: string;
  readonly source: string;
  readonly example: string;
  readonly nearMiss: string;
}

const SUPAVISOR = "supabase/supavisor: lib/supavisor/errors";
const PGBOUNCER = "pgbouncer: src/client.c";
const POSTGRESQL = "postgresql.org/docs/current/errcodes-appendix.html";

/** The first row that matches counts: special rows come before general ones. */
export const DATABASE_REFUSALS: readonly DatabaseRefusal[] = [
  {
    id: "refusal/circuit-breaker",
    mode: "database/auth-blocked",
    pattern: /ECIRCUITBREAKER|circuit breaker open/i,
    codes: [],
    transient: true,
    cause: "the pooler blocks this address after too many refused logins, for two minutes on all its nodes",
    correctiveAction: "Correct the password, then wait two minutes before the next attempt.",
    source: SUPAVISOR,
    example: "(ECIRCUITBREAKER) too many authentication failures, new connections are temporarily blocked",
    nearMiss: "payment provider: circuit is open, requests are temporarily blocked",
  },
  {
    id: "refusal/tls-required",
    mode: "database/tls-required",
    pattern:
      /ESSLREQUIRED|SSL connection is required|\bSSL required\b|no pg_hba\.conf entry .*(no encryption|SSL off)/i,
    codes: [],
    transient: false,
    cause: "the server takes encrypted connections only, and the URL asks for none",
    correctiveAction:
      "Ask for TLS in the connection URL (`sslmode=require`; `ssl=require` where it begins with `postgresql+asyncpg://`); with Portcullis write `sslmode: require` under `portcullis:database`.",
    source: `${SUPAVISOR}; ${PGBOUNCER}; PostgreSQL: src/backend/libpq/auth.c`,
    example: "FATAL: (ESSLREQUIRED) SSL connection is required for user: navigator",
    nearMiss: "an SSL certificate is required by the mail server",
  },
  {
    id: "refusal/address-or-role",
    mode: "database/auth-blocked",
    pattern:
      /EADDRNOTALLOWED|address not in tenant allow_list|EBANNED|tenant is banned|no pg_hba\.conf entry|\blogin rejected\b|is not permitted to log in/i,
    codes: ["28000"],
    transient: false,
    aboutAddress: true,
    cause: "the server does not let this address or role in, whatever the password",
    correctiveAction: "Allow the address in the database's network restrictions, and the role to log in.",
    source: `${SUPAVISOR}; ${PGBOUNCER}`,
    example:
      'FATAL: no pg_hba.conf entry for host "10.0.0.7", user "navigator", database "app", SSL encryption',
    nearMiss: "reading pg_hba.conf",
  },
  {
    id: "refusal/tenant-not-found",
    mode: "database/tenant-not-found",
    pattern:
      /\(ENOTFOUND\) tenant\/user|Tenant or user not found|ENOIDENTIFIER|no tenant identifier provided|EINVALIDUSERINFO|Invalid format for user or db_name/i,
    codes: [],
    transient: false,
    cause:
      "the pooler knows no such project: a wrong or placeholder project reference, a pooler host of another region or shard, or a project that is paused",
    correctiveAction:
      "Copy the user, which ends with the project's reference, and the pooler's host from Supabase's dashboard (Connect); with Portcullis into `portcullis:database.supabase`.",
    source: `${SUPAVISOR} (2.9.0: ENOTFOUND, before: Tenant or user not found)`,
    example: "(ENOTFOUND) tenant/user postgres.your-staging-project not found",
    nearMiss: "getaddrinfo ENOTFOUND cache.internal",
  },
  {
    id: "refusal/credentials",
    mode: "database/credentials",
    pattern:
      /password authentication failed for user|SASL authentication failed|\be=Wrong password|EAUTHQUERY\) user not found|There is no user '[^']*' in the database|EJITUNAUTHORIZED|(FATAL|ERROR):?\s+(role "[^"]*" does not exist|no such user)|InvalidPasswordError/i,
    codes: ["28P01"],
    transient: false,
    cause: "the server refuses the role or its password",
    correctiveAction:
      "Set the role's password in the connection URL, percent-encoded; with Portcullis type `pulumi config set --secret portcullis:databasePassword`. Right after a change of the password, Supabase's pooler may refuse the new one for some seconds: try once more. PostgreSQL says the same of a password whose time is over (`ALTER ROLE … VALID UNTIL`).",
    source: `${POSTGRESQL}; ${SUPAVISOR} (2.6.0: 28P01); ${PGBOUNCER}`,
    example: 'FATAL: password authentication failed for user "navigator"',
    nearMiss: "POST /auth/login 401: unknown user or wrong password",
  },
  {
    id: "refusal/secret-format",
    mode: "database/credentials",
    pattern: /MD5 secrets are not supported|unsupported (or invalid )?secret format|wrong password type/i,
    codes: [],
    transient: false,
    cause: "the role's password is stored as MD5, which the pooler does not take",
    correctiveAction: "Set the role's password again with `password_encryption = 'scram-sha-256'`.",
    source: `${SUPAVISOR}; edoburu/docker-pgbouncer#93`,
    example: "(EAUTHQUERY) MD5 secrets are not supported for auth_query, use require_user instead",
    nearMiss: "uploads are named by their MD5",
  },
  {
    id: "refusal/role-connections",
    mode: "database/too-many-connections",
    pattern: /too many connections for (?:role|database) "/i,
    codes: [],
    transient: true,
    cause: "the role's or the database's own limit of connections is reached",
    correctiveAction:
      "Make the service's own pool smaller, or raise the limit as an administrator (`ALTER ROLE … CONNECTION LIMIT …`; of a database `ALTER DATABASE …`).",
    source: "PostgreSQL: src/backend/utils/init/postinit.c, miscinit.c",
    example: 'FATAL: too many connections for role "navigator"',
    nearMiss: "too many connections for one address",
  },
  {
    id: "refusal/too-many-connections",
    mode: "database/too-many-connections",
    pattern:
      /EMAXCONN|MaxClientsInSessionMode|Max client connections reached|too many clients already|remaining connection slots are reserved|no more connections allowed|client connections exceeded|ECHECKOUTTIMEOUT|unable to check out (process|connection)|EMAXPOOLSREACHED/i,
    codes: ["53300"],
    transient: true,
    cause: "all of the database's or the pooler's connections are taken",
    correctiveAction:
      "Make the service's own pool smaller, or raise the pool size in Supabase's dashboard (Database, Settings).",
    source: `${SUPAVISOR}; ${PGBOUNCER}; ${POSTGRESQL}`,
    example:
      "(EMAXCONNSESSION) max clients reached in session mode - max clients are limited to pool_size: 15",
    nearMiss: "too many requests: clients are limited to 15 a minute",
  },
  {
    id: "refusal/unsupported-parameter",
    mode: "database/unsupported-parameter",
    pattern:
      /unsupported startup parameter|unrecognized configuration parameter|parameter "[^"]+" cannot be changed now/i,
    codes: [],
    transient: false,
    cause: "the URL has a parameter that the server or pooler does not know, or does not take from a client",
    correctiveAction:
      "Remove that parameter from the connection URL, or write it as the driver has it (asyncpg takes `sslmode`, not `ssl`).",
    source: `${PGBOUNCER}; MagicStack/asyncpg#516`,
    example: "FATAL: unsupported startup parameter: pgbouncer",
    nearMiss: "unsupported query parameter: page",
  },
  {
    id: "refusal/no-database",
    mode: "configuration/invalid",
    pattern: /FATAL:?\s+database "[^"]*" does not exist|InvalidCatalogNameError/i,
    codes: ["3D000"],
    transient: false,
    cause: "the server has no database of that name",
    correctiveAction:
      "Correct the database's name in the connection URL (with Portcullis `portcullis:database.name`), or create the database.",
    source: POSTGRESQL,
    example: 'FATAL: database "navigatr" does not exist',
    nearMiss: 'the file "database" does not exist',
  },
  {
    id: "refusal/not-ready",
    mode: "database/refused",
    pattern:
      /auth_query connection failed|Authentication query failed|failed to retrieve authentication secrets|server login has been failing|the database system is (starting up|shutting down|in recovery)|query_wait_timeout/i,
    codes: ["57P03", "08006"],
    transient: true,
    cause: "the database behind is not ready, or the pooler cannot reach it",
    correctiveAction: "Look at the database's state in its dashboard; start it if it is paused.",
    source: `${SUPAVISOR}; ${PGBOUNCER}; ${POSTGRESQL}`,
    example: "(EAUTHQUERY) auth_query connection failed: connection refused",
    nearMiss: "the database migration is starting up the worker",
  },
];

/** The row for a server's error; undefined where the table does not know it. */
export function databaseRefusal(message: string, code?: string): DatabaseRefusal | undefined {
  return (
    DATABASE_REFUSALS.find(({ pattern }) => pattern.test(message)) ??
    DATABASE_REFUSALS.find(({ codes }) => code !== undefined && codes.includes(code))
  );
}
