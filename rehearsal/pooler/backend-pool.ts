import type { Backend } from "./backend";

/** The backends of one tenant, role and database in transaction mode: lent last in, first out, as Supavisor's poolboy does. */
export class BackendPool {
  private readonly idle: Backend[] = [];
  private readonly waiting: ((backend: Backend | undefined) => void)[] = [];
  private open = 0;

  constructor(
    private readonly settings: {
      readonly size: number;
      readonly checkoutMilliseconds: number;
      readonly connect: () => Promise<Backend>;
    },
  ) {}

  /** @returns a backend, or undefined when none became free in time */
  async lease(): Promise<Backend | undefined> {
    const idle = this.idle.pop();
    if (idle !== undefined) return idle;
    if (this.open < this.settings.size) return this.connect();
    return new Promise((resolve) => {
      const give = (backend: Backend | undefined): void => {
        clearTimeout(timer);
        resolve(backend);
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(give), 1);
        give(undefined);
      }, this.settings.checkoutMilliseconds);
      this.waiting.push(give);
    });
  }

  /** Takes a backend back that is between transactions. Its prepared statements and settings stay as they are. */
  giveBack(backend: Backend): void {
    const next = this.waiting.shift();
    if (next !== undefined) next(backend);
    else this.idle.push(backend);
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

  private forget(backend: Backend): void {
    this.open -= 1;
    const at = this.idle.indexOf(backend);
    if (at >= 0) this.idle.splice(at, 1);
    const next = this.waiting.shift();
    if (next !== undefined) this.connect().then(next, () => next(undefined));
  }
}
