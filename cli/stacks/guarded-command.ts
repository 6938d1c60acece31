import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { signalGroup } from "../../system";
import type { PulumiOptions, PulumiRun } from "./pulumi-run";

/**
 * Runs the command beside a watcher that holds a pipe to this process: when this process ends in any way,
 * SIGKILL included, the pipe closes and the watcher ends the command with all it started. Pulumi's plugins are in
 * process groups of their own, so they are found by their session: field 6 of /proc/PID/stat (proc(5)). It looks until
 * none is left: one may just be starting another, or be on its way into another group.
 */
const GUARD = `
(
  trap '' TERM INT HUP
  read -r _ <&3
  read -r self _ </proc/self/stat
  for turn in 1 2 3 4 5 6 7 8 9 10; do
    left=
    for stat in /proc/[0-9]*/stat; do
      read -r line <"$stat" || continue
      set -- \${line##*) }
      [ "$4" = $$ ] && [ "$1" != Z ] && [ "\${line%% *}" != "$self" ] && kill -KILL "\${line%% *}" && left=some
    done
    [ -n "$left" ] || break
  done
  kill -s KILL -- -$$
) </dev/null >/dev/null 2>&1 &
exec 3<&-
exec "$0" "$@"
`;

/** How long Pulumi may take to end its own plugins after SIGINT, in milliseconds. */
const GRACE = 15_000;

interface GuardedCommand extends PulumiOptions {
  readonly command: readonly string[];
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Ends the command by SIGINT, and what is left of it later by SIGKILL. */
  readonly signal: AbortSignal;
}

/** Runs a command in a process group of its own, so that a Ctrl-C in the terminal reaches it once, through `signal`. */
export async function runGuarded(request: GuardedCommand): Promise<PulumiRun> {
  const { command, folder, environment, signal, input, onLine } = request;
  const child = spawn("/bin/sh", ["-c", GUARD, ...command], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const stdout: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (stream === child.stdout) stdout.push(line);
      onLine?.(line);
    });
  }
  child.stdin.on("error", () => undefined); // A command may end without reading its input.
  child.stdin.end(input ?? "");
  let kill: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    signalGroup(child.pid, "SIGINT");
    kill = setTimeout(() => signalGroup(child.pid, "SIGKILL"), GRACE);
  };
  signal.addEventListener("abort", interrupt, { once: true });
  child.once("exit", () => signalGroup(child.pid, "SIGKILL"));
  const [code] = (await once(child, "close")) as [number | null];
  signal.removeEventListener("abort", interrupt);
  clearTimeout(kill);
  return { exitCode: code ?? 1, output: lines.join("\n"), stdout: stdout.join("\n") };
}
