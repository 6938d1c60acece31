import { problemsOf } from "./problems";
import { relationProblems } from "./relations";
import { SECRET_KEYS, stackSchema } from "./schema";
import { plainProblems, secretProblems } from "./secrets";
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
  /** Keys within a mapping whose value is a secret although the file has it in plain text. */
  readonly plain?: readonly string[];
}

/**
 * Parses one stack's configuration.
 *
 * @throws ConfigurationError with every problem: unknown keys, wrong values and missing secrets alike.
 */
export function parseConfiguration({
  stack,
  values,
  secretsSet,
  plain: inside = [],
}: RawConfiguration): StackConfiguration {
  // A secret in plain text has a problem of its own: it is neither an unknown key nor missing.
  const plain = Object.keys(values).filter((key) => Object.hasOwn(SECRET_KEYS, key));
  const open = Object.fromEntries(Object.entries(values).filter(([key]) => !plain.includes(key)));
  const set = [...secretsSet, ...plain];
  const parsed = stackSchema.safeParse(open, { reportInput: false });
  const problems = [
    ...plainProblems(stack, [...plain, ...inside]),
    ...(parsed.success ? [] : problemsOf(parsed.error, stackSchema, open)),
    ...relationProblems(open, set),
    ...secretProblems(stack, open, set),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(stack, [...new Set(problems)]);
  return configurationOf(parsed.data, secretsSet.includes("databaseUrl") ? [ONLY_DATABASE] : []);
}
