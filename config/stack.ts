import type * as pulumi from "@pulumi/pulumi";
import type { Connection, ProjectRef } from "../databases";
import type { DriverName, Port } from "../domain";

/** What is expected at a path of a JSON body; without more: a value other than null, false and "". */
export interface StackJsonExpectation {
  readonly path: string;
  readonly equals?: unknown;
  readonly matches?: string | undefined;
  readonly exists?: boolean | undefined;
}

/** One endpoint to ask after a deploy, and the answer that is right. */
export interface StackEndpoint {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | undefined;
  readonly file?:
    | {
        readonly field: string;
        readonly name: string;
        readonly content: string;
        readonly contentType?: string | undefined;
      }
    | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly expect: {
    readonly status: number;
    readonly text?: string | undefined;
    readonly jsonPath?: string | StackJsonExpectation | undefined;
  };
}

/** When and how often is asked; milliseconds. */
export interface StackSchedule {
  readonly initialDelay: number;
  readonly interval: number;
  readonly count?: number | undefined;
  readonly failureLimit: number;
  readonly consecutiveErrorLimit: number;
  readonly consecutiveSuccessLimit: number;
  readonly deadline: number;
}

/** What a stack file says, parsed and with its defaults; the schema (schema.ts) makes it. */
export interface StackConfiguration {
  readonly service: {
    readonly name: string;
    readonly repository: string;
    readonly branch: string;
    readonly runtime: string;
    readonly region: string;
    readonly plan: string;
    readonly build?: string | undefined;
    readonly start: string;
    readonly port: Port;
    readonly healthCheckPath: string;
    readonly rootDirectory?: string | undefined;
    readonly driver: DriverName;
    readonly driverSettings: Readonly<Record<string, string>>;
    readonly environment: Readonly<Record<string, string>>;
  };
  readonly database: {
    readonly supabase?:
      | { readonly projectRef: ProjectRef; readonly poolerHost: string; readonly connection: Connection }
      | undefined;
    readonly host?: string | undefined;
    readonly port?: Port | undefined;
    readonly name: string;
    readonly role?: string | undefined;
    readonly sslmode?: string | undefined;
    readonly adminUser: string;
    readonly manageRole: boolean;
  };
  readonly verify: {
    readonly endpoints: readonly StackEndpoint[];
    readonly schedule: StackSchedule;
    /** Milliseconds. */
    readonly stability: number;
    readonly rollback: boolean;
    readonly records: string | false;
  };
  readonly standardPort: Port;
  readonly otherEnvironments: readonly string[];
  readonly addresses: Readonly<Record<string, string>>;
  readonly rehearsal: {
    readonly variables: Readonly<Record<string, string>>;
    readonly sql?: string | undefined;
  };
}

/** One stack's configuration with its secrets, which stay outputs that Pulumi encrypts. */
export interface Stack {
  readonly name: string;
  readonly configuration: StackConfiguration;
  /** Top-level keys that hold an encrypted value: their values are never shown. */
  readonly secretKeys: readonly string[];
  readonly databasePassword: pulumi.Output<string> | undefined;
  readonly databaseAdminPassword: pulumi.Output<string> | undefined;
  readonly databaseUrl: pulumi.Output<string> | undefined;
  readonly render: RenderAccess;
}

/** How Render is reached, as far as the stack says it; what it leaves out, RENDER_ variables say. */
export interface RenderAccess {
  readonly apiKey: pulumi.Output<string> | undefined;
  /** The base address, `/v1` included. */
  readonly host: string | undefined;
  readonly ownerId: string | undefined;
}
