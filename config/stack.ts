import type * as pulumi from "@pulumi/pulumi";
import type { Connection, ProjectRef } from "../databases";
import type { Port } from "../domain";
import type { PromotionWindow } from "../domain/promotion-window";
import type { StackService } from "./stack-service";

/** A database as a stack file declares it, without its secrets. */
export interface StackDatabase {
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
  readonly importRole: boolean;
  readonly privileges?: "read-write" | "read" | "custom" | undefined;
  readonly schemas: readonly string[];
  readonly ownSchemas: boolean;
  readonly owners: readonly string[];
  readonly extensions: readonly string[];
  readonly bypassRowLevelSecurity: boolean;
  /** Whether a pull request's environment gets a Supabase branch. */
  readonly previewBranch?: boolean | undefined;
}

/** Which stack verifies first what this one gets. */
export interface StackPromotion {
  readonly from: string;
  /** Milliseconds. */
  readonly soak: number;
  /** When `portcullis promote` may change the stack; always, where there is none. */
  readonly windows: readonly PromotionWindow[];
  /** Why keys differ between the two, by their paths without `portcullis:`. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly override?: { readonly revision: string; readonly reason: string } | undefined;
}

/** What a stack file says, parsed and with its defaults; the schema (schema.ts) makes it. */
export interface StackConfiguration {
  /** Whether it has `portcullis:service`, the short form for one. */
  readonly single: boolean;
  /** In the order of the file; never empty. */
  readonly services: readonly StackService[];
  /** By the names that services use. `portcullis:database` has the name `main`. */
  readonly databases: Readonly<Record<string, StackDatabase>>;
  readonly standardPort: Port;
  readonly otherEnvironments: readonly string[];
  readonly promotion?: StackPromotion | undefined;
  readonly addresses: Readonly<Record<string, string>>;
  readonly rehearsal: {
    readonly variables: Readonly<Record<string, string>>;
    readonly sql?: string | Readonly<Record<string, string>> | undefined;
    readonly migrations?: string | undefined;
  };
}

/** A database's secrets, which stay outputs that Pulumi encrypts. */
export interface DatabaseSecrets {
  readonly url: pulumi.Output<string> | undefined;
  readonly password: pulumi.Output<string> | undefined;
  readonly adminPassword: pulumi.Output<string> | undefined;
}

/** One stack's configuration with its secrets. */
export interface Stack {
  readonly name: string;
  /** What the environment's resources are called: the one service's name, or the project's. */
  readonly environmentName: string;
  readonly configuration: StackConfiguration;
  /** Top-level keys that hold an encrypted value: their values are never shown. */
  readonly secretKeys: readonly string[];
  /** By the databases' names. */
  readonly databaseSecrets: Readonly<Record<string, DatabaseSecrets>>;
  readonly render: RenderAccess;
}

/** How Render is reached, as far as the stack says it; what it leaves out, RENDER_ variables say. */
export interface RenderAccess {
  readonly apiKey: pulumi.Output<string> | undefined;
  /** The base address, `/v1` included. */
  readonly host: string | undefined;
  readonly ownerId: string | undefined;
}
