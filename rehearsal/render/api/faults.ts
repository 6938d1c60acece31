/** What goes wrong with a request. */
export type FaultHow =
  /** Answered with this status instead of being acted on; `retryAfter` in seconds. */
  | { readonly status: number; readonly retryAfter?: number; readonly message?: string }
  /** The connection is cut before the request is acted on. */
  | "reset"
  /** The request is acted on, then the connection is cut. */
  | "lost-answer"
  /** No answer, until the client gives up or the faults are cleared. */
  | "hang";

export interface Fault {
  /** @default every method */
  readonly method?: string;
  /** Matched with the path below `/v1`, without the query. @default every path */
  readonly path?: RegExp;
  /** How many requests it hits. @default 1 */
  readonly times?: number;
  readonly how: FaultHow;
}

/** Makes the next matching requests fail as a real API sometimes does. The oldest matching fault is used. */
export class Faults {
  private waiting: { readonly fault: Fault; left: number }[] = [];
  private hanging = new Set<() => void>();

  next(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Removes the faults that are left, and cuts the connections that hang. */
  clear(): void {
    this.waiting = [];
    for (const release of this.hanging) release();
  }

  /** How many requests hang now. */
  get hangingRequests(): number {
    return this.hanging.size;
  }

  /** The fault for this request, if any. */
  take(method: string, path: string): FaultHow | undefined {
    const met = this.waiting.find(
      ({ fault }) => (fault.method ?? method) === method && (fault.path?.test(path) ?? true),
    );
    if (met === undefined) return undefined;
    met.left -= 1;
    this.waiting = this.waiting.filter(({ left }) => left > 0);
    return met.fault.how;
  }

  /** Ends when the faults are cleared, or when `release` of the client's side is called. */
  hang(onRelease: (release: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const release = (): void => {
        this.hanging.delete(release);
        resolve();
      };
      this.hanging.add(release);
      onRelease(release);
    });
  }
}
