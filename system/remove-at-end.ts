import { spawn } from "node:child_process";
import type { Socket } from "node:net";

/**
 * Waits for the end of its owner's pipe, then removes the folder, unless the owner has said `leave`. What the owner
 * started may be ended at the same moment and still write: it looks again until the folder stays away. It ignores the
 * signals of a terminal, which reach the owner.
 */
const WATCHER = `
trap '' TERM INT HUP
read -r said
[ "$said" != leave ] || exit 0
for turn in 1 2 3 4 5 6 7 8 9 10; do
  [ -e "$0" ] || exit 0
  rm -rf "$0"
  sleep 1
done`;

export interface FolderWatch {
  /** Ends the watch, and removes what is left of the folder. */
  remove(): void;
  /** Ends the watch; the folder stays. */
  leave(): void;
}

const NONE: FolderWatch = { remove: () => undefined, leave: () => undefined };

/** Removes a folder when this process ends in any way, SIGKILL included. Where there is no POSIX shell, nothing watches. */
export function removeAtEnd(folder: string): FolderWatch {
  if (process.platform === "win32") return NONE;
  const watcher = spawn("/bin/sh", ["-c", WATCHER, folder], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  // Without a watcher the next run removes what this one left.
  watcher.once("error", () => undefined);
  watcher.stdin.on("error", () => undefined);
  watcher.unref();
  (watcher.stdin as Socket).unref();
  return { remove: () => watcher.stdin.end(), leave: () => watcher.stdin.end("leave\n") };
}
