import type { JudgedCase } from "../judged-case";

/**
 * A small repository after one that an earlier release judged wrongly: `trial` are the faults of a run on public
 * repositories, `facts` those of a comparison with the newest documentation of platforms, drivers and servers, and
 * `dated` what was right once.
 */
export interface TrialCase extends JudgedCase {
  /** `trial 1`, `facts 7`: which of the faults. */
  readonly fault: string;
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
