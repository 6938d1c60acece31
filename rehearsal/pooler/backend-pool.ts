import type { Backend } from "./backend";

interface Waiter {
  /** Called with undefined when no backend became free in time. */
  readonly give: (backend: Backend | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/** The backends of one tenant, role and database in transaction mode: lent last in, first out, as Supavisor's poolboy does. */
export class BackendPool {
  private readonly idle: Backend[] = [];
  private readonly waiting: Waiter[] = [];
  private open = 0;
  private closed = false;
  private greetingOnce: Promise<readonly Buffer[]> | undefined;

  constructor(
    private readonly settings: {
      readonly size: number;
      readonly checkoutMilliseconds: number;
      readonly connect: () => Promise<Backend>;
    },
  ) {}

  /**
   * The database's greeting to a new client. It is read once and then repeated, so that a client can connect
   * while every backend is in use.
   */
  async greeting(): Promise<readonly Buffer[]> {
    this.greetingOnce ??= this.lease().then((backend) => {
      if (backend !== undefined) this.giveBack(backend);
      return backend?.greeting ?? [];
    });
    try {
      return await this.greetingOnce;
    } catch (error) {
      this.greetingOnce = undefined;
      throw error;
    }
  }

  /** @returns a backend, or undefined when none became free in time */
  async lease(): Promise<Backend | undefined> {
    if (this.closed) throw new Error("The pooler is stopping.");
    const idle = this.idle.pop();
    if (idle !== undefined) return idle;
    if (this.open < this.settings.size) return this.connect();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        resolve(undefined);
      }, this.settings.checkoutMilliseconds);
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value): void => {
          clearTimeout(timer);
          settle(value);
        };
      const waiter: Waiter = { give: settled(resolve), fail: settled(reject) };
      this.waiting.push(waiter);
    });
  }

  /** Returns a backend to the pool between transactions. Its prepared statements and settings stay as they are. */
  giveBack(backend: Backend): void {
    if (backend.socket.destroyed) return;
    const next = this.waiting.shift();
    if (next !== undefined) next.give(backend);
    else this.idle.push(backend);
  }

  /** Ends the waiting. The caller that opened a backend closes it. */
  close(): void {
    this.closed = true;
    for (const { fail } of this.waiting.splice(0)) fail(new Error("The pooler is stopping."));
  }

  private async connect(): Promise<Backend> {
    this.open += 1;
    try {
      const backend = await this.settings.connect();
      backend.socket.once("close", () => this.forget(backend));
      return backend;
    } catch (error) {
      this.open -= 1;
      throw error;
    }
  }

  /** Replaces a backend that the database ended, where a client waits for one. */
  private forget(backend: Backend): void {
    this.open -= 1;
    const at = this.idle.indexOf(backend);
    if (at >= 0) this.idle.splice(at, 1);
    const next = this.closed ? undefined : this.waiting.shift();
    if (next !== undefined) this.connect().then(next.give, next.fail);
  }
}
