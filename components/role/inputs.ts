/** Where the administrator logs in, and how a role's name is written there. */
export interface RoleServer {
  readonly host: string;
  readonly port: number;
  /** The project's reference, where a pooler wants it behind a role's name; else empty. */
  readonly tenant: string;
  readonly database: string;
  /** By libpq's names. */
  readonly sslmode: string;
}

/** What both resources of the role ask the database with, as the administrator. */
export interface AdministratorInputs {
  readonly server: RoleServer;
  readonly adminUser: string;
  /** Secret. */
  readonly adminPassword: string;
  /** Where an address is found on this machine. A rehearsal alone sets it. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The resource, so that progress is shown in its row. */
  readonly resourceUrn?: string;
}

/** How much a role may do with what is in its schemas. */
export const PRIVILEGES = ["read-write", "read", "custom"] as const;

export type Privileges = (typeof PRIVILEGES)[number];

/** A role that the stack makes. */
export interface ManagedRole extends AdministratorInputs {
  readonly manage: true;
  /** Holds the privileges and owns what the service makes. */
  readonly role: string;
  /** What the service logs in as: the role itself, or after a rotation a login that acts as the role. */
  readonly login: string;
  /** The login's. Secret; empty in a state whose password was seen not to hold. */
  readonly password: string;
  /** Whether a role of that name that is there already is taken over. */
  readonly importRole: boolean;
  readonly privileges: Privileges;
  readonly schemas: readonly string[];
  /** Whether the schemas are made with the role, and dropped with it. Left out where they are not. */
  readonly ownSchemas?: true;
  /** Roles whose tables to come the role may use, the administrator's among them. */
  readonly owners: readonly string[];
  readonly bypassRowLevelSecurity: boolean;
}

/** A role that is another's to change: the resource only remembers what the service logs in as. */
export interface UnmanagedRole {
  readonly manage: false;
  readonly role: string;
  readonly login: string;
}

export type RoleInputs = ManagedRole | UnmanagedRole;

/** What a resource of a managed role keeps besides its inputs. */
export interface RoleState extends ManagedRole {
  /** Statements that were due when the database was last read; empty after an update. */
  readonly missing: readonly string[];
  /** Statements that the administrator may not run. */
  readonly denied: readonly string[];
}

/** What `ClosedLogins` keeps besides its inputs. */
export interface ClosedLoginsState extends ClosedLoginsInputs {
  /** Logins that were left open, since the service uses them. */
  readonly leftOpen: readonly string[];
}

/** The logins that the service no longer uses, once its deploy is verified. */
export interface ClosedLoginsInputs extends AdministratorInputs {
  readonly role: string;
  /** Stays open. */
  readonly login: string;
  /** What the service's URLs were seen to log in as: such a login stays open, too. */
  readonly used: readonly string[];
}

/** Inputs that are secret, whole. */
export const SECRET_INPUTS = ["password", "adminPassword"] as const;

/** How Pulumi writes a value that a preview does not know yet (pulumi: sdk/nodejs/runtime/rpc.ts). */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
