import assert from "node:assert/strict";
import { Client } from "pg";
import type { Postgres } from "../../rehearsal/postgres";
import { LyingService, TRUSTED, trustingPostgres } from "./lying-service";

describe("A verification of a service whose role is limited", function () {
  this.timeout(10 * 60_000);
  let postgres: Postgres;
  let service: LyingService;
  const run = async (text: string): Promise<void> => {
    const { host, port, adminUser: user, adminPassword: password } = postgres;
    const admin = new Client({ host, port, user, password, database: "postgres" });
    await admin.connect();
    await admin.query(text);
    await admin.end();
  };
  before(async () => {
    postgres = await trustingPostgres();
    await run(
      "CREATE SCHEMA app; CREATE TABLE app.ships (id int); GRANT USAGE ON SCHEMA app TO navigator; " +
        "GRANT SELECT, INSERT, UPDATE, DELETE ON app.ships TO navigator",
    );
    service = await LyingService.open(postgres);
  });
  after(async () => {
    await service.close();
    await postgres.stop();
  });

  const access = { privileges: "read-write", schemas: ["app"] } as const;
  async function database() {
    const { checks } = await service.verified({ access });
    const check = checks.find(({ name }) => name === "database");
    assert.ok(check);
    assert.doesNotMatch(JSON.stringify(checks), new RegExp(TRUSTED));
    return check;
  }

  it("does not pass a role whose statements end before they have done anything", async () => {
    await run("ALTER ROLE navigator SET statement_timeout = '1ms'");
    const { outcome, detail, correctiveAction = "" } = await database();
    await run("ALTER ROLE navigator RESET statement_timeout");
    assert.notEqual(outcome, "pass", detail);
    assert.match(detail, /`statement_timeout`/);
    assert.match(correctiveAction, /ALTER ROLE navigator RESET statement_timeout;/);
  });

  it("names the role's own limit of connections, and not the pool's size alone", async () => {
    await run("ALTER ROLE navigator CONNECTION LIMIT 0");
    const { outcome, mode, correctiveAction = "", detail } = await database();
    await run("ALTER ROLE navigator CONNECTION LIMIT -1");
    assert.deepEqual([outcome, mode], ["not-decided", "database/too-many-connections"], detail);
    assert.match(correctiveAction, /ALTER ROLE .* CONNECTION LIMIT/);
  });

  it("names the end of a password's time beside a wrong password, which PostgreSQL calls alike", async () => {
    await run("ALTER ROLE navigator VALID UNTIL '2020-01-01'");
    const { outcome, mode, correctiveAction = "", detail } = await database();
    await run("ALTER ROLE navigator VALID UNTIL 'infinity'");
    assert.deepEqual([outcome, mode], ["fail", "database/credentials"], detail);
    assert.match(correctiveAction, /VALID UNTIL/);
  });

  it("says that names without their schema are not found where `search_path` has it not", async () => {
    const { outcome, detail } = await database();
    assert.equal(outcome, "pass", detail);
    assert.match(detail, /its `search_path` \("\$user", public, extensions\) has no app/);
  });

  it("says nothing of limits that leave room, and of a path that has the schema", async () => {
    await run(
      "ALTER ROLE navigator SET search_path = app, public; ALTER ROLE navigator SET statement_timeout = '30s'; " +
        "ALTER ROLE navigator CONNECTION LIMIT 5 VALID UNTIL '2099-01-01'",
    );
    const { outcome, detail } = await database();
    assert.equal(outcome, "pass", detail);
    assert.match(detail, /may read the one table$/);
  });

  it("does not pass a role whose transactions end before they have done anything", async () => {
    await run("ALTER ROLE navigator RESET ALL; ALTER ROLE navigator SET transaction_timeout = '1ms'");
    const { outcome, detail, correctiveAction = "" } = await database();
    await run("ALTER ROLE navigator RESET transaction_timeout");
    assert.notEqual(outcome, "pass", detail);
    assert.match(detail, /`transaction_timeout`/);
    assert.match(correctiveAction, /ALTER ROLE navigator RESET transaction_timeout;/);
  });

  it("fails a role that may not log in, from whichever address", async () => {
    await run("ALTER ROLE navigator NOLOGIN");
    const { outcome, mode, correctiveAction = "", detail } = await database();
    await run("ALTER ROLE navigator LOGIN");
    assert.deepEqual([outcome, mode], ["fail", "database/auth-blocked"], detail);
    assert.match(correctiveAction, /ALTER ROLE .* LOGIN/);
  });

  it("fails a role that may not connect to the database, with the grant to type", async () => {
    await run("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
    const { outcome, correctiveAction = "", detail } = await database();
    await run("GRANT CONNECT ON DATABASE postgres TO PUBLIC");
    assert.equal(outcome, "fail", detail);
    assert.match(correctiveAction, /GRANT CONNECT ON DATABASE/);
  });

  it("fails a role whose `row_security` is off where a table has policies: each query ends in an error", async () => {
    await run(
      "ALTER TABLE app.ships ENABLE ROW LEVEL SECURITY; CREATE POLICY everyone ON app.ships USING (true); " +
        "ALTER ROLE navigator SET search_path = app; ALTER ROLE navigator SET row_security = off",
    );
    const { outcome, correctiveAction = "", detail } = await database();
    await run("ALTER ROLE navigator RESET row_security");
    const again = await database();
    await run("DROP POLICY everyone ON app.ships; ALTER TABLE app.ships DISABLE ROW LEVEL SECURITY");
    assert.equal(outcome, "fail", detail);
    assert.match(detail, /`row_security` is off, and app\.ships has row level security/);
    assert.match(correctiveAction, /ALTER ROLE navigator RESET row_security;/);
    assert.deepEqual(
      [again.outcome, again.detail.endsWith("may read the one table")],
      ["pass", true],
      again.detail,
    );
  });

  for (const where of ["ROLE navigator IN DATABASE postgres", "DATABASE postgres"]) {
    it(`names what takes \`row_security\` back where it is set: ${where}`, async () => {
      await run(
        "ALTER TABLE app.ships ENABLE ROW LEVEL SECURITY; CREATE POLICY everyone ON app.ships USING (true); " +
          `ALTER ${where} SET row_security = off`,
      );
      const { outcome, correctiveAction = "", detail } = await database();
      await run("DROP POLICY everyone ON app.ships; ALTER TABLE app.ships DISABLE ROW LEVEL SECURITY");
      await run(`ALTER ${where} RESET row_security`);
      assert.equal(outcome, "fail", detail);
      assert.equal(correctiveAction, `Type as an administrator: ALTER ${where} RESET row_security;`);
    });
  }

  it("names a sequence that has no number left, and fails no deploy for it", async () => {
    await run(
      "CREATE SEQUENCE app.numbers AS int; SELECT setval('app.numbers', 2147483647); CREATE SEQUENCE app.others; " +
        "SELECT setval('app.others', 5); GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA app TO navigator",
    );
    const { outcome, detail } = await database();
    await run("DROP SEQUENCE app.numbers, app.others");
    assert.equal(outcome, "pass", detail);
    assert.match(detail, /the sequence app\.numbers has no number left/);
    assert.doesNotMatch(detail, /others/);
  });

  it("says nothing of transactions and locks whose time leaves room", async () => {
    await run(
      "ALTER ROLE navigator SET transaction_timeout = '30s'; ALTER ROLE navigator SET lock_timeout = '2s'; " +
        "ALTER ROLE navigator SET idle_in_transaction_session_timeout = '5s'; ALTER ROLE navigator SET search_path = app",
    );
    const { outcome, detail } = await database();
    await run("ALTER ROLE navigator RESET ALL");
    assert.deepEqual([outcome, /may read the one table$/.test(detail)], ["pass", true], detail);
  });
});
