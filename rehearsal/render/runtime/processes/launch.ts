import { type ChildProcess, execFile, spawn } from "node:child_process";
import { constants } from "node:os";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { signalGroup } from "../../../../system";
import { killEscaped, MARK } from "./escaped";
import { readLines } from "./lines";
import { liveProcesses, liveProcessesNow, untilGone, untilOnly } from "./process-group";

/**
 * Runs a command as the leader of its own process group, beside a watcher that holds a pipe to this process:
 * when this process ends in any way, SIGKILL included, the pipe closes and the watcher kills the whole group, and before
 * it what left the group and has its mark among its variables. The watcher has none, and ignores signals from its start
 * on: what is ignored is inherited. It keeps no output open: otherwise the end of the command's output would not be
 * seen. The signal is named with -s, as POSIX has it: dash reads the `--` after `-KILL` as a number, and sends no
 * signal. The pipe goes both ways: the watcher's process id comes back through it before the command begins.
 */
const GUARDED = `
trap '' TERM INT HUP
env -i PATH="$PATH" sh -c '
read -r _ <&3
if [ -n "$3" ]; then eval "$3"; fi
if [ -n "$2" ]; then
  for file in /proc/[0-9]*/environ; do
    if grep -qs "${MARK}=$2" "$file"; then pid=\${file#/proc/}; kill -s KILL "\${pid%/environ}"; fi
  done
fi
kill -s KILL -- -$1' watcher $$ "$${MARK}" "$1" >/dev/null 2>&1 &
echo $! >&3
exec 3<&-
trap - TERM INT HUP
exec sh -c "$0"
`;

/** How long to wait for output that a process outside of the group still holds open, in milliseconds. */
const STRAY_OUTPUT_MS = 1000;
const CLEAN_UP_MS = 20_000;

export interface Command {
  readonly text: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Of the group's processes, the service's own. @default all */
  readonly processes?: (group: number) => Promise<string[]>;
  /** What listened before, where the service's sockets may not be readable. */
  readonly since?: ReadonlySet<string>;
  /** Asks it to end. @default SIGTERM to the group */
  readonly terminate?: (group: number) => Promise<void>;
  /** A shell's line that removes what the command leaves outside of its group, run at its end or its owner's. */
  readonly afterwards?: string;
}

/** A running command with everything it started. */
export interface Running {
  readonly group: number;
  /** The service's own, by their ids. */
  readonly processes: () => Promise<string[]>;
  /** What listened before it, where its sockets may not be readable. */
  readonly since?: ReadonlySet<string> | undefined;
  /** As a shell gives it: 128 + n after signal n. By then all output is read and the whole group has ended. */
  readonly exited: Promise<number>;
  /** Undefined while it runs. */
  status(): number | undefined;
  /** Whether it ended by itself while something that it had started still ran; known once it has ended. */
  readonly leftBehind?: () => boolean;
  /** The memory limit that it was killed for, such as `512Mi`; undefined where it was not. */
  readonly overMemory?: () => string | undefined;
  /** SIGTERM to the group, SIGKILL to what is left of it after so many seconds; ends when all are gone. */
  stop(graceSeconds: number): Promise<void>;
}

/** SIGKILL to every process of the group. */
export const killGroup = (group: number): void => signalGroup(group, "SIGKILL");

/** The watcher's process id; undefined when the group ended before it was sent. */
function watcherOf(child: ChildProcess): Promise<string | undefined> {
  const link = child.stdio[3];
  return new Promise((resolve) => {
    if (link instanceof Readable) link.once("data", (data) => resolve(String(data).trim()));
    child.once("exit", () => resolve(undefined));
  });
}

/** Kills what is left of the group, and stops the wait for output that a process outside of it holds open. */
function kill(child: ChildProcess, group: number): void {
  signalGroup(group, "SIGKILL");
  const cut = (): void => {
    for (const stream of [child.stdout, child.stderr]) stream?.destroy();
  };
  const timer = setTimeout(cut, STRAY_OUTPUT_MS).unref();
  child.once("close", () => clearTimeout(timer));
}

function begin(command: Command): { child: ChildProcess; group: number } {
  const child = spawn("sh", ["-c", GUARDED, command.text, command.afterwards ?? ""], {
    cwd: command.folder,
    env: { ...command.environment },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  // Handled even where no process was started: an unhandled error would end this process.
  child.once("error", () => undefined);
  const group = child.pid;
  if (group === undefined)
    throw new Error(`No process could be started for the command in ${command.folder}.`);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) readLines(stream, command.onLine);
  }
  return { child, group };
}

/** Without an answer it is left: what has no container has nothing to remove. */
const cleanUp = ({ afterwards = "", environment }: Command): Promise<unknown> =>
  promisify(execFile)("sh", ["-c", afterwards], { env: { ...environment }, timeout: CLEAN_UP_MS }).catch(
    () => undefined,
  );

/** Starts a command. @throws Error when no process can be started, as where the folder is not there */
export function launch(command: Command): Running {
  const { child, group } = begin(command);
  const watcher = watcherOf(child);
  let watcherPid: string | undefined;
  void watcher.then((pid) => {
    watcherPid = pid;
  });
  let stopping = false;
  let leftBehind = false;
  let status: number | undefined;
  const exited = new Promise<number>((resolve) => {
    // A command that ends by itself takes its group along; a stopped one gets its time to end first.
    child.once("exit", () => {
      if (stopping) return;
      leftBehind = watcherPid !== undefined && liveProcessesNow(group).some((pid) => pid !== watcherPid);
      kill(child, group);
    });
    child.once("close", async (code, signal) => {
      await untilGone(group);
      const escaped = await killEscaped(command.environment[MARK]);
      leftBehind ||= escaped && !stopping;
      if (command.afterwards !== undefined) await cleanUp(command);
      status = code ?? 128 + (signal ? constants.signals[signal] : 0);
      resolve(status);
    });
  });
  const stop = async (graceSeconds: number): Promise<void> => {
    if (status !== undefined) return;
    stopping = true;
    if (command.terminate === undefined) signalGroup(group, "SIGTERM");
    else await command.terminate(group);
    const alone = await watcher;
    // Without a watcher the command has not begun.
    if (alone !== undefined) await untilOnly(group, alone, graceSeconds * 1000);
    kill(child, group);
    await exited;
  };
  const processes = (): Promise<string[]> => (command.processes ?? liveProcesses)(group);
  const seen = { status: () => status, leftBehind: () => leftBehind };
  return { group, processes, since: command.since, exited, ...seen, stop };
}
