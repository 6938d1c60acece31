/** The document of `portcullis audit --json` (docs/audit-json.md). Version 1 only gains fields. */
export interface AuditReport {
  readonly version: 1;
  /** What runs by itself; `.` is the audited folder. */
  readonly services: readonly {
    readonly name: string;
    readonly folder: string;
    readonly environments: readonly string[];
  }[];
  /** What is wrong, the most severe first. */
  readonly findings: readonly ReportedFinding[];
  readonly waived: readonly (ReportedFinding & { readonly waiver: ReportedWaiver })[];
  /** Ports, databases and drivers by service and environment. */
  readonly matrix: readonly {
    readonly service: string;
    readonly environment: string | null;
    readonly ports: readonly { readonly what: string; readonly port: string; readonly file: string }[];
    readonly databases: readonly { readonly endpoint: string; readonly mode: string }[];
    readonly drivers: readonly {
      readonly name: string;
      readonly settings: Readonly<Record<string, string>>;
    }[];
  }[];
  /** What a rule could not judge, and why. */
  readonly undecided: readonly {
    readonly rule: string;
    readonly service: string;
    readonly environments: readonly string[];
    readonly place: string;
    readonly why: string;
  }[];
  /** Every file that a reader took. */
  readonly files: readonly {
    readonly path: string;
    readonly readers: readonly string[];
    readonly facts: number;
  }[];
  /** What was not looked at. */
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  /** What kept a file, or a line of it, from being read. */
  readonly problems: readonly { readonly file: string; readonly line?: number; readonly reason: string }[];
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: "error" | "warning" | "note";
  /** The first of `services`. */
  readonly service: string;
  readonly services: readonly string[];
  /** The first of `environments`; null where it holds for any. */
  readonly environment: string | null;
  readonly environments: readonly string[];
  /** From the audited folder; null where the finding has no file. Line and column are counted from 1. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** What is wrong: expected this, got that. */
  readonly message: string;
  readonly why: string;
  /** What to type. */
  readonly fix: string;
  /** The line, with its secrets masked. */
  readonly excerpt: string | null;
  /** Other places that belong to it, as `file:line:column`. */
  readonly related: readonly string[];
}

export interface ReportedWaiver {
  readonly rule: string;
  /** The last day, as `YYYY-MM-DD`. */
  readonly until?: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  readonly about: { readonly file?: string; readonly line?: number; readonly key?: string };
}

/** One rule, as `portcullis rules --json` lists it. */
export interface RuleDescription {
  /** `group/name`, stable. */
  readonly id: string;
  readonly severity: "error" | "warning" | "note";
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly reference: string;
}
