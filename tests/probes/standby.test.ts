import assert from "node:assert/strict";
import { asAdministrator } from "../../components/role/administrator";
import type { ManagedRole, RoleInputs, RoleState } from "../../components/role/inputs";
import { create, read } from "../../components/role/lifecycle";
import { DRIVERS } from "../../domain";
import { askDatabase, type ExpectedAccess } from "../../probes";
import { type Replicated, startReplicated } from "./replicated-postgres";

const PASSWORD = "c4nary/s3cret@v4lue";

describe("A database that follows another", function () {
  this.timeout(5 * 60_000);
  let pair: Replicated;
  const { signal } = new AbortController();
  before(async () => {
    pair = await startReplicated();
    await pair.at(
      "primary",
      `CREATE ROLE navigator LOGIN PASSWORD '${PASSWORD}'; CREATE SCHEMA app; CREATE TABLE app.ships (id serial);
       GRANT USAGE ON SCHEMA app TO navigator; GRANT SELECT, INSERT, UPDATE, DELETE ON app.ships TO navigator;
       GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO navigator; ALTER ROLE navigator SET search_path = app`,
    );
    await pair.caughtUp();
  });
  after(() => pair.stop());

  const url = (hosts: string, parameters = "") =>
    `postgresql://navigator:${encodeURIComponent(PASSWORD)}@${hosts}/postgres${parameters}`;
  const standby = () => `127.0.0.1:${pair.port}`;
  const primary = () => `127.0.0.1:${pair.primary.port}`;
  async function asked(
    address: string,
    privileges?: ExpectedAccess["privileges"],
    dialect = DRIVERS.psycopg.dialect,
  ) {
    const access = { schemas: ["app"], ...(privileges !== undefined && { privileges }) };
    const answer = await askDatabase(
      { url: address, addresses: {}, access, dialect, timeout: 60_000 },
      signal,
    );
    assert.doesNotMatch(JSON.stringify(answer), /c4nary|r3plic4tes/);
    return answer;
  }

  it("is no verdict on a role that is to write, and is named with what to change", async () => {
    const { outcome, reason, correctiveAction = "" } = await asked(url(standby()), "read-write");
    assert.equal(outcome, "not-decided", reason);
    assert.match(reason, /standby/);
    assert.match(correctiveAction, /URL lead to the server that this one follows/);
  });

  it("passes a role that is to read, and one of which nothing is declared, with the words", async () => {
    assert.equal((await asked(url(standby()), "read")).outcome, "pass");
    const { outcome, reason } = await asked(url(standby()));
    assert.equal(outcome, "pass");
    assert.match(reason, /writes none: the server is a standby/);
  });

  it("says of an attribute that the URL asks of its server that this one has it not", async () => {
    for (const wanted of ["read-write", "primary"]) {
      const { outcome, reason } = await asked(url(standby(), `?target_session_attrs=${wanted}`));
      assert.notEqual(outcome, "pass", reason);
      assert.match(reason, new RegExp(`target_session_attrs=${wanted}`));
    }
    for (const wanted of ["read-only", "standby"]) {
      const { outcome, reason } = await asked(url(primary(), `?target_session_attrs=${wanted}`), "read");
      assert.notEqual(outcome, "pass", reason);
      assert.match(reason, new RegExp(`target_session_attrs=${wanted}`));
    }
  });

  it("is not said of a server that has what the URL asks", async () => {
    for (const [host, wanted] of [
      [primary(), "read-write"],
      [primary(), "primary"],
      [primary(), "any"],
      [primary(), "prefer-standby"],
      [standby(), "read-only"],
      [standby(), "standby"],
      [standby(), "prefer-standby"],
    ] as const) {
      const { outcome, reason } = await asked(url(host, `?target_session_attrs=${wanted}`), "read");
      assert.equal(outcome, "pass", reason);
      assert.doesNotMatch(reason, /target_session_attrs/);
    }
  });

  it("is passed over where the URL names another host that has what it asks", async () => {
    const { outcome, reason } = await asked(
      url(`${standby()},${primary()}`, "?target_session_attrs=read-write"),
      "read-write",
    );
    assert.equal(outcome, "pass", reason);
    assert.match(reason, new RegExp(`${primary()} answered`));
  });

  it("is passed over where the first host of the URL does not answer", async () => {
    const { outcome, reason } = await asked(url(`127.0.0.1:1,${primary()}`), "read-write");
    assert.equal(outcome, "pass", reason);
    assert.match(reason, /127\.0\.0\.1:1 gave no answer/);
  });

  it("may lack what was granted a moment ago: not decided, and typed at the other server", async () => {
    await pair.at("standby", "SELECT pg_wal_replay_pause()");
    await pair.at(
      "primary",
      "CREATE TABLE app.docks (id int); GRANT SELECT, INSERT, UPDATE, DELETE ON app.docks TO navigator; CREATE ROLE later LOGIN PASSWORD 'x'",
    );
    // The role is not there yet, and the server says of it what it says of a wrong password; no other one is known.
    const {
      outcome,
      mode,
      correctiveAction = "",
    } = await asked(`postgresql://later:x@${standby()}/postgres`, "read");
    assert.deepEqual([outcome, mode], ["fail", "database/credentials"], correctiveAction);
    await pair.at("standby", "SELECT pg_wal_replay_resume()");
    await pair.caughtUp();
    assert.equal((await asked(url(standby()), "read")).outcome, "pass");
    await pair.at("primary", "REVOKE SELECT ON app.docks FROM navigator");
    await pair.caughtUp();
    for (const privileges of ["read", "read-write"] as const) {
      const answer = await asked(url(standby()), privileges);
      assert.equal(answer.outcome, "not-decided", answer.reason);
      assert.match(answer.reason, /may not read app\.docks/);
      assert.match(answer.reason, /standby/);
      assert.match(answer.correctiveAction ?? "", /at the server that this one follows\..*GRANT SELECT/);
    }
    await pair.at("primary", "DROP TABLE app.docks");
    await pair.caughtUp();
  });

  it("makes no role and has lost none: both say that it is a standby", async () => {
    const inputs = {
      manage: true,
      server: {
        host: "127.0.0.1",
        port: pair.port,
        tenant: "",
        database: "postgres",
        sslmode: "prefer",
      },
      ...{ adminUser: "postgres", adminPassword: pair.primary.adminPassword, addresses: {} },
      ...{ role: "shop", login: "shop", password: PASSWORD, importRole: false, privileges: "read" },
      ...{ schemas: ["app"], owners: ["postgres"], bypassRowLevelSecurity: false },
    } as const satisfies ManagedRole;
    await assert.rejects(create(inputs as RoleInputs), { message: /is a standby/ });
    await assert.rejects(read("shop", { ...inputs, missing: [], denied: [] } as RoleState), {
      message: /is a standby/,
    });
    // Nor is a question answered.
    const rows = await asAdministrator(inputs, (one) => one.ask("SELECT 1 AS one")).catch(String);
    assert.match(String(rows), /is a standby/);
  });

  it("is a server like any other once it is promoted", async () => {
    await pair.at("standby", "SELECT pg_promote()");
    const { outcome, reason } = await asked(url(standby(), "?target_session_attrs=read-write"), "read-write");
    assert.equal(outcome, "pass", reason);
  });

  it("is no longer what is said where `default_transaction_read_only` is on afterwards", async () => {
    await pair.at("standby", "ALTER DATABASE postgres SET default_transaction_read_only = on");
    const { outcome, reason, correctiveAction = "" } = await asked(url(standby()), "read-write");
    const attribute = await asked(url(standby(), "?target_session_attrs=read-write"), "read");
    assert.equal(outcome, "fail", reason);
    assert.doesNotMatch(reason, /standby/);
    assert.match(correctiveAction, /ALTER DATABASE postgres RESET default_transaction_read_only;/);
    assert.notEqual(attribute.outcome, "pass", attribute.reason);
    assert.match(attribute.reason, /target_session_attrs=read-write/);
  });
});
