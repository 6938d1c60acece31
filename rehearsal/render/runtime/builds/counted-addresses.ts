import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

const ON_THIS_MACHINE = /^127\.0\.0\.1:(\d+)$/;

/**
 * Addresses of a build's own, which lead to databases of this machine and count who connects: a build that has asked a
 * database has done more than to write files.
 */
export class CountedAddresses {
  private readonly servers: Server[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly byTarget = new Map<string, string>();
  /** How many connections there were. */
  count = 0;

  /** Opens an address for each of those on this machine; the others stay as they are. */
  static async open(targets: Iterable<string>): Promise<CountedAddresses> {
    const opened = new CountedAddresses();
    for (const target of new Set(targets)) await opened.add(target);
    return opened;
  }

  /** What takes the place of an address. */
  readonly instead = (target: string): string => this.byTarget.get(target) ?? target;

  /** Every address that was opened. */
  get all(): readonly string[] {
    return [...this.byTarget.values()];
  }

  close(): void {
    for (const server of this.servers) server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private async add(target: string): Promise<void> {
    const port = Number(ON_THIS_MACHINE.exec(target)?.[1]);
    if (!port) return;
    const server = createServer((client) => {
      this.count += 1;
      this.join(client, connect(port, "127.0.0.1"));
    });
    server.listen(0, "127.0.0.1").unref();
    await once(server, "listening");
    this.servers.push(server);
    const address = server.address();
    if (address !== null && typeof address === "object")
      this.byTarget.set(target, `127.0.0.1:${address.port}`);
  }

  private join(client: Socket, database: Socket): void {
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      this.sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
