import { spawn } from "node:child_process";
import type { Socket } from "node:net";

/**
 * Waits for the end of its owner's pipe, then removes the folder. What the owner started may be ended at the same moment
 * and still write: it looks again until the folder stays away. It ignores the signals of a terminal, which reach the
 * owner.
 */
const WATCHER = `
trap '' TERM INT HUP
read -r _
for turn in 1 2 3 4 5 6 7 8 9 10; do
  [ -e "$0" ] || exit 0
  rm -rf "$0"
  sleep 1
done`;

/**
 * Removes a folder when this process ends in any way, SIGKILL included. Where there is no POSIX shell, nothing watches.
 *
 * @returns ends the watch; what is left of the folder then is removed too
 */
export function removeAtEnd(folder: string): () => void {
  if (process.platform === "win32") return () => undefined;
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
  return () => watcher.stdin.end();
}
