import type { Datastore } from "../datastores";

/** A server on this machine for one datastore. */
export interface DatastoreServer {
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** Ends it, with its data. */
  stop(): Promise<void>;
}

/** Runs a server of this machine for each datastore of a kind, of one embedded Render. */
export class DatastoreServers<Of extends Datastore> {
  private readonly servers = new Map<string, Promise<DatastoreServer | undefined>>();

  /** @param start undefined where this machine has no program for it: then the datastore is in the books alone */
  constructor(private readonly start: (datastore: Of) => Promise<DatastoreServer> | undefined) {}

  /** Starts a server; the datastore says when it is there, and where. */
  open(datastore: Of): void {
    const starting = this.start(datastore);
    if (starting === undefined) return;
    datastore.status = "creating";
    const started = starting.then(
      (server) => {
        datastore.address = server.address;
        datastore.status = "available";
        return server;
      },
      () => {
        datastore.status = "unavailable";
        return undefined;
      },
    );
    this.servers.set(datastore.id, started);
  }

  /** Ends the server, with its data. */
  async remove({ id }: Pick<Datastore, "id">): Promise<void> {
    const server = this.servers.get(id);
    this.servers.delete(id);
    await (await server)?.stop();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.servers.keys()].map((id) => this.remove({ id })));
  }
}
