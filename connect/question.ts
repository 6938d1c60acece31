import type { DatabaseAddress, DatabaseWay } from "../domain/database-provider";
import type { Addresses, Answer, Resolve } from "../probes";
import type { Behaviour } from "./behaviour";
import type { NamesReport } from "./names";
import type { RouteReport } from "./route";
import type { ServerReport } from "./server";
import type { TlsReport } from "./tls";

/** One database, as a service is to reach it. */
export interface DatabaseQuestion {
  readonly address: DatabaseAddress;
  readonly database: string;
  /** Whether its address was read from a URL, in which a raw `@` may have cut it wrongly. @default false */
  readonly typed?: boolean;
  /** A secret. Without one nothing logs in. */
  readonly password?: string | undefined;
  /** The shared pooler's host, where the address does not say it. */
  readonly poolerHost?: string | undefined;
  /** Schemas whose tables the service uses. @default public */
  readonly schemas?: readonly string[] | undefined;
}

/** How it is asked. */
export interface Asking {
  readonly signal: AbortSignal;
  /** Milliseconds for each step. */
  readonly timeout: number;
  /** Certificates to trust, in PEM. @default what this machine trusts */
  readonly ca?: string | undefined;
  /** Where a rehearsal finds an address. @default nowhere else */
  readonly addresses?: Addresses | undefined;
  /** @default the system's resolver */
  readonly resolve?: Resolve | undefined;
}

/** What one way came to. Nothing in it is secret. */
export interface WayReport {
  readonly way: DatabaseWay;
  /** Whether it is the one that was declared. */
  readonly declared: boolean;
  /** `host:port` where a rehearsal found it. */
  readonly rehearsedAt?: string;
  readonly names?: NamesReport;
  readonly routes: readonly RouteReport[];
  readonly tls?: TlsReport;
  readonly mechanisms?: readonly string[];
  /** Whether the role got in, and why not. */
  readonly login: Answer;
  readonly behaviour?: Behaviour;
  readonly server?: ServerReport;
}
