// Longer than 200 lines: one list of every kind of fact, so that a reader of rules and adapters sees them together.
import type {
  AddressFact,
  ApplicationFact,
  BindFact,
  OverridingFileFact,
  RequirementFact,
  SidePortFact,
  Started,
  WantedVariableFact,
} from "./code-fact";
import type { DriverArgumentFact, DriverFact } from "./driver-fact";
import type { GeneratedValueFact, MaybeGenerated } from "./generated-value-fact";
import type { Knowable } from "./knowable";
import type {
  BuildArgumentFact,
  BuildFact,
  ManifestPartFact,
  UnknownFieldFact,
  UnknownTypeFact,
} from "./manifest-fact";
import { oncePerList } from "./once-per-list";
import type { NeighbourFact, PeerFact, PublishedPeerFact, UnknownPeerFact } from "./peer-fact";
import type { Place } from "./place";
import type { RepositoryFact } from "./repository-fact";
import type { ServiceType } from "./service-type";
import type { StartCommandFact } from "./start-command-fact";
import type { Stated } from "./stated";

export type {
  AddressFact,
  ApplicationFact,
  BindFact,
  FromVariable,
  OverridingFileFact,
  RequirementFact,
  WantedVariableFact,
} from "./code-fact";
export type { DriverFact } from "./driver-fact";
export type { BuildFact, ManifestPart, ManifestPartFact } from "./manifest-fact";
export type { CustomDomain, NeighbourFact, PeerFact, PeerPort } from "./peer-fact";
export type { StartCommandFact } from "./start-command-fact";
export type { Subject } from "./stated";

/** A platform's stable name, as its folder and `PlatformFact.platform` have it. */
export type PlatformId = string;

/**
 * A place that names the port the service listens on or is expected on.
 * - `declared`: the stack's `service.port`
 * - `variable`: the PORT environment variable
 * - `command`: a literal in the start command; a reference to PORT is not a port fact
 * - `exposed`: a Dockerfile's EXPOSE
 * - `code`: a literal in source code, or the default where PORT is absent
 * - `platform`: where a platform's manifest says that it forwards to (fly.toml's `internal_port`)
 * - `health-check`, `url`, `compose`: places that point at the service
 * - `image`: the PORT of an image, where the platform's own overrides it
 * - `elsewhere`: a port of another environment of the service, stated for comparison and judged there
 */
export interface PortFact extends Stated, Started {
  readonly kind: "port";
  readonly role:
    | "declared"
    | "variable"
    | "command"
    | "exposed"
    | "code"
    | "platform"
    | "health-check"
    | "url"
    | "compose"
    | "image"
    | "elsewhere";
  readonly port: Knowable<number | string>;
  /** Of a variable, as `VariableFact` has it. */
  readonly injectedBy?: Place;
}

/** The organisation's standard port, as the stack or the settings state it. */
export interface StandardPortFact extends Stated {
  readonly kind: "standard-port";
  readonly port: number;
}

/** A script that a start command may run by its name, such as one of package.json. */
export interface ScriptFact extends Stated {
  readonly kind: "script";
  readonly name: string;
  readonly command: string;
}

/** The platform's HTTP health check; `path` is undefined where none is set. */
export interface HealthCheckFact extends Stated {
  readonly kind: "health-check";
  readonly path: Knowable<string | undefined>;
}

/** The name of a variable fact for all variables, where not even their names are known yet. */
export const ALL_VARIABLES = "(all)";

/** One environment variable of the service, or of an env group linked to it. */
export interface VariableFact extends Stated, MaybeGenerated {
  readonly kind: "variable";
  readonly name: string;
  readonly value: Knowable<string>;
  /** What its platform takes the value from, where a manifest names it: the same words are the same value. */
  readonly takenFrom?: string;
  /** Of a URL of which the password alone is not known, such as a reference: the URL without it. */
  readonly withoutPassword?: string;
  readonly secret: boolean;
  /** Where the file that holds it is given to the service, such as compose's `env_file`. */
  readonly injectedBy?: Place;
  /** The secret file that it is in: code may load it, and a shell that names it. */
  readonly file?: string;
  /** Where the same file gave it another value before, which is lost. */
  readonly replaces?: Place;
  /** Whether an image below sets it, and no file here. */
  readonly ofBase?: true;
}

/**
 * A database connection, structured: from a declaration, or from a URL taken apart by its adapter's caller.
 * Never holds the password: rules about the password judge `url`, whose text is a secret.
 */
export interface ConnectionFact extends Stated {
  readonly kind: "connection";
  readonly host: Knowable<string>;
  readonly port: Knowable<number>;
  /** Where the port is written, where that is another place. */
  readonly portPlace?: Place;
  readonly user: Knowable<string>;
  readonly database: Knowable<string>;
  /** Query parameters by key, as the driver would see them. */
  readonly parameters: Knowable<Readonly<Record<string, string>>>;
  readonly driver: Knowable<string>;
  /** Settings of the driver outside the URL, such as `statement_cache_size: "0"`; by the driver's own names. */
  readonly driverSettings: Knowable<Readonly<Record<string, string>>>;
}

/** A connection URL as text, from any place. The text may hold a password: never print it. */
export interface UrlFact extends Stated {
  readonly kind: "url";
  readonly url: Knowable<string>;
  /** Why the text is without the password that the URL has, where it is. */
  readonly passwordUnknown?: string;
  readonly driver: Knowable<string>;
  /** Whether `postgresql:` alone leads to this driver: to SQLAlchemy 2.1 it means psycopg 3, and code may replace it. */
  readonly takesPlain?: true;
  readonly driverSettings: Knowable<Readonly<Record<string, string>>>;
}

