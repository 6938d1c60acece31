import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { Client } from "pg";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";
import { giveTo, serverAccount } from "../../rehearsal/postgres/account";
import { nativeFolder, program, reachableFolder } from "../../rehearsal/postgres/binaries";
import { environment } from "../../rehearsal/postgres/data-folder";
import { endServer, freePort, startServer } from "../../system";

const SECRET = "r3plic4tes";

/** A server, and another that follows it by its write-ahead log. */
export interface Replicated {
  readonly primary: Postgres;
  /** The standby's, at 127.0.0.1. */
  readonly port: number;
  /** As the superuser, by the socket. */
  at(which: "primary" | "standby", text: string): Promise<readonly Record<string, unknown>[]>;
  /** Resolves when the standby has all that the primary has written. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes the standby as PostgreSQL's manual does without pg_basebackup (continuous-archiving: low-level base backup). */
export async function startReplicated(): Promise<Replicated> {
  const primary = await startPostgres({
    settings: ["wal_level=replica", "max_wal_senders=2", "wal_keep_size=64MB"],
  });
  const folder = mkdtempSync(join(tmpdir(), "portcullis-standby-"));
  const sessions = new Map<string, Client>();
  const port = await freePort();
  const session = async (which: "primary" | "standby"): Promise<Client> => {
    const known = sessions.get(which);
    if (known !== undefined) return known;
    const at =
      which === "primary" ? { host: primary.socketDirectory, port: primary.port } : { host: folder, port };
    const client = new Client({ ...at, user: primary.superuser, database: "postgres" });
    await client.connect();
    sessions.set(which, client);
    return client;
  };
  const at = async (which: "primary" | "standby", text: string) => {
    const answer = await (await session(which)).query(text);
    return answer.rows as readonly Record<string, unknown>[];
  };
  await at("primary", `CREATE ROLE replicates REPLICATION LOGIN PASSWORD '${SECRET}'`);
  const server = await follow(primary, { folder, port, at });
  return {
    primary,
    port,
    at,
    caughtUp: async () => {
      const [row] = await at("primary", "SELECT pg_current_wal_insert_lsn()::text AS written");
      for (let seen = false; !seen; ) {
        const [answer] = await at(
          "standby",
          `SELECT pg_last_wal_replay_lsn() >= '${row?.written}'::pg_lsn AS seen`,
        );
        seen = answer?.seen === true;
      }
    },
    stop: async () => {
      for (const client of sessions.values()) await client.end();
      await endServer(server, folder);
      await primary.stop();
    },
  };
}

type Placed = Pick<Replicated, "at" | "port"> & { readonly folder: string };

async function follow(primary: Postgres, { folder, port, at }: Placed) {
  const account = serverAccount();
  giveTo(account, folder);
  const native = reachableFolder(nativeFolder(), { uid: account.uid, copyTo: folder });
  const data = join(folder, "data");
  await at("primary", "SELECT pg_backup_start('standby', true)");
  await promisify(execFile)("cp", ["-Rp", join(primary.socketDirectory, "data"), data]);
  const [label] = await at("primary", "SELECT labelfile FROM pg_backup_stop(false)");
  const put = (name: string, text: string): void => {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    giveTo(account, join(data, name));
  };
  rmSync(join(data, "postmaster.pid"));
  put("backup_label", String(label?.labelfile));
  put("standby.signal", "");
  const conninfo = `host=127.0.0.1 port=${primary.port} user=replicates password=${SECRET}`;
  const settings = [
    ...["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off", "hot_standby=on"],
    ...["shared_buffers=16MB", "max_connections=60", "wal_level=replica", "max_wal_senders=2"],
    `primary_conninfo=${conninfo}`,
  ].flatMap((setting) => ["-c", setting]);
  const server = startServer(
    {
      name: "standby-keeper",
      signal: "INT",
      folder,
      command: [program(native, "postgres"), "-D", data, "-p", String(port), ...settings],
    },
    { ...account, env: environment(), stderr: "pipe" },
  );
  await new Promise<void>((resolve, reject) => {
    const last: string[] = [];
    server.once("exit", (code) => reject(new Error(`the standby ended with ${code}:\n${last.join("\n")}`)));
    if (server.stderr === null) throw new Error("the standby was started without a log");
    createInterface({ input: server.stderr }).on("line", (line) => {
      last.push(line);
      if (line.includes("database system is ready to accept read-only connections")) resolve();
    });
  });
  return server;
}
