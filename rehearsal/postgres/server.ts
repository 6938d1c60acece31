import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endServer, freePort, removeAtEnd, startServer } from "../../system";
import type { Certificate } from "../certificate";
import { giveTo, serverAccount } from "./account";
import { nativeFolder, program, reachableFolder } from "./binaries";
import { environment, makeData, type Place } from "./data-folder";
import { encryptionIn } from "./encryption";
import { clearLeftovers, folderPrefix } from "./leftovers";
import { ADMIN, SUPERUSER } from "./supabase";

/** A PostgreSQL server that belongs to this process and ends with it. */
export interface Postgres {
  readonly host: "127.0.0.1";
  readonly port: number;
  /** As a Supabase project's owner: no superuser, but it makes roles and owns the database. */
  readonly adminUser: string;
  readonly adminPassword: string;
  /** May do everything, and logs in by the socket alone. */
  readonly superuser: string;
  /** A folder that only this user and the server may enter. The pooler connects through the socket in it. */
  readonly socketDirectory: string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** The folder of the data while the server runs. @default the operating system's folder for temporary files */
  readonly parent?: string;
  readonly adminPassword?: string;
  /** By which it speaks TLS with a client that asks for it. @default it speaks none */
  readonly certificate?: Certificate;
  readonly onLog?: (line: string) => void;
  /** The main file of the npm package of its programs: another version of the server. @default the embedded one */
  readonly programs?: string;
  /** Further settings of the server, such as `wal_level=replica`. They win over its own. */
  readonly settings?: readonly string[];
}

const READY = "database system is ready to accept connections";
const LAST_LINES = 12;
const PORT_TAKEN = /Address already in use/;
const ATTEMPTS = 3;

/**
 * Starts a new PostgreSQL that asks for SCRAM on TCP. Its Unix socket trusts every process that can enter the folder:
 * the pooler there has already checked the password.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  clearLeftovers(options.parent ?? tmpdir());
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(options);
    } catch (error) {
      // Another process may have taken the port since.
      if (attempt === ATTEMPTS || !PORT_TAKEN.test(String(error))) throw error;
    }
  }
}

async function start(options: PostgresOptions): Promise<Postgres> {
  const { programs, parent = tmpdir(), adminPassword = randomBytes(18).toString("base64url") } = options;
  const account = serverAccount();
  const folder = mkdtempSync(join(parent, folderPrefix()));
  // The keeper begins with the server: this process may be killed before.
  const watch = removeAtEnd(folder);
  try {
    giveTo(account, folder);
    const native = reachableFolder(nativeFolder(programs), { uid: account.uid, copyTo: folder });
    await makeData({ native, folder, account }, { programs, adminPassword });
    const { certificate } = options;
    const encryption = certificate === undefined ? [] : encryptionIn(folder, account, certificate);
    const port = await freePort();
    const server = await run({
      native,
      folder,
      account,
      port,
      settings: [...encryption, ...(options.settings ?? [])],
      onLog: options.onLog ?? (() => {}),
    });
    watch.leave();
    return {
      host: "127.0.0.1",
      port,
      adminUser: ADMIN,
      adminPassword,
      superuser: SUPERUSER,
      socketDirectory: folder,
      stop: () => endServer(server, folder),
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    watch.remove();
    throw error;
  }
}

interface Run extends Place {
  readonly port: number;
  readonly settings: readonly string[];
  readonly onLog: (line: string) => void;
}

async function run({ native, folder, account, port, settings: further, onLog }: Run): Promise<ChildProcess> {
  const settings = [
    ...["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "unix_socket_permissions=0700"],
    // The data is needed for one run only: durability would only cost time.
    ...[
      "fsync=off",
      "synchronous_commit=off",
      "full_page_writes=off",
      "shared_buffers=16MB",
      "max_connections=60",
    ],
    ...["autovacuum=off", "max_wal_senders=0", "wal_level=minimal", "log_min_messages=log"],
    // As Supabase has it: its extensions are in a schema of their own.
    'search_path="$user", public, extensions',
    ...further,
  ].flatMap((setting) => ["-c", setting]);
  const command = [program(native, "postgres"), "-D", join(folder, "data"), "-p", String(port), ...settings];
  const server = startServer(
    { name: "postgres-keeper", signal: "INT", folder, command },
    { ...account, env: environment(), stderr: "pipe" },
  );
  await ready(server, onLog);
  return server;
}

function ready(server: ChildProcess, onLog: (line: string) => void): Promise<void> {
  const last: string[] = [];
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => {
      reject(new Error(`PostgreSQL ended with ${code} before it was ready:\n${last.join("\n")}`));
    });
    if (server.stderr === null) throw new Error("PostgreSQL was started without a log.");
    createInterface({ input: server.stderr }).on("line", (line) => {
      last.push(line);
      if (last.length > LAST_LINES) last.shift();
      onLog(line);
      if (line.includes(READY)) resolve();
    });
  });
}
