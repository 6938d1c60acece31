import { engineFor } from "../stacks/engine-for";
import { ownPulumi } from "../stacks/own-pulumi";
import { type StackValues, stackValues } from "../stacks/stack-values";
import { deployedRoles } from "./deployed-role";
import type { DatabaseSecrets } from "./login-as";
import type { ReadSecrets } from "./subject";

const ADVICE = ", or type the command with `--password-from VARIABLE` or `--no-login`";

/**
 * Reads a stack's secrets, and the roles that it has made, as the user's own Pulumi does: with the user's backend, login and passphrase.
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
    const [values, roles] = await Promise.all([
      stackValues(pulumi, stack, ADVICE),
      deployedRoles(pulumi, stack, ADVICE),
    ]);
    return { secrets: secretsIn(values, databases), roles };
  };
}

/** Their keys, where the stack has one database alone. */
const SHORT = {
  url: "portcullis:databaseUrl",
  password: "portcullis:databasePassword",
  adminPassword: "portcullis:databaseAdminPassword",
} as const;

/** The only database's are keys of their own; those of several are beside what they belong to. */
function secretsIn(
  values: StackValues,
  databases: readonly string[],
): Readonly<Record<string, DatabaseSecrets>> {
  const several = values["portcullis:databases"] as Record<string, DatabaseSecrets> | undefined;
  if (several !== undefined) return several;
  const set = Object.entries(SHORT).flatMap(([name, key]) =>
    typeof values[key] === "string" ? [[name, values[key]]] : [],
  );
  const found: DatabaseSecrets = Object.fromEntries(set);
  return Object.fromEntries(databases.map((name) => [name, found]));
}
