import { nearest } from "../domain";
import { problemsOf } from "./problems";
import { SECRET_KEYS, stackSchema } from "./schema";
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
    ...missingSecrets(stack, values, secretsSet),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(stack, problems);
  return parsed.data;
}

function missingSecrets(stack: string, values: RawConfiguration["values"], set: readonly string[]): string[] {
  const database = (values.database ?? {}) as { manageRole?: unknown };
  const typed = set.includes("databaseUrl");
  const needed: (keyof typeof SECRET_KEYS)[] = [
    ...(typed ? [] : (["databasePassword"] as const)),
    ...(typed || database.manageRole === false ? [] : (["databaseAdminPassword"] as const)),
  ];
  const unknown = set
    .filter((key) => !Object.hasOwn(SECRET_KEYS, key))
    .map((key) => {
      const right = nearest(key, [...Object.keys(SECRET_KEYS), ...Object.keys(stackSchema.shape)]);
      return `portcullis:${key}: unknown secret.${right === undefined ? "" : ` Did you mean \`${right}\`?`}`;
    });
  const missing = needed
    .filter((key) => !set.includes(key))
    .map(
      (key) =>
        `portcullis:${key}: expected ${SECRET_KEYS[key]}, got none. Type \`pulumi config set -s ${stack} --secret portcullis:${key}\`.`,
    );
  return [...unknown, ...missing];
}
