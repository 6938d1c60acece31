/**
 * Counts refused passwords per project and client address, and refuses every login for a while after too many, as
 * Supavisor does (lib/supavisor/circuit_breaker.ex): 120 seconds after ten in 150 seconds.
 */
export class CircuitBreaker {
  private readonly failures = new Map<string, number[]>();
  private readonly openUntil = new Map<string, number>();

  /** @param most refused passwords after which every login is refused; undefined for no limit */
  constructor(private readonly most: number | undefined) {}

  isOpen(reference: string, address: string): boolean {
    return (this.openUntil.get(name(reference, address)) ?? 0) > Date.now();
  }

  failed(reference: string, address: string): void {
    if (this.most === undefined) return;
    const key = name(reference, address);
    const now = Date.now();
    const recent = [...(this.failures.get(key) ?? []), now].filter((time) => time > now - WINDOW_MS);
    this.failures.set(key, recent);
    if (recent.length >= this.most) this.openUntil.set(key, now + BLOCK_MS);
  }
}

const WINDOW_MS = 150_000;
const BLOCK_MS = 120_000;

const name = (reference: string, address: string): string => `${reference} ${address}`;
