import type { Postgres } from "../../../rehearsal/index";
import type { StackFile } from "../../stacks/stack-file";
import { serverOf } from "../addresses";
import { type DeclaredDatabase, declaredDatabases, type TypedUrl, typedUrlsOf } from "./declared-databases";
import { makeLogins } from "./logins";

/** Starts a PostgreSQL. */
export type StartServer = (options: { readonly adminPassword?: string }) => Promise<Postgres>;

export interface Starting {
  readonly signal: AbortSignal;
  /** Called with each, so that it is ended where a later one does not start. */
  readonly onStarted: (server: Postgres) => void;
}

/** A server of a stack, and what the stack has on it. */
export interface StackServer {
  readonly server: Postgres;
  readonly databases: readonly DeclaredDatabase[];
}

/** The servers of one stack: one for each that its databases are on, so that none sees what is another's. */
export class StackServers {
  private constructor(
    private readonly file: StackFile,
    private readonly byPlace: ReadonlyMap<string, Postgres>,
    /** Of the stack's first database, and of what names no server that it declares. */
    readonly first: Postgres,
  ) {}

  /**
   * The owners of all of them have one password: that of a typed URL of the owner, where there is one.
   *
   * @throws the signal's reason where it is aborted
   */
  static async start(
    file: StackFile,
    start: StartServer,
    { signal, onStarted }: Starting,
  ): Promise<StackServers> {
    const [place, ...others] = new Set(
      declaredDatabases(file)
        .map(serverOf)
        .filter((each) => each !== ""),
    );
    const started = async (options: { readonly adminPassword?: string }): Promise<Postgres> => {
      const server = await start(options);
      onStarted(server);
      signal.throwIfAborted();
      return server;
    };
    const owner = typedUrlsOf(file).find(({ user }) => /^postgres(?:\.[a-z]{20})?$/.test(user));
    const first = await started(owner === undefined ? {} : { adminPassword: owner.password });
    const byPlace = new Map(place === undefined ? [] : [[place, first]]);
    const { adminPassword } = first;
    for (const other of others) byPlace.set(other, await started({ adminPassword }));
    const servers = new StackServers(file, byPlace, first);
    for (const { server } of servers.all) {
      await makeLogins(
        server,
        typedUrlsOf(file).filter((url) => servers.of(url) === server),
      );
    }
    return servers;
  }

  /** Each with its databases, the first one first. */
  get all(): readonly StackServer[] {
    const servers = [...new Set([this.first, ...this.byPlace.values()])];
    const declared = declaredDatabases(this.file);
    return servers.map((server) => ({
      server,
      databases: declared.filter((database) => this.of(database) === server),
    }));
  }

  /** The server of a database, or of a typed URL. */
  of(database: DeclaredDatabase | TypedUrl): Postgres {
    return this.byPlace.get(serverOf(database)) ?? this.first;
  }
}
