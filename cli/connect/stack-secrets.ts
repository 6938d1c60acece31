import { EngineError, findEngine } from "../../engine";
import { CommandError } from "../exit-code";
import { runGuarded } from "../stacks/guarded-command";
import type { ReadSecrets } from "./subject";

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
    const engine = await findEngine({ report, signal }).catch((cause: unknown) => {
      throw cause instanceof EngineError ? new CommandError(cause.message, undefined, { cause }) : cause;
    });
    const command = [engine.pulumi, "config", "--show-secrets", "--json", "-s", stack];
    const run = await runGuarded({
      command: [...command, "--non-interactive", "--color", "never"],
      folder: project,
      environment: { ...process.env, ...engine.environment },
      signal,
    });
    signal.throwIfAborted();
    if (run.exitCode !== 0) throw new CommandError(refusal(stack, run.output));
    return secretsIn(JSON.parse(run.stdout) as Values, databases);
  };
}

/** Pulumi's own sentence: of a command that failed it holds no value. */
function refusal(stack: string, output: string): string {
  const said =
    output.split("\n").find((line) => /^error:/.test(line)) ?? output.trim().split("\n").at(-1) ?? "";
  return (
    `the secrets of the stack ${stack} cannot be read: ${said.replace(/^error:\s*/, "")}\n` +
    "Log in to the stack's backend and set its passphrase, or type the command with `--password-from VARIABLE` or `--no-login`."
  );
}

type Values = Readonly<
  Record<string, { readonly value?: string; readonly objectValue?: unknown } | undefined>
>;
type Secrets = Awaited<ReturnType<ReadSecrets>>;

/** The only database's are keys of their own; those of several are beside what they belong to. */
function secretsIn(values: Values, databases: readonly string[]): Secrets {
  const several = values["portcullis:databases"]?.objectValue as Secrets | undefined;
  if (several !== undefined) return several;
  const url = values["portcullis:databaseUrl"]?.value;
  const password = values["portcullis:databasePassword"]?.value;
  const found = { ...(url === undefined ? {} : { url }), ...(password === undefined ? {} : { password }) };
  return Object.fromEntries(databases.map((name) => [name, found]));
}