/** A service's settings at a platform, beside its variables. */
export type PlatformField =
  | "plan"
  | "region"
  | "runtime"
  | "instances"
  | "disk"
  | "autoscaling"
  | "maintenanceMode"
  | "shutdownDelaySeconds"
  | "preDeploy"
  | "publishPath"
  | "schedule";

/** The platform that runs the service; plan, region and runtime in its own words. */
export interface PlatformFact extends Stated {
  readonly kind: "platform";
  readonly platform: PlatformId;
  readonly plan?: string;
  readonly region?: string;
  readonly runtime?: string;
  /** The folder that the service is built and started in, from the repository's root. */
  readonly rootDirectory?: string;
  /** The same where the source states it as that, and it is not read from what a command or an image does. */
  readonly statedRoot?: string;
  /** The address of the repository that it is built from, where the source says one. */
  readonly source?: string;
  /** Whether that is another repository than the one that states it, so that its code is not at hand. */
  readonly isElsewhere?: true;
  /** The Dockerfile that its image is built from, from the repository's root. */
  readonly imageFile?: string;
  /** The folders that its image may be built from, from the audited one; absent where the source does not say. */
  readonly imageContexts?: readonly string[];
  /** Absent where the source does not say which kind of service it is, or has another one. */
  readonly type?: ServiceType;
  /** Of a cron job: when it runs, as it is written. */
  readonly schedule?: string;
  /** How it is called at its platform, where the source says it. */
  readonly name?: string;
  /** The name by which other services reach it in its platform's private network; absent of what they cannot reach. */
  readonly hostName?: string;
  /** Of an app of several process groups: which one, where it is not the one that answers. */
  readonly group?: string;
  /** False of a worker, a job or a site, which nothing asks over a port of its own. @default true */
  readonly listens?: boolean;
  /** How many instances run at least; absent where the source does not say. */
  readonly instances?: number;
  readonly disk?: boolean;
  readonly autoscaling?: boolean;
  readonly maintenanceMode?: boolean;
  /** Seconds between SIGTERM and SIGKILL, where set. */
  readonly shutdownDelaySeconds?: number;
  readonly preDeploy?: boolean;
  /** Of a static site: the folder that is published. */
  readonly publishPath?: string;
  /** Of a static site: the tool that builds it, and the folder that it writes to, where nothing but a variable moves that. */
  readonly built?: { readonly tool: string; readonly folder: string; readonly movedBy?: string };
  /** The place of each of these, if not the fact's own. */
  readonly fields?: Readonly<Partial<Record<PlatformField, Place>>>;
  /** Whether a sign elsewhere in a repository says so, and nothing of this service in this environment. */
  readonly assumed?: boolean;
  /** Why fields that the source sets are not among those above: their values are not known yet. */
  readonly pending?: string;
  /** True where every variable of the service is among the facts, those of its env groups too. */
  readonly variablesComplete?: boolean;
}

/** The name of the environment that the facts are of, such as a stack's. */
export interface EnvironmentFact extends Stated {
  readonly kind: "environment";
  readonly name: string;
}

/** The database endpoint of another environment, read by this stack through a StackReference. */
export interface OtherEnvironmentFact extends Stated {
  readonly kind: "other-environment";
  readonly name: string;
  readonly host: Knowable<string>;
  readonly port: Knowable<number>;
  readonly user: Knowable<string>;
  readonly database: Knowable<string>;
}

/** A credential that a detector recognised in a file's text. Never holds it. */
export interface CredentialFact extends Stated {
  readonly kind: "credential";
  /** What kind it is, as a person says it: `an AWS access key`. */
  readonly what: string;
  /** Whether git tracks the file: then everybody who has the repository has the credential. */
  readonly tracked: boolean;
  /** Where it ends in its line, as the column after it; absent of one that goes on in the next line. */
  readonly endColumn?: number;
  /** Whether its name alone says what it is. @default false */
  readonly byName?: boolean;
}

export type Fact =
  | PortFact
  | StandardPortFact
  | StartCommandFact
  | ScriptFact
  | BindFact
  | AddressFact
  | HealthCheckFact
  | VariableFact
  | GeneratedValueFact
  | ConnectionFact
  | UrlFact
  | DriverFact
  | DriverArgumentFact
  | PlatformFact
  | PeerFact
  | PublishedPeerFact
  | NeighbourFact
  | UnknownPeerFact
  | EnvironmentFact
  | OtherEnvironmentFact
  | WantedVariableFact
  | UnknownFieldFact
  | UnknownTypeFact
  | ManifestPartFact
  | BuildFact
  | OverridingFileFact
  | BuildArgumentFact
  | CredentialFact
  | ApplicationFact
  | RequirementFact
  | SidePortFact
  | RepositoryFact;

export type FactKind = Fact["kind"];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** The facts of one kind, in the order in which they were stated. Every rule asks for some of the same facts. */
export function factsOf<K extends FactKind>(facts: readonly Fact[], kind: K): readonly FactOf<K>[] {
  return (byKind(facts).get(kind) ?? []) as readonly FactOf<K>[];
}

/** A list's facts by their kinds. */
export const byKind = oncePerList((facts: readonly Fact[]): ReadonlyMap<FactKind, readonly Fact[]> => {
  const kinds = new Map<FactKind, Fact[]>();
  for (const fact of facts) {
    const same = kinds.get(fact.kind);
    if (same === undefined) kinds.set(fact.kind, [fact]);
    else same.push(fact);
  }
  return kinds;
});
