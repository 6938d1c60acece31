import path from "node:path";
import type { Engine } from "../../engine";
import { runGuarded } from "./guarded-command";
import type { PrivateProject } from "./private-project";
import type { PulumiOptions, PulumiRun } from "./pulumi-run";

/** Runs the Pulumi CLI as a user does, with the rehearsal's own state and passphrase. */
export type Pulumi = (args: readonly string[], options?: PulumiOptions) => Promise<PulumiRun>;

/** What Pulumi needs to know in a private project. */
export function pulumiEnvironment(
  project: Pick<PrivateProject, "folder" | "backend">,
  engine: Engine,
  passphrase: string,
): Readonly<Record<string, string>> {
  return {
    ...engine.environment,
    PULUMI_BACKEND_URL: project.backend,
    // What the provider notes of a rehearsal ends with it.
    PORTCULLIS_DATA: path.join(path.dirname(project.folder), "data"),
    PULUMI_CONFIG_PASSPHRASE: passphrase,
  };
}

export function pulumiIn(
  project: Pick<PrivateProject, "folder" | "backend">,
  engine: Engine,
  passphrase: string,
  signal: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): Pulumi {
  const environment = { ...process.env, ...pulumiEnvironment(project, engine, passphrase), ...more };
  return async (args, options = {}) => {
    signal.throwIfAborted();
    const run = await runGuarded({
      command: [engine.pulumi, ...args, "--non-interactive", "--color", "never"],
      folder: project.folder,
      environment,
      signal,
      ...options,
    });
    signal.throwIfAborted();
    return run;
  };
}
