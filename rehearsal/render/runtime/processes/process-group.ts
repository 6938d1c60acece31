import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";

/** The state of a process that has ended and waits for its parent: it holds neither port nor file. */
const DEAD = /^[ZX]/;
/** Where the number of threads is, counted from the state. */
const THREADS = 17;
const POLL_MS = 10;
/** A killed process that still exists after this time is stuck in the kernel and cannot be ended. */
const MAX_WAIT_MS = 5000;

/** A process may end between two reads; then it is in no group. */
const orNothing = <T>(reading: Promise<T>, nothing: T): Promise<T> => reading.catch(() => nothing);

interface Stat {
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly threads: number;
}

/**
 * What is read of a line of /proc/PID/stat: `pid (name) state ppid pgrp session …`; the name may hold brackets.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function parseStat(stat: string): Stat {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state = "", parent, group, session] = fields;
  return {
    state,
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    threads: Number(fields[THREADS]),
  };
}

/** Processes that were of other sessions when a group was last looked for, and when that was. */
interface Strangers {
  readonly pids: ReadonlySet<string>;
  readonly at: number;
}

/** For each group that is looked for. */
const strangers = new Map<number, Strangers>();
/** By then another process may have the number of one that has ended: the kernel gives them in turn. */
const KNOWN_MS = 1000;

/** The identifiers of all processes of this machine. @throws where there is no /proc */
export const allProcesses = (): string[] => readdirSync("/proc").filter((name) => /^\d+$/.test(name));

/**
 * A group that is started here is a session of its own, and no process of another session can join it: it is read once.
 * The kernel answers at once: by promises, the same reads of some hundred files take ten times as long.
 *
 * @see https://man7.org/linux/man-pages/man2/setpgid.2.html (EPERM)
 */
function fromProc(group: number): string[] {
  if (!hasProcess(group)) {
    strangers.delete(group);
    return [];
  }
  const now = performance.now();
  const last = strangers.get(group);
  const known = last !== undefined && now - last.at < KNOWN_MS ? last.pids : undefined;
  const others = new Set<string>();
  const members = allProcesses().filter((pid) => {
    if (known?.has(pid)) {
      others.add(pid);
      return false;
    }
    const its = statOf(pid);
    if (its.group === group) return !hasEnded(its);
    if (its.state !== "" && its.session !== group) others.add(pid);
    return false;
  });
  strangers.set(group, { pids: others, at: now });
  return members;
}

/** Whether the group has a process, be it one that has ended and was not asked for yet. */
function hasProcess(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function statOf(pid: string): Stat {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    // It has ended since.
    return parseStat("");
  }
}

/** Its first thread may have ended while another still holds its ports: then it has not. */
function hasEnded({ state, threads }: Stat): boolean {
  return state === "" || (DEAD.test(state) && !(threads > 1));
}

async function fromPs(group: number): Promise<string[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,pgid=,stat="]);
  return stdout.split("\n").flatMap((line) => {
    const [pid = "", itsGroup, state = ""] = line.trim().split(/\s+/);
    return Number(itsGroup) === group && !DEAD.test(state) ? [pid] : [];
  });
}

/** The same at once, where the system shows it; elsewhere none. */
export const liveProcessesNow = (group: number): string[] =>
  process.platform === "linux" ? fromProc(group) : [];

/** The identifiers of the group's processes that have not ended. */
export const liveProcesses = async (group: number): Promise<string[]> =>
  process.platform === "linux" ? fromProc(group) : fromPs(group);

async function until(condition: () => Promise<boolean>, limitMs: number): Promise<void> {
  const limit = Date.now() + limitMs;
  while (Date.now() < limit && !(await condition())) await delay(POLL_MS);
}

/** Waits until the last process of a killed group has ended, and its ports are free. */
export const untilGone = (group: number): Promise<void> =>
  until(async () => (await orNothing(liveProcesses(group), [])).length === 0, MAX_WAIT_MS);

/** Waits until only that process of the group is left, or the time is over. */
export const untilOnly = (group: number, pid: string, limitMs: number): Promise<void> =>
  until(async () => (await liveProcesses(group)).every((one) => one === pid), limitMs);

/** Waits until these killed processes have ended, whatever their groups. Linux only: elsewhere all count as ended. */
export const untilEnded = (pids: readonly string[]): Promise<void> =>
  until(async () => pids.every((pid) => hasEnded(statOf(pid))), MAX_WAIT_MS);
