import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../../../rehearsal/postgres";
import { clearLeftovers } from "../../../rehearsal/postgres/leftovers";

const SERVER = join(__dirname, "..", "..", "..", "rehearsal", "postgres");

describe("The embedded PostgreSQL", () => {
  it("is PostgreSQL 18, asks for SCRAM, and leaves nothing behind", async () => {
    const server = await startPostgres();
    const address = { host: server.host, port: server.port, user: server.adminUser, database: "postgres" };
    const client = new Client({ ...address, password: server.adminPassword });
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    assert.equal(Math.floor(rows[0].version / 10_000), 18);
    await client.end();
    await assert.rejects(new Client({ ...address, password: "wrong" }).connect(), { code: "28P01" });
    await server.stop();
    assert.equal(existsSync(server.socketDirectory), false);
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
    while (existsSync(data)) await new Promise((again) => setTimeout(again, 20));
  });

  it("clears the folder of a dead owner and leaves that of a living one", async () => {
    const parent = mkdtempSync(join(tmpdir(), "portcullis-test-"));
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    const dead = join(parent, `portcullis-postgres-${gone.pid}-aaaaaa`);
    const living = join(parent, `portcullis-postgres-${process.pid}-bbbbbb`);
    mkdirSync(join(dead, "data"), { recursive: true });
    mkdirSync(living);
    assert.deepEqual(clearLeftovers(parent), [dead]);
    assert.ok(existsSync(living));
    rmSync(parent, { recursive: true });
  });
});
