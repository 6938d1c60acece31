// Longer than 200 lines: one list of what statements need, on one server.
import assert from "node:assert/strict";
import { Client } from "pg";
import { askDatabase, type ExpectedAccess } from "../../probes";
import { type Postgres, startPostgres } from "../../rehearsal/postgres";

const PASSWORD = "c4nary/s3cret@v4lue";

describe("What a statement of a role needs beside the grants of its table", () => {
  let postgres: Postgres;
  let schemas = 0;
  const { signal } = new AbortController();
  const run = async (text: string) => {
    const { socketDirectory: host, port, superuser: user } = postgres;
    const admin = new Client({ host, port, user, database: "postgres" });
    await admin.connect();
    await admin.query(text);
    await admin.end();
  };

  before(async () => {
    postgres = await startPostgres();
    await run(
      `CREATE ROLE navigator LOGIN PASSWORD '${PASSWORD}'; CREATE SCHEMA audit; CREATE SCHEMA numbers`,
    );
  });
  after(() => postgres.stop());

  /** What is said of a new schema `used_N` with all that the role is granted, after SQL that names it `used`. */
  async function asked(sql: string, privileges?: ExpectedAccess["privileges"]) {
    schemas += 1;
    const used = `used_${schemas}`;
    const named = sql.replaceAll("used", used);
    const [made = "", after = ""] = named.split("-- after the grants");
    await run(`CREATE SCHEMA ${used}; GRANT USAGE ON SCHEMA ${used} TO navigator; ${made};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${used} TO navigator;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${used} TO navigator;
      ALTER ROLE navigator SET search_path = ${used}; ${after}`);
    const password = encodeURIComponent(PASSWORD);
    const url = `postgresql://navigator:${password}@127.0.0.1:${postgres.port}/postgres`;
    const access = { schemas: [used], ...(privileges !== undefined && { privileges }) };
    const ask = () => askDatabase({ url, addresses: {}, access, timeout: 60_000 }, signal);
    const plain = (text = ""): string => text.replaceAll(used, "used");
    const { outcome, reason, correctiveAction } = await ask();
    return { outcome, reason: plain(reason), action: plain(correctiveAction), ask, plain };
  }
  const CLEAN = /may read (?:the one table|all \d+ tables)$/;

  it("gives the grant to type where a role of which nothing is declared reads and may not write", async () => {
    const { outcome, reason, ask } = await asked(
      "CREATE TABLE used.ships (id int)-- after the grants\nREVOKE INSERT, UPDATE, DELETE ON used.ships FROM navigator",
    );
    assert.equal(outcome, "pass");
    const grant = /may not write used\.ships \(`(GRANT .* TO navigator;)` lets it\)/.exec(reason)?.[1];
    assert.equal(grant, "GRANT INSERT, UPDATE, DELETE ON TABLE used.ships TO navigator;");
    await run(grant.replaceAll("used", `used_${schemas}`));
    assert.match((await ask()).reason, CLEAN);
  });

  const VIEW = "CREATE VIEW used.names WITH (security_invoker) AS SELECT";
  it("names the columns that a view asks for as who reads it, where the role may read others alone", async () => {
    const { outcome, reason } = await asked(
      `CREATE TABLE audit.people (id int, name text, salary int); GRANT SELECT (id, name) ON audit.people TO navigator;
       ${VIEW} id, salary FROM audit.people`,
    );
    assert.equal(outcome, "pass");
    assert.match(reason, /the view used\.names \(of audit\.people \(salary\)\) asks as who reads it/);
  });

  it("says nothing of such a view whose columns the role may read, nor of what its rules write", async () => {
    const { reason } = await asked(
      `CREATE TABLE audit.staff (id int, name text, salary int); GRANT SELECT (id, name) ON audit.staff TO navigator;
       CREATE TABLE audit.changes (id int);
       ${VIEW} id, upper(name) AS name FROM audit.staff WHERE id > 0;
       CREATE RULE kept AS ON INSERT TO used.names DO INSTEAD INSERT INTO audit.changes VALUES (new.id);
       CREATE VIEW used.number WITH (security_invoker) AS SELECT count(*) FROM audit.staff`,
    );
    assert.match(reason, CLEAN);
  });

  const NUMBERED = `CREATE SEQUENCE numbers.used; CREATE TABLE used.ships (id int DEFAULT nextval('numbers.used'))`;
  it("says which default takes a number of another schema's sequence that the role may not use", async () => {
    const { outcome, reason, action, ask } = await asked(NUMBERED, "read-write");
    assert.equal(outcome, "fail", reason);
    assert.match(
      reason,
      /may not use the sequence numbers\.used, of which used\.ships \(id\) takes its default/,
    );
    const grant = /GRANT USAGE ON SEQUENCE numbers\.used TO navigator;/.exec(action)?.[0] ?? "";
    await run(grant.replaceAll("used", `used_${schemas}`));
    assert.match((await ask()).reason, CLEAN);
  });

  it("and passes with these words where nothing is declared, and with none where the role only reads", async () => {
    const { outcome, reason } = await asked(NUMBERED);
    assert.equal(outcome, "pass");
    assert.match(reason, /numbers\.used, of which .*`GRANT USAGE ON SEQUENCE numbers\.used TO navigator;`/);
    assert.match((await asked(NUMBERED, "read")).reason, CLEAN);
  });

  it("says which function a default or a check calls that the role may not execute", async () => {
    const { outcome, reason, action } = await asked(
      `CREATE FUNCTION audit.used_code() RETURNS text LANGUAGE sql AS 'SELECT 1::text';
       REVOKE EXECUTE ON FUNCTION audit.used_code() FROM PUBLIC;
       CREATE FUNCTION audit.used_fits(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
       REVOKE EXECUTE ON FUNCTION audit.used_fits(text) FROM PUBLIC;
       CREATE TABLE used.ships (code text DEFAULT audit.used_code() CHECK (audit.used_fits(code)))`,
      "read-write",
    );
    assert.equal(outcome, "fail", reason);
    assert.match(reason, /audit\.used_code\(\), .*audit\.used_fits\(text\)/);
    assert.match(
      action,
      /GRANT EXECUTE ON FUNCTION audit\.used_code\(\), audit\.used_fits\(text\) TO navigator;/,
    );
  });

  const TRIGGER = (security: string, body = "INSERT INTO audit.log VALUES (now()); RETURN new;") => `
    CREATE TABLE IF NOT EXISTS audit.log (at timestamptz); CREATE TABLE used.ships (id int);
    CREATE FUNCTION used.noted() RETURNS trigger LANGUAGE plpgsql ${security} AS $$ BEGIN ${body} END $$;
    CREATE TRIGGER noted AFTER INSERT ON used.ships FOR EACH ROW EXECUTE FUNCTION used.noted()`;
  it("does not decide on a trigger whose function writes, as who asks, what the role may not", async () => {
    const { outcome, reason, action } = await asked(TRIGGER(""), "read-write");
    assert.equal(outcome, "not-decided", reason);
    assert.match(
      reason,
      /the trigger noted of used\.ships runs used\.noted\(\) as navigator, which names audit\.log/,
    );
    assert.match(
      action,
      /GRANT USAGE ON SCHEMA audit TO navigator; GRANT INSERT ON TABLE audit\.log TO navigator;/,
    );
  });

  for (const [what, body, grant] of [
    [
      "a sequence",
      "new.id := nextval('audit.numbers'); RETURN new;",
      "GRANT USAGE ON SEQUENCE audit.numbers TO navigator;",
    ],
    [
      "a function",
      "new.id := audit.code(); RETURN new;",
      "GRANT EXECUTE ON FUNCTION audit.code() TO navigator;",
    ],
    [
      "a function of a query",
      "PERFORM 1 WHERE audit.code() > 0; RETURN new;",
      "GRANT EXECUTE ON FUNCTION audit.code() TO navigator;",
    ],
  ] as const)
    it(`does not decide on a trigger whose function calls ${what} that the role may not use`, async () => {
      await run(`CREATE SEQUENCE IF NOT EXISTS audit.numbers; CREATE OR REPLACE FUNCTION audit.code() RETURNS int LANGUAGE sql AS 'SELECT 1';
        REVOKE ALL ON FUNCTION audit.code FROM PUBLIC, navigator; REVOKE ALL ON SEQUENCE audit.numbers FROM navigator; REVOKE ALL ON SCHEMA audit FROM navigator`);
      const { outcome, reason, action, ask } = await asked(
        TRIGGER("", body).replace("AFTER", "BEFORE"),
        "read-write",
      );
      assert.equal(outcome, "not-decided", reason);
      assert.match(
        reason,
        /the trigger noted of used\.ships runs used\.noted\(\) as navigator, which calls audit\./,
      );
      assert.ok(action.includes(grant), action);
      await run(action.replace(/^[^:]*: /, ""));
      assert.match((await ask()).reason, CLEAN);
    });

  it("says so and passes where nothing is declared", async () => {
    const { outcome, reason } = await asked(TRIGGER(""));
    assert.equal(outcome, "pass");
    assert.match(reason, /which names audit\.log, that navigator may not write/);
  });

  it("says where a trigger's function cannot be followed, and passes", async () => {
    const { outcome, reason } = await asked(
      TRIGGER("", "EXECUTE format('INSERT INTO %I.log VALUES (now())', tg_argv[0]); RETURN new;"),
      "read-write",
    );
    assert.equal(outcome, "pass");
    assert.match(reason, /not decided: what the trigger noted of used\.ships writes as navigator/);
  });

  it("says nothing of a trigger that writes as its owner, or nothing, or what the role may", async () => {
    for (const trigger of [
      TRIGGER("SECURITY DEFINER"),
      TRIGGER(
        "",
        "new.id := 1; -- INSERT INTO audit.log\n RAISE NOTICE 'insert into audit.log'; RETURN new;",
      ),
      TRIGGER(
        "",
        "new.id := abs(pg_catalog.length('nextval(''audit.numbers'')')); -- audit.code()\n RETURN new;",
      ),
      TRIGGER("", "INSERT INTO used.kept VALUES (1); RETURN new;").replace(
        "CREATE TABLE used.ships",
        "CREATE TABLE used.kept (id int); CREATE TABLE used.ships",
      ),
      `${TRIGGER("")}; ALTER TABLE used.ships DISABLE TRIGGER noted`,
    ])
      assert.match((await asked(trigger, "read-write")).reason, CLEAN, trigger);
  });

  it("says which table a policy asks that the role may not read: each query of its table fails", async () => {
    const { outcome, reason, action } = await asked(
      `CREATE TABLE audit.used_members (id int); CREATE TABLE used.ships (id int);
       ALTER TABLE used.ships ENABLE ROW LEVEL SECURITY;
       CREATE POLICY own ON used.ships USING (id IN (SELECT m.id FROM audit.used_members m))`,
      "read",
    );
    assert.equal(outcome, "fail", reason);
    assert.match(
      reason,
      /the policy own of used\.ships asks audit\.used_members, which navigator may not read/,
    );
    assert.match(action, /GRANT SELECT ON TABLE audit\.used_members TO navigator;/);
  });

  it("asks no grant for a partition, which is reached through its table", async () => {
    const { outcome, reason } = await asked(
      `CREATE TABLE used.events (id int, at date) PARTITION BY RANGE (at)-- after the grants
       CREATE TABLE used.events_2026 PARTITION OF used.events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`,
      "read-write",
    );
    assert.equal(outcome, "pass", reason);
  });
});
