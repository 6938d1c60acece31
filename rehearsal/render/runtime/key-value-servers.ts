import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, removeAtEnd } from "../../../system";
import type { KeyValue } from "../datastores";

/** Programs that speak Redis's protocol, as packages of Debian, Homebrew and PyPI name them. */
const PROGRAMS = ["valkey-server", "redis-server"];
const READY_MS = 10_000;
const LOOK_AGAIN_MS = 20;

interface Running {
  readonly process: ChildProcess;
  readonly folder: string;
}

/** Runs a Valkey or Redis of this machine for each Key Value instance of one embedded Render; where it has none, nothing. */
export class KeyValueServers {
  private readonly servers = new Map<string, Promise<Running | undefined>>();

  /** Starts a server; the instance says where it answers. Where there is no program, it is in the books alone. */
  open(keyValue: KeyValue): void {
    const program = programOnPath();
    if (program === undefined) return;
    keyValue.status = "creating";
    const started = start(program, keyValue).then(
      ({ port, ...running }) => {
        keyValue.address = `127.0.0.1:${port}`;
        keyValue.status = "available";
        return running;
      },
      () => {
        keyValue.status = "unavailable";
        return undefined;
      },
    );
    this.servers.set(keyValue.id, started);
  }

  /** Ends the server, with its data. */
  async remove({ id }: Pick<KeyValue, "id">): Promise<void> {
    const server = this.servers.get(id);
    this.servers.delete(id);
    const running = await server;
    if (running !== undefined) await end(running);
  }

  async stop(): Promise<void> {
    await Promise.all([...this.servers.keys()].map((id) => this.remove({ id })));
  }
}

function programOnPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A shell ends the server when the pipe that only this process holds closes, also where this process is killed. */
const KEEPER = `
exec 3<&0
"$@" 3<&- &
server=$!
( cat <&3 >/dev/null; kill -s KILL $server 2>/dev/null ) &
wait $server
exec 3<&-`;

async function start(
  program: string,
  { maxmemoryPolicy }: KeyValue,
): Promise<Running & { readonly port: number }> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-key-value-"));
  const watch = removeAtEnd(folder);
  const policy = maxmemoryPolicy.replaceAll("_", "-");
  const settings = [
    ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
    // The data is needed for one run only.
    ...["--save", "", "--appendonly", "no", "--maxmemory-policy", policy],
  ];
  const server = spawn("/bin/sh", ["-c", KEEPER, "key-value-keeper", program, ...settings], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true, // Ctrl-C in the terminal must not reach the server before its clients have ended.
    cwd: "/",
  });
  server.stdin?.on("error", () => undefined);
  const running = { process: server, folder };
  try {
    await answering(server, port);
    server.once("exit", () => watch.remove());
    return { ...running, port };
  } catch (error) {
    await end(running);
    watch.remove();
    throw error;
  }
}

async function answering(server: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until && server.exitCode === null) {
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error("The Key Value's server does not answer.");
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });

async function end({ process: server, folder }: Running): Promise<void> {
  server.stdin?.end();
  if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  rmSync(folder, { recursive: true, force: true });
}
