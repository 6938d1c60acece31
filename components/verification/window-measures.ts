/** What was measured in a stability window; kept in the state, to compare the next deploy's with. */
export interface WindowMeasures {
  readonly deployId: string;
  readonly seconds: number;
  /** Undefined where nothing was asked, as of a worker. */
  readonly asked?: ProbeMeasures;
  /** Undefined where Render measured none. */
  readonly memory?: MemoryMeasures;
  /** The kinds of error lines, as hashes of what does not vary: a line itself may hold a secret. */
  readonly errors?: readonly string[];
}

export interface ProbeMeasures {
  readonly probes: number;
  /** 0 to 1. */
  readonly errorRate: number;
  /** Percentiles of the latency of what passed, in milliseconds; undefined where nothing did. */
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
}

export interface MemoryMeasures {
  readonly peak: number;
  /** From the first third of the window to the last: 0.2 for a fifth more. Of several instances the most. */
  readonly growth: number;
  /** As Render names it. */
  readonly unit: string;
}
