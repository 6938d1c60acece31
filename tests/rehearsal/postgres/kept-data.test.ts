import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { type Postgres, startPostgres } from "../../../rehearsal/postgres";

/** As who logs in, what the query says. */
async function asked(
  server: Postgres,
  login: { user: string; password?: string; host?: string },
  sql: string,
) {
  const client = new Client({ host: server.host, port: server.port, database: "postgres", ...login });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

const ownerOf = ({ adminUser: user, adminPassword: password }: Postgres) => ({ user, password });
const superuserOf = ({ superuser: user, socketDirectory: host }: Postgres) => ({ user, host });

describe("The data of a new embedded PostgreSQL", () => {
  let folder: string;
  let cache: string | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "portcullis-kept-data-"));
    cache = process.env.PORTCULLIS_CACHE;
    process.env.PORTCULLIS_CACHE = join(folder, "cache");
  });

  afterEach(() => {
    if (cache === undefined) delete process.env.PORTCULLIS_CACHE;
    else process.env.PORTCULLIS_CACHE = cache;
    rmSync(folder, { recursive: true });
  });

  it("are kept once for all, without a password, and copied: each server has its own of both", async () => {
    const first = await startPostgres({ adminPassword: "the-first-ones" });
    const kept = readdirSync(join(folder, "cache"));
    assert.equal(kept.length, 1);
    await asked(first, ownerOf(first), "CREATE TABLE mine ()");
    const second = await startPostgres();
    assert.deepEqual(readdirSync(join(folder, "cache")), kept);
    assert.deepEqual(await asked(second, ownerOf(second), "SELECT to_regclass('mine') AS mine"), [
      { mine: null },
    ]);
    await assert.rejects(asked(second, ownerOf(first), "SELECT"), { code: "28P01" });
    const passwords = await asked(
      second,
      superuserOf(second),
      "SELECT rolname FROM pg_authid WHERE rolpassword IS NOT NULL",
    );
    assert.deepEqual(passwords, [{ rolname: "postgres" }]);
    await Promise.all([first.stop(), second.stop()]);
  });

  it("are made where none can be kept, and where what was kept is gone", async () => {
    writeFileSync(join(folder, "cache"), "a file");
    await (await startPostgres()).stop();
    rmSync(join(folder, "cache"));
    await (await startPostgres()).stop();
    const [kept = ""] = readdirSync(join(folder, "cache"));
    rmSync(join(folder, "cache", kept, "data"), { recursive: true });
    const server = await startPostgres();
    assert.deepEqual(await asked(server, ownerOf(server), "SELECT 1 AS one"), [{ one: 1 }]);
    await server.stop();
    assert.deepEqual(readdirSync(join(folder, "cache", kept)), ["data"]);
  });
});
