import type { Dated } from "./dated";
import type { PlatformFact, PlatformId } from "./fact";

/** A committed file that says to a platform what to run. */
export interface Manifest {
  readonly file: RegExp;
  /** False where the file starts processes and sets none of their variables. */
  readonly setsVariables: boolean;
  /** True where other platforms read the same file: it is a sign of this one, and no proof. @default false */
  readonly shared?: boolean;
  /** What to do with a secret in it, as sentences. Undefined where a rule of the platform's own says so. */
  readonly insteadOfSecret?: (name: string) => string;
}

export interface HandedFlags {
  readonly variable: string;
  /** The runtime that gets them. */
  readonly runtime: string;
  readonly flags: string;
  /** Why it is not certain what they say. */
  readonly why: string;
}

/** Programs that a service on a platform cannot use. */
export interface LackedProgram {
  readonly name: RegExp;
  /** What the first word after its name has to be. @default any, or none */
  readonly words?: RegExp;
  /** What is lacked of a program that does more: of all its words. @default the program itself */
  readonly doing?: RegExp;
  /** Why it cannot, as a sentence's end behind the platform's name and "there". */
  readonly why: string;
  /** Variables that may change it. */
  readonly unless?: readonly string[];
  readonly fix: string;
  /** Whether a build may bring it after all. @default false */
  readonly doubtful?: boolean;
}

export interface DefaultWorkers {
  readonly count: number;
  /** What makes it so many, in words. */
  readonly because: string;
}

/**
 * What is known of one platform, for rules that hold on several. A rule reads these properties and never the name,
 * but to print it.
 */
export interface Platform {
  readonly id: PlatformId;
  /** As people write it. */
  readonly name: string;
  readonly manifests: readonly Manifest[];
  /** Variables that it writes into each instance, beside PORT: a value of one's own is lost. */
  readonly variables: readonly string[];
  /** Names of further variables that code may count on there. */
  readonly given?: RegExp;
  /** Values that it gives variables by itself, and one may set otherwise. @default none is known */
  readonly values?: (fact: PlatformFact) => Readonly<Record<string, string>> | undefined;
  /** Its PORT where none is set; undefined where it sets none, or one that is not known before. */
  readonly defaultPort?: number;
  /**
   * How it finds the service's port: it looks for an open one (`scan`), takes the one that its manifest names
   * (`declared`), or takes the one that it gave by PORT (`env`).
   */
  readonly portDiscovery: "scan" | "declared" | "env";
  /** Whether it writes its own PORT into each instance, whatever PORT the service sets. @default false */
  readonly portIsItsOwn?: boolean;
  /** Hosts that its own network alone resolves. */
  readonly privateHosts?: RegExp;
  /** Where a variable that code cannot do without is set, as a sentence. */
  readonly insteadOfMissing?: (name: string) => string;
  /** Flags that it hands to a server by a variable, where the service does not set that variable. */
  readonly handedFlags?: HandedFlags;
  /** Folders in which a service's user makes no file, where that is known of its runtime. */
  readonly unwritable?: (fact: PlatformFact) => RegExp | undefined;
  /** Programs that a service there cannot use. @default none is known */
  readonly lacks?: (fact: PlatformFact) => readonly LackedProgram[];
  /** How many processes a server starts there where nothing says it; undefined where that is not known. */
  readonly defaultWorkers?: (fact: PlatformFact) => DefaultWorkers | undefined;
  /** Ports on which it never routes a request to a service. */
  readonly reservedPorts: readonly number[];
  /** Ports that its pages exclude for private services in one place, and show in another. @default none */
  readonly doubtfulPrivatePorts?: readonly number[];
  /** Whether a service reaches hosts that have an IPv6 address only; undefined where that is not known. */
  readonly outboundIpv6: boolean | undefined;
  /** Whether it builds the service by itself and starts it as a user without privileges, and runs no image. */
  readonly isNative: (fact: PlatformFact) => boolean;
  /** Its names for regions, runtimes, plans: lists that grow without us, with the day on which each was read. */
  readonly names: Readonly<Partial<Record<"region" | "runtime" | "plan", Dated<readonly string[]>>>>;
  /** Where its port binding is documented. */
  readonly reference: string;
}
