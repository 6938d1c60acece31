import type { Engine } from "../../engine";
import type { PrivateProject } from "./private-project";

/** What one run of the Pulumi CLI ended with. `output` is what a user would have seen. */
export interface PulumiRun {
  readonly exitCode: number;
  readonly output: string;
  readonly stdout: string;
}

/** The Pulumi CLI, run as a user types it, with state and passphrase of the rehearsal's own. */
export type Pulumi = (args: readonly string[], options?: { input?: string }) => Promise<PulumiRun>;

export function pulumiIn(
  project: PrivateProject,
  engine: Engine,
  passphrase: string,
  signal: AbortSignal,
): Pulumi {
  const env = {
    ...engine.environment,
    PULUMI_BACKEND_URL: project.backend,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
  };
  return async (args, options = {}) => {
    // A dynamic import, since execa is there as an ES module only.
    const { execa } = await import("execa");
    const child = execa(engine.pulumi, [...args, "--non-interactive", "--color", "never"], {
      cwd: project.folder,
      env,
      all: true,
      reject: false,
      // Pulumi ends its own plugins on SIGINT; SIGKILL only if it does not.
      cancelSignal: signal,
      killSignal: "SIGINT",
      forceKillAfterDelay: 15_000,
      ...(options.input === undefined ? { stdin: "ignore" as const } : { input: options.input }),
    });
    const result = await child;
    signal.throwIfAborted();
    return { exitCode: result.exitCode ?? 1, output: result.all, stdout: result.stdout };
  };
}
