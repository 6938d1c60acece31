import assert from "node:assert/strict";
import { askDatabase } from "../../../probes";
import { PASSWORD, RoleAtPostgres } from "./role-at-postgres";
import { describeOnServers } from "./servers";

describeOnServers("What a table or a view calls as the role", function (server) {
  this.timeout(5 * 60_000);
  let at: RoleAtPostgres;
  before(async () => {
    at = await RoleAtPostgres.open(server);
  });
  after(() => at.close());
  afterEach(() => at.endSessions());
  let number = 0;
  let role = "";
  let app = "";
  const run = async (sql: string) => (await at.admin()).query(sql.replaceAll("APP", app));
  beforeEach(async () => {
    number += 1;
    role = `shop${number}`;
    app = `app${number}`;
    at.fresh();
    await run("CREATE SCHEMA APP");
  });
  const query = async (sql: string) => (await at.session(role, PASSWORD)).query(sql.replaceAll("APP", app));
  const verified = () => {
    const url = `postgresql://${role}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${at.postgres.port}/postgres`;
    const access = { schemas: [app], privileges: "read-write" } as const;
    return askDatabase({ url, addresses: {}, access, timeout: 60_000 }, new AbortController().signal);
  };

  // What a table runs as who writes or reads: what is there, in a schema `inner`, and what fails without EXECUTE.
  const CALLS = {
    "a generated column": [
      "CREATE TABLE APP.t (n int, twice int GENERATED ALWAYS AS (INNER.f(n)) STORED)",
      "INSERT INTO APP.t (n) VALUES (1)",
    ],
    "the check of a column's domain": [
      "CREATE DOMAIN APP.even AS int CHECK (INNER.f(VALUE) > 0); CREATE TABLE APP.t (n APP.even)",
      "INSERT INTO APP.t (n) VALUES (1)",
    ],
    "the expression of an index": [
      "CREATE TABLE APP.t (n int); CREATE INDEX ON APP.t (INNER.f(n))",
      "INSERT INTO APP.t (n) VALUES (1)",
    ],
    "the condition of an index": [
      "CREATE TABLE APP.t (n int); CREATE UNIQUE INDEX ON APP.t (n) WHERE INNER.f(n) > 0",
      "INSERT INTO APP.t (n) VALUES (1)",
    ],
    "the key of its partitions": [
      "CREATE TABLE APP.t (n int) PARTITION BY HASH (INNER.f(n)); CREATE TABLE APP.p PARTITION OF APP.t FOR VALUES WITH (MODULUS 1, REMAINDER 0)",
      "INSERT INTO APP.t (n) VALUES (1)",
    ],
    "a view": [
      "CREATE TABLE APP.t (n int); CREATE VIEW APP.v AS SELECT INNER.f(n) FROM APP.t",
      "SELECT * FROM APP.v",
    ],
    "the condition of a trigger": [
      `CREATE TABLE APP.t (n int); CREATE FUNCTION APP.nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
       CREATE TRIGGER now BEFORE INSERT ON APP.t FOR EACH ROW WHEN (INNER.f(NEW.n) > 0) EXECUTE FUNCTION APP.nothing()`,
      "INSERT INTO APP.t (n) VALUES (1)",
    ],
  } as const;
  for (const [what, [made, statement]] of Object.entries(CALLS)) {
    it(`names the function that ${what} calls where the role may not execute it, and what lets it`, async () => {
      const inner = `inner${number}`;
      await run(
        `CREATE SCHEMA INNER; CREATE FUNCTION INNER.f(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN $1; END';
        REVOKE EXECUTE ON FUNCTION INNER.f FROM PUBLIC; ${made}`.replaceAll("INNER", inner),
      );
      await at.up({ role, schemas: [app] });
      await assert.rejects(query(statement), /permission denied for function f/);
      const answer = await verified();
      // A query that leaves that column of the view out goes through.
      assert.equal(answer.outcome, what === "a view" ? "pass" : "fail", answer.reason);
      assert.match(answer.reason, new RegExp(`may not execute ${inner}\\.f\\(integer\\)`));
      const { correctiveAction = "" } = answer;
      await run(/`(GRANT [^`]*)`/.exec(answer.reason)?.[1] ?? correctiveAction.replace(/^[^:]*: /, ""));
      await query(statement);
      const again = await verified();
      assert.deepEqual([again.outcome, /may not/.test(again.reason)], ["pass", false], again.reason);
      assert.equal((await at.refresh()).changes, false);
    });
  }

  it("names it through a view of a view, and a domain of a domain", async () => {
    await run(`CREATE SCHEMA deep; CREATE FUNCTION deep.f(int) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN $1; END'; REVOKE EXECUTE ON FUNCTION deep.f FROM PUBLIC;
      CREATE TABLE APP.t (n int); CREATE VIEW deep.inner AS SELECT deep.f(n) FROM APP.t; CREATE VIEW APP.outer AS SELECT * FROM deep.inner;
      CREATE DOMAIN deep.even AS int CHECK (deep.f(VALUE) > 0); CREATE DOMAIN deep.four AS deep.even; CREATE TABLE APP.u (n deep.four)`);
    await at.up({ role, schemas: [app] });
    await assert.rejects(query("SELECT * FROM APP.outer"), /permission denied for function f/);
    await assert.rejects(query("INSERT INTO APP.u VALUES (2)"), /permission denied for function f/);
    const { outcome, reason } = await verified();
    assert.equal(outcome, "fail");
    assert.match(reason, new RegExp(`the view ${app}\\.outer calls`));
    assert.match(reason, new RegExp(`the check even_check of ${app}\\.u calls`));
  });

  it("says nothing of what PUBLIC may call, nor of a trigger's own function, which needs no right", async () => {
    await run(`CREATE SCHEMA open; CREATE FUNCTION open.f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1'; CREATE DOMAIN APP.even AS int DEFAULT 2 CHECK (open.f(VALUE) > 0);
      CREATE TABLE APP.t (n APP.even, m int); CREATE INDEX ON APP.t (open.f(m)); CREATE VIEW APP.v AS SELECT open.f(n) FROM APP.t;
      CREATE FUNCTION APP.nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; REVOKE EXECUTE ON FUNCTION APP.nothing FROM PUBLIC;
      CREATE TRIGGER now BEFORE INSERT ON APP.t FOR EACH ROW WHEN (NEW.n > 0) EXECUTE FUNCTION APP.nothing()`);
    await at.up({ role, schemas: [app] });
    await run(`REVOKE EXECUTE ON FUNCTION APP.nothing FROM ${role}`);
    await query("INSERT INTO APP.t (m) VALUES (1); SELECT * FROM APP.v");
    const { outcome, reason } = await verified();
    assert.deepEqual([outcome, /may not/.test(reason)], ["pass", false], reason);
  });

  it("is asked of a partitioned table as of any other", async () => {
    await run(
      "CREATE TABLE APP.events (id int, at date) PARTITION BY RANGE (at); CREATE TABLE APP.whole (id int)",
    );
    await at.up({ role, schemas: [app] });
    await run(`REVOKE ALL ON APP.events FROM ${role}`);
    const { outcome, reason } = await verified();
    assert.equal(outcome, "fail", reason);
    assert.match(reason, new RegExp(`may not read ${app}\\.events`));
  });
});
