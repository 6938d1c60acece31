import type { ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { endServer, freePort, removeAtEnd, startServer } from "../../../system";
import { programsOnPath } from "../../programs-on-path";
import type { KeyValue } from "../datastores";
import type { DatastoreServer } from "./datastore-servers";
import { probeTcp } from "./instances/health-check";

/** Programs that speak Redis's protocol, as packages of Debian, Homebrew and PyPI name them. */
const PROGRAMS = ["valkey-server", "redis-server"];
const READY_MS = 10_000;
const LOOK_AGAIN_MS = 20;

/** Starts a Valkey or Redis of this machine; undefined where it has none. */
export function startKeyValue(keyValue: KeyValue): Promise<DatastoreServer> | undefined {
  const [program] = PROGRAMS.flatMap((name) => programsOnPath(name));
  return program === undefined ? undefined : start(program, keyValue);
}

async function start(program: string, { maxmemoryPolicy }: KeyValue): Promise<DatastoreServer> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-key-value-"));
  const watch = removeAtEnd(folder);
  const settings = [
    ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
    // The data is needed for one run only.
    ...["--save", "", "--appendonly", "no", "--maxmemory-policy", maxmemoryPolicy.replaceAll("_", "-")],
  ];
  const server = startServer(
    { name: "key-value-keeper", signal: "KILL", folder, command: [program, ...settings] },
    { stderr: "ignore" },
  );
  try {
    await answering(server, port);
    watch.leave();
    return { address: `127.0.0.1:${port}`, stop: () => endServer(server, folder) };
  } catch (error) {
    await endServer(server, folder);
    watch.remove();
    throw error;
  }
}

async function answering(server: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until && server.exitCode === null) {
    if ((await probeTcp(port, READY_MS / 1000)) === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error("The Key Value's server does not answer.");
}
