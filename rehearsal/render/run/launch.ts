import { spawn } from "node:child_process";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import { untilGone } from "./process-group";

/**
 * Runs a command as the leader of its own process group, beside a watcher that holds a pipe to this process:
 * when this process ends in any way, SIGKILL included, the pipe closes and the watcher kills the whole group.
 * The watcher keeps no output open, or the end of the command's output could not be told. The signal is named
 * by -s, as POSIX has it: dash takes the `--` after `-KILL` for a number, and kills nobody.
 */
const GUARDED = `
( trap '' TERM INT HUP; read -r _ <&3; kill -s KILL -- -$$ ) >/dev/null 2>&1 &
exec 3<&-
exec sh -c "$0"
`;

/** How long output is awaited that a process which left the group still holds open. */
const STRAY_OUTPUT_MS = 1000;

export interface Command {
  readonly text: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
}

/** A running command with everything it started. */
export interface Running {
  readonly group: number;
  /** The exit status as a shell gives it: 128 + n after signal n. All output has been read and the whole group is gone by then. */
  readonly exited: Promise<number>;
  /** Undefined while it runs. */
  status(): number | undefined;
  /** SIGTERM to the group, SIGKILL to what is left of it after so many seconds; ends when all are gone. */
  stop(graceSeconds: number): Promise<void>;
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    // Gone already, or (macOS) only zombies left.
    if (!["ESRCH", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

export function launch(command: Command): Running {
  const child = spawn("sh", ["-c", GUARDED, command.text], {
    cwd: command.folder,
    env: { ...command.environment },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  // Heard even where no process came to be: the error would end this process otherwise.
  child.once("error", () => undefined);
  const group = child.pid;
  if (group === undefined)
    throw new Error(`No process could be started for the command in ${command.folder}.`);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on("line", command.onLine);
  }
  let status: number | undefined;
  const exited = new Promise<number>((resolve) => {
    child.once("exit", () => {
      signalGroup(group, "SIGKILL");
      const cut = setTimeout(
        () => [child.stdout, child.stderr].map((stream) => stream?.destroy()),
        STRAY_OUTPUT_MS,
      );
      child.once("close", () => clearTimeout(cut));
    });
    child.once("close", async (code, signal) => {
      await untilGone(group);
      status = code ?? 128 + (signal ? constants.signals[signal] : 0);
      resolve(status);
    });
  });
  const stop = async (graceSeconds: number): Promise<void> => {
    if (status !== undefined) return;
    signalGroup(group, "SIGTERM");
    const timer = setTimeout(() => signalGroup(group, "SIGKILL"), graceSeconds * 1000);
    await exited;
    clearTimeout(timer);
  };
  return { group, exited, status: () => status, stop };
}
