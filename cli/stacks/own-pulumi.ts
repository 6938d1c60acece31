import type { Engine } from "../../engine";
import { CommandError } from "../exit-code";
import { runGuarded } from "./guarded-command";
import type { Pulumi } from "./pulumi";
import type { PulumiRun } from "./pulumi-run";
import { StackLockedError, stackLockIn } from "./stack-lock";

/**
 * The Pulumi CLI on the user's own stacks: with the user's backend, login and passphrase.
 *
 * @throws StackLockedError, of a run, where another command is changing the stack
 */
export function ownPulumi(
  project: string,
  engine: Engine,
  signal: AbortSignal,
  variables: NodeJS.ProcessEnv = {},
): Pulumi {
  // The user's login is in the user's own home of Pulumi, not in the one that rehearsals have.
  const { PULUMI_HOME: _, ...needed } = engine.environment;
  return async (args, options = {}) => {
    signal.throwIfAborted();
    const run = await runGuarded({
      command: [engine.pulumi, ...args, "--non-interactive", "--color", "never"],
      folder: project,
      environment: { ...process.env, ...needed, ...variables },
      signal,
      ...options,
    });
    signal.throwIfAborted();
    const lock = run.exitCode === 0 ? undefined : stackLockIn(run.output);
    if (lock !== undefined) throw new StackLockedError(stackOf(args), lock);
    return run;
  };
}

/** The stack that the arguments name. */
function stackOf(args: readonly string[]): string {
  const at = args.findIndex((arg) => arg === "-s" || arg === "--stack");
  return args[at + 1] ?? "the stack";
}

/** Pulumi's own sentence on what failed. */
export function refusalOf(output: string): string {
  const lines = output.trim().split("\n");
  // What a resource fails by is indented, below its name.
  const said =
    lines.find((line) => /^error:/.test(line)) ??
    lines.find((line) => /^\s+error: /.test(line)) ??
    lines.at(-1) ??
    "";
  return said.replace(/^\s*error:\s*/, "");
}

/** In Go's words (package net), and those of libpq's and AWS' clients as Pulumi repeats them. */
const UNREACHABLE =
  /connection refused|connection reset|no such host|i\/o timeout|network is unreachable|no route to host|dial tcp|server misbehaving|TLS handshake timeout|context deadline exceeded/i;

/** Of a file of attributes that is empty: gocloud.dev's fileblob writes one beside each file, and not in one step. */
const CUT = /failed to load checkpoint: (?:unexpected )?EOF/;

/**
 * What to do where a sentence of Pulumi's is that the backend does not answer, or that a killed update left it half
 * written; undefined where a login may be all that is missing.
 */
export function backendAdvice(why: string): string | undefined {
  if (UNREACHABLE.test(why))
    return "The backend does not answer from here: see whether it runs, and whether its address is right (PULUMI_BACKEND_URL, else that of the last `pulumi login`).";
  if (CUT.test(why))
    return "Pulumi was killed while it wrote into the backend's folder. The state is whole; an empty file of attributes beside it is not. Type `find FOLDER/.pulumi -name '*.attrs' -empty -delete` with that folder, and log in so that none are written: `pulumi login 'file://FOLDER?metadata=skip'`.";
  return undefined;
}

/** What to type where a sentence of Pulumi's does not say it itself: a line of its own, or nothing. */
export function refusalAdvice(why: string): string {
  if (/passphrase/.test(why) && !why.includes("PULUMI_CONFIG_PASSPHRASE"))
    return "\nSet the stack's passphrase (PULUMI_CONFIG_PASSPHRASE).";
  const advice = backendAdvice(why);
  return advice === undefined ? "" : `\n${advice}`;
}

/**
 * That Pulumi did not show a part of a stack: why, and what to type.
 *
 * @param part such as "the state of the stack staging"
 * @param advice the end of the last sentence
 */
export function notShown(part: string, { output }: PulumiRun, advice = ""): CommandError {
  const why = refusalOf(output);
  const [, stack] = /\bno stack named '([^']+)' found/.exec(why) ?? [];
  const login =
    stack === undefined
      ? `Log in to the stack's backend (\`pulumi login ADDRESS\`) and set its passphrase (PULUMI_CONFIG_PASSPHRASE)${advice}.`
      : `Make it (\`pulumi stack init ${stack}\`), or log in to the backend that has it (\`pulumi login ADDRESS\`)${advice}.`;
  return new CommandError(`${part} cannot be read: ${why}\n${backendAdvice(why) ?? login}`);
}
