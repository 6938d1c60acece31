import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";

/**
 * A shell runs the server, so that the server ends with this process in every case: when the pipe that only this
 * process holds closes, the shell stops the server and removes the data.
 */
const KEEPER = `
signal=$1; folder=$2; shift 2
exec 3<&0
"$@" 3<&- &
server=$!
( cat <&3 >/dev/null; kill -s "$signal" $server 2>/dev/null ) &
wait $server; code=$?
exec 3<&-
rm -rf "$folder"
exit $code`;

export interface KeptServer {
  /** What the shell is called in a list of processes. */
  readonly name: string;
  /** How the server is stopped. */
  readonly signal: "INT" | "KILL";
  /** Its data, which is removed when it has ended. */
  readonly folder: string;
  readonly command: readonly string[];
}

/** Starts a server that ends with this process, or by `endServer`. */
export function startServer(
  { name, signal, folder, command }: KeptServer,
  options: Pick<SpawnOptions, "env" | "uid" | "gid"> & { readonly stderr: "pipe" | "ignore" },
): ChildProcess {
  const { stderr, ...account } = options;
  const server = spawn("/bin/sh", ["-c", KEEPER, name, signal, folder, ...command], {
    ...account,
    cwd: "/",
    stdio: ["pipe", "ignore", stderr],
    detached: true, // Ctrl-C in the terminal must not reach the server before its clients have ended.
  });
  // A server that has already ended gets no signal.
  server.stdin?.on("error", () => {});
  return server;
}

/** Ends a server, with its data. */
export async function endServer(server: ChildProcess, folder: string): Promise<void> {
  server.stdin?.end();
  if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  rmSync(folder, { recursive: true, force: true });
}
