import { BackendError } from "pg-gateway";

/** Which Supavisor the pooler answers as: its wire texts changed in 2.6.0 (passwords) and 2.9.0 (the rest). */
export type Generation = "before-2.6" | "current";

/** Ends a client's connection with the error message that Supavisor sends. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly code = "XX000",
  ) {
    super(message);
    this.name = "Refusal";
  }

  bytes(): Uint8Array {
    return BackendError.create({ severity: "FATAL", code: this.code, message: this.message }).flush();
  }
}

type Text = { readonly current: string; readonly old: string };

/** Each refusal in the words of both generations; source: supabase/supavisor, lib/supavisor/errors and commit 71eb86b7. */
const TEXTS = {
  notFound: (user: string, tenant: string): Text => ({
    current: `(ENOTFOUND) tenant/user ${user}.${tenant} not found`,
    old: "Tenant or user not found",
  }),
  noIdentifier: (): Text => ({
    current: "(ENOIDENTIFIER) no tenant identifier provided (external_id or sni_hostname required)",
    old: "Tenant or user not found",
  }),
  invalidUser: (): Text => ({
    current: '(EINVALIDUSERINFO) Authentication error, reason: "Invalid format for user or db_name"',
    old: 'Authentication error, reason: "Invalid format for user or db_name"',
  }),
  sslRequired: (user: string): Text => ({
    current: `(ESSLREQUIRED) SSL connection is required for user: ${user}`,
    old: "SSL connection is required",
  }),
  noSuchRole: (user: string): Text => ({
    current: "(EAUTHQUERY) user not found in the database",
    old: `Authentication error, reason: "There is no user '${user}' in the database. Please create it or change the user in the config"`,
  }),
  notScram: (): Text => ({
    current: "(EAUTHQUERY) MD5 secrets are not supported for auth_query, use require_user instead",
    old: 'Authentication error, reason: "unsupported secret format"',
  }),
  sessionFull: (size: number): Text => ({
    current: `(EMAXCONNSESSION) max clients reached in session mode - max clients are limited to pool_size: ${size}`,
    old: `MaxClientsInSessionMode: max clients reached - in Session mode max clients are limited to pool_size`,
  }),
  checkoutTimeout: (milliseconds: number): Text => ({
    current: `(ECHECKOUTTIMEOUT) unable to check out connection from the pool after ${milliseconds}ms in Transaction mode`,
    old: "Unable to check out process from the pool",
  }),
  tooManyClients: (limit: number): Text => ({
    current: `(EMAXCONN) max client connections reached, limit: ${limit}`,
    old: "Max client connections reached",
  }),
  blocked: (): Text => ({
    current: "(ECIRCUITBREAKER) too many authentication failures, new connections are temporarily blocked",
    old: "Circuit breaker open: too many authentication failures, new connections are temporarily blocked",
  }),
  databaseUnreachable: (reason: string): Text => ({
    current: `(EAUTHQUERY) auth_query connection failed: ${reason}`,
    old: `Authentication error, reason: "Authentication query failed: ${reason}"`,
  }),
};

/** The refusal of that name as the given generation words it. */
export function refusal<Name extends keyof typeof TEXTS>(
  generation: Generation,
  name: Name,
  ...about: Parameters<(typeof TEXTS)[Name]>
): Refusal {
  const text = (TEXTS[name] as (...values: unknown[]) => Text)(...about);
  return new Refusal(generation === "current" ? text.current : text.old);
}

// The refusals below carry a code of PostgreSQL's own. The older words of the last three are not known.

/** The user is named without its tenant. */
export function wrongPassword(user: string): Refusal {
  return new Refusal(`password authentication failed for user "${user}"`, "28P01");
}

export function loginTimeout(): Refusal {
  return new Refusal("(EAUTHTIMEOUT) timeout while waiting for message", "08006");
}

export function packetTooLarge(bytes: number): Refusal {
  return new Refusal(
    `(ESTARTUPPACKETTOOLARGE) Startup packet too large: ${bytes} bytes (max 1024 bytes)`,
    "08P01",
  );
}

export function protocolViolation(): Refusal {
  return new Refusal("(EAUTHPROTOCOL) protocol violation during authentication", "08P01");
}
