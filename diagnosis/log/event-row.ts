export type EventKind =
  | "listening"
  | "refused-here"
  | "started"
  | "pre-deploy"
  | "deploying"
  | "built"
  | "live"
  | "ready"
  | "asked"
  | "moved"
  | "stopped"
  | "port-set"
  | "socket"
  | "building"
  | "running"
  | "step-done"
  | "connected"
  | "restarted";

/** A line that is not a failure and explains one: who listens where, what was started, what has ended well. */
export interface EventRow {
  /** Stable; by it the row is found among the stems. */
  readonly id: string;
  readonly kind: EventKind;
  /** `host` and `port` by name, where the line says them. */
  readonly pattern: RegExp;
  readonly source: string;
  readonly example: string;
}
