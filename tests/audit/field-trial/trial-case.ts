import type { Files } from "../written-folder";

/**
 * A small repository after one that an earlier release judged wrongly: `trial` are the faults of a run on public
 * repositories, `facts` those of a comparison with the newest documentation of platforms, drivers and servers.
 */
export interface TrialCase {
  /** `trial 1`, `facts 7`: which of the faults. */
  readonly fault: string;
  readonly title: string;
  readonly files: Files;
  /** `severity rule file:line` of findings that must be there; these are all the errors that may be there. */
  readonly told: readonly string[];
  /** Rules without any finding. */
  readonly silent?: readonly string[];
  /** Rules with a place that is not decided. */
  readonly undecided?: readonly string[];
  /** What the fix of the first finding of a rule says. */
  readonly fixes?: Readonly<Record<string, RegExp>>;
}

/** A Blueprint of one web service, from line 6 on with what is given. */
export const blueprint = (runtime: string, ...lines: readonly string[]): string =>
  [
    "services:",
    "  - type: web",
    "    name: shop",
    `    runtime: ${runtime}`,
    "    healthCheckPath: /health",
    ...lines.map((line) => `    ${line}`),
    "",
  ].join("\n");

export const variable = (key: string, value: string): readonly string[] => [
  "envVars:",
  `  - key: ${key}`,
  `    value: ${JSON.stringify(value)}`,
];
