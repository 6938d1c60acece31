import type { Postgres } from "../../../rehearsal/index";
import { CommandError } from "../../exit-code";
import type { StackFile } from "../../stacks/stack-file";
import { stackFileName } from "../../stacks/stack-file-name";
import { serverOf } from "../addresses";
import type { SqlTarget } from "./apply-sql";
import {
  type DeclaredDatabase,
  databaseNames,
  declaredDatabases,
  type TypedUrl,
  typedUrl,
  typedUrlsOf,
} from "./declared-databases";
import { makeLogins } from "./logins";

/** Starts a PostgreSQL. */
export type StartServer = (options: { readonly adminPassword?: string }) => Promise<Postgres>;

export interface Starting {
  /** Of the owners, where the stack types none. */
  readonly adminPassword: string;
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
    { adminPassword: madeUp, signal, onStarted }: Starting,
  ): Promise<StackServers> {
    const [place, ...others] = new Set(
      declaredDatabases(file)
        .map(serverOf)
        .filter((each) => each !== ""),
    );
    const started = async (options: { readonly adminPassword: string }): Promise<Postgres> => {
      const server = await start(options);
      onStarted(server);
      signal.throwIfAborted();
      return server;
    };
    const owner = typedUrlsOf(file).find(({ user }) => /^postgres(?:\.[a-z]{20})?$/.test(user));
    const first = await started({ adminPassword: owner?.password ?? madeUp });
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

  /**
   * Where the SQL for a database is applied.
   *
   * @param name among the stack's databases; @default the first
   * @throws CommandError for one that the stack has not
   */
  target(name?: string): SqlTarget {
    const names = databaseNames(this.file);
    const key = name ?? names[0];
    if (key === undefined) return { server: this.first, database: "postgres" };
    if (!names.includes(key)) {
      throw new CommandError(
        `${stackFileName(this.file.stack)}: portcullis:rehearsal: expected one of the stack's databases (${names.join(", ") || "none is declared"}), got \`${key}\`.`,
      );
    }
    // A typed URL that cannot be read leads to a database of its own, called after its key.
    if (this.file.secretPlaces.includes(`portcullis:databases.${key}.url`))
      return { server: this.first, database: key };
    const several = (this.file.config["portcullis:databases"] ?? {}) as Record<string, DeclaredDatabase>;
    const declared = several[key] ?? declaredDatabases(this.file)[0] ?? {};
    const plain = several[key]?.url ?? this.file.config["portcullis:databaseUrl"];
    const url = typeof plain === "string" ? typedUrl(plain) : undefined;
    const database = url?.database ?? declared.name ?? "postgres";
    return { server: this.of(url ?? declared), database };
  }

  /** The server of a database, or of a typed URL. */
  of(database: DeclaredDatabase | TypedUrl): Postgres {
    return this.byPlace.get(serverOf(database)) ?? this.first;
  }
}
