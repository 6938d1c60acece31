/** How a pooler hands out its server connections; a direct connection is one session. */
export type PoolMode = "session" | "transaction";

type Parameters = Readonly<Record<string, string>>;

/** The address of a database, as a connection states it. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly parameters: Parameters;
}

/** One of the ways to a database: an address, and how connections to it are pooled. */
export interface DatabaseWay extends DatabaseAddress {
  /** As the provider calls it: `direct`, `session`. */
  readonly name: string;
  readonly mode: PoolMode;
}

/** After how many refused logins a pooler blocks an address, and for how long. */
export interface RefusedLogins {
  readonly most: number;
  /** Seconds in which they are counted. */
  readonly within: number;
  /** Seconds. */
  readonly blockedFor: number;
  /**
   * Seconds to leave before a second attempt, where the pooler may not know a password yet that was just changed.
   * @default it knows each one at once
   */
  readonly learnsPasswordWithin?: number;
  readonly source: string;
}

/** What so many connections of one service exceed, and what can be done about it. */
export interface ConnectionLimit {
  readonly expected: string;
  readonly fix: string;
}

/**
 * What is known of one database provider, for rules that hold at several. A rule reads these properties and never
 * the name, but to print it.
 */
export interface DatabaseProvider {
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  /** Whether the host is one of its own: a database's or a pooler's. */
  readonly recognises: (host: string) => boolean;
  /** The one project that an address leads to; undefined where there is none, or the address does not say it. */
  readonly projectOf: (address: Omit<DatabaseAddress, "port">) => string | undefined;
  /** The project that an HTTP address of the provider's names, such as its API's. */
  readonly projectOfApi?: (host: string) => string | undefined;
  /** The login role that a user names, without the tenant that a pooler wants beside it. */
  readonly roleOf: (address: Pick<DatabaseAddress, "host" | "user">) => string;
  /** Undefined where the address is none of the provider's documented ones. */
  readonly poolMode: (address: Pick<DatabaseAddress, "host" | "port">) => PoolMode | undefined;
  /** Every way to the same database, with the pooler's host where the address does not say it. @default that address alone */
  readonly ways?: (address: DatabaseAddress, poolerHost?: string) => readonly DatabaseWay[];
  /** Where a pooler counts refused logins. @default nothing counts them */
  readonly refusedLogins?: (host: string) => RefusedLogins | undefined;
  /** Whether prepared statements of a session live on, whatever the mode. @default only in session mode */
  readonly keepsPreparedStatements?: (address: Pick<DatabaseAddress, "host" | "port">) => boolean;
  /** Whether the host has an IPv6 address only, unless `ipv4Projects` names its project. */
  readonly isIpv6Only: (host: string) => boolean;
  /**
   * Where its clients reach it over IPv4, as a sentence: for a stack of Portcullis, for a URL that a program's resource
   * has as text (@default the file's), and for a file.
   */
  readonly overIpv4?: { readonly stack: string; readonly typed?: string; readonly file: string };
  /** Whether its certificates come from an authority of its own, which no client knows by itself. */
  readonly hasOwnAuthority: boolean;
  /** What so many connections from one service exceed; undefined where they do not. */
  readonly exceeds?: (
    address: Pick<DatabaseAddress, "host" | "port">,
    connections: number,
  ) => ConnectionLimit | undefined;
}
