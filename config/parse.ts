import { problemsOf } from "./problems";
import { relationProblems } from "./relations";
import { stackSchema } from "./schema";
import { secretProblems } from "./secrets";
import { configurationOf, ONLY_DATABASE } from "./services";
import type { StackConfiguration } from "./stack";

/** Every problem of a stack's configuration at once. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(
    stack: string,
    readonly problems: readonly string[],
  ) {
    const lines = problems.map((problem) => `  - ${problem}`).join("\n");
    super(
      `Pulumi.${stack}.yaml has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:\n${lines}`,
    );
  }
}

/** What a stack's configuration holds: values by key, and which secrets are set, never their values. */
export interface RawConfiguration {
  readonly stack: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly secretsSet: readonly string[];
}

/**
 * Parses one stack's configuration.
 *
 * @throws ConfigurationError with every problem: unknown keys, wrong values and missing secrets alike.
 */
export function parseConfiguration({ stack, values, secretsSet }: RawConfiguration): StackConfiguration {
  const parsed = stackSchema.safeParse(values, { reportInput: false });
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error, stackSchema, values)),
    ...relationProblems(values, secretsSet),
    ...secretProblems(stack, values, secretsSet),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(stack, [...new Set(problems)]);
  return configurationOf(parsed.data, secretsSet.includes("databaseUrl") ? [ONLY_DATABASE] : []);
}
