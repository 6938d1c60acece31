import { engineFor } from "../stacks/engine-for";
import { ownPulumi } from "../stacks/own-pulumi";
import { type StackValues, stackValues } from "../stacks/stack-values";
import type { ReadSecrets } from "./subject";

const ADVICE = ", or type the command with `--password-from VARIABLE` or `--no-login`";

/**
 * Reads a stack's secrets as the user's own Pulumi does: with the user's backend, login and passphrase.
 *
 * @throws CommandError with what Pulumi says, and the way without it.
 */
export function secretsByPulumi(
  project: string,
  report: (line: string) => void,
  signal: AbortSignal,
): ReadSecrets {
  return async (stack, databases) => {
    const pulumi = ownPulumi(project, await engineFor({ report, signal }), signal);
    return secretsIn(await stackValues(pulumi, stack, ADVICE), databases);
  };
}

type Secrets = Awaited<ReturnType<ReadSecrets>>;

/** The only database's are keys of their own; those of several are beside what they belong to. */
function secretsIn(values: StackValues, databases: readonly string[]): Secrets {
  const several = values["portcullis:databases"] as Secrets | undefined;
  if (several !== undefined) return several;
  const [url, password] = [
    text(values["portcullis:databaseUrl"]),
    text(values["portcullis:databasePassword"]),
  ];
  const found = { ...(url === undefined ? {} : { url }), ...(password === undefined ? {} : { password }) };
  return Object.fromEntries(databases.map((name) => [name, found]));
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
