import { hostname } from "node:os";
import { isRunning } from "../../system";
import { CommandError, EXIT } from "../exit-code";

/** Who holds a stack's lock, as Pulumi says it. */
export interface LockHolder {
  readonly user: string;
  readonly host: string;
  readonly pid: number;
  /** In ISO 8601, with the holder's own time zone. */
  readonly since: string;
}

/** What a backend answers where another command is changing the stack. */
export interface StackLock {
  /** Empty of Pulumi Cloud, which names none (pulumi.com/docs/iac/operations/troubleshooting/update-conflicts). */
  readonly holders: readonly LockHolder[];
}

/** A stack is being changed by another command, or one that was killed has left its lock. */
export class StackLockedError extends CommandError {
  constructor(stack: string, lock: StackLock) {
    super(lockWords(stack, lock), EXIT.failed);
  }
}

/** One line for each lock: files, object stores and PostgreSQL have the same ones (Pulumi 3.259, backend/diy/lock.go). */
const HOLDER = /: created by (\S.*)@(\S+) \(pid (\d+)\) at (\S+)/g;
const LOCKED = /\bthe stack is currently locked by \d+ lock\(s\)/;
const CONFLICT = /\[409\] Conflict: Another update is currently in progress/;

/** The lock that refused a command; undefined where another reason did. */
export function stackLockIn(output: string): StackLock | undefined {
  if (CONFLICT.test(output)) return { holders: [] };
  if (!LOCKED.test(output)) return undefined;
  const holders = [...output.matchAll(HOLDER)].map(([, user = "", host = "", pid = "", since = ""]) => ({
    ...{ user, host, pid: Number(pid), since },
  }));
  return { holders };
}

/** Who holds the lock, and what to type. */
export function lockWords(stack: string, { holders }: StackLock): string {
  const cancel = `\`pulumi cancel -s ${stack}\``;
  const who = holders.map(
    ({ user, host, pid, since }) => `${user} on ${host} (process ${pid}, since ${since})`,
  );
  const names = who.length === 0 ? "another command" : who.join(", and by ");
  const first = `${stack} is locked: ${names} is changing it. Nothing of it was changed.`;
  const ended = holders
    .filter(({ host, pid }) => host === hostname() && !isRunning(pid))
    .map(({ pid }) => pid);
  if (ended.length > 0 && ended.length === holders.length) {
    return (
      `${first}\nOn this machine there is no process ${ended.join(" and no ")} any more: it was killed and left its lock. ` +
      `Type ${cancel}, then the same command again.`
    );
  }
  return (
    `${first}\nWait until that has ended, then type the same command again. ` +
    `Type ${cancel} first only where you know that it was killed: it would fail otherwise.`
  );
}
