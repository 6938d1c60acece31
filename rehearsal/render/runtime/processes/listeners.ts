import { execFile } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { promisify } from "node:util";
import type { Running } from "./launch";
import { allProcesses } from "./process-group";

/** What is asked for its sockets. */
type Asked = Pick<Running, "group" | "processes" | "since">;

/** A listening TCP socket of a process group. */
export interface Listener {
  readonly port: number;
  /** Whether it takes connections from other machines: bound to 0.0.0.0 or, dual-stack, to `::`. */
  readonly open: boolean;
}

const LISTENING = "0A";
/** Where the inode is in a row: `Num RefCount Protocol Flags Type St Inode Path`. @see https://man7.org/linux/man-pages/man7/unix.7.html */
const INODE_OF_UNIX = 6;
const ANY = new Set(["00000000", "00000000000000000000000000000000"]);

/** Rows of /proc/net/tcp and tcp6 that listen, by inode. @see https://docs.kernel.org/networking/proc_net_tcp.html */
export function parseSockets(table: string): Map<string, Listener> {
  const sockets = new Map<string, Listener>();
  for (const row of table.split("\n").slice(1)) {
    const [, local = "", , state, , , , , , inode] = row.trim().split(/\s+/);
    if (state !== LISTENING || inode === undefined) continue;
    const [address = "", port = ""] = local.split(":");
    sockets.set(inode, { port: Number.parseInt(port, 16), open: ANY.has(address) });
  }
  return sockets;
}

/** Reads of /proc, which the kernel answers at once. A process may end between two; then it listens no longer. */
function orNothing<T>(read: () => T, nothing: T): T {
  try {
    return read();
  } catch {
    return nothing;
  }
}

function inodesOf(pid: string): string[] {
  const folder = `/proc/${pid}/fd`;
  return orNothing(() => readdirSync(folder), []).flatMap((name) => {
    const link = orNothing(() => readlinkSync(`${folder}/${name}`), "");
    return /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? [];
  });
}

function hostSockets(): Map<string, Listener> {
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].map((file) =>
    orNothing(() => readFileSync(file, "utf8"), ""),
  );
  return new Map(tables.flatMap((table) => [...parseSockets(table)]));
}

/** All sockets of this machine that listen, by their inodes; none where there is no /proc. */
export const hostListeners = async (): Promise<ReadonlySet<string>> => new Set(hostSockets().keys());

/**
 * Whether a socket may be one of TCP. For those the kernel walks through all connections of the machine, which takes
 * longer than all else here; and pipes from Node are sockets of this machine alone, which a process has from its start.
 */
function isOfNetwork(): (inode: string) => boolean {
  const rows = orNothing(() => readFileSync("/proc/net/unix", "utf8"), "").split("\n");
  const local = new Set(rows.map((row) => row.split(/\s+/)[INODE_OF_UNIX]));
  return (inode) => !local.has(inode);
}

async function fromProc({ processes, since }: Asked): Promise<Listener[]> {
  const pids = await processes();
  const inodes = pids.flatMap(inodesOf);
  if (since === undefined || inodes.length > 0 || pids.length === 0) {
    if (!inodes.some(isOfNetwork())) return [];
    const sockets = hostSockets();
    return inodes.flatMap((inode) => sockets.get(inode) ?? []);
  }
  // Of an account whose processes cannot be read: what has begun to listen since, and belongs to no other.
  const sockets = hostSockets();
  const all = orNothing(allProcesses, []);
  const others = new Set(all.flatMap(inodesOf));
  return [...sockets].flatMap(([inode, one]) => (since.has(inode) || others.has(inode) ? [] : [one]));
}

/** Lines of `lsof -F n` that name an address: `n*:8000`, `n127.0.0.1:8000`, `n[::]:8000`. */
export function parseLsof(output: string): Listener[] {
  return [...output.matchAll(/^n(.*):(\d+)$/gm)].map(([, host = "", port = ""]) => ({
    port: Number(port),
    open: ["*", "0.0.0.0", "[::]"].includes(host),
  }));
}

async function fromLsof(group: number): Promise<Listener[]> {
  const run = promisify(execFile);
  // lsof ends with 1 when nothing matches.
  const asked = run("lsof", ["-nP", "-a", "-iTCP", "-sTCP:LISTEN", "-g", String(group), "-F", "n"]);
  return parseLsof((await asked.catch(() => ({ stdout: "" }))).stdout);
}

/** What the service's processes listen on, each port once, open before loopback. */
export async function listenersOf(running: Asked): Promise<Listener[]> {
  const found = await (process.platform === "linux" ? fromProc(running) : fromLsof(running.group));
  const byPort = new Map<number, Listener>();
  for (const listener of found) {
    if (listener.open || !byPort.has(listener.port)) byPort.set(listener.port, listener);
  }
  return [...byPort.values()].sort((a, b) => a.port - b.port);
}
