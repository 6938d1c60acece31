import assert from "node:assert/strict";
import { DRIVERS } from "../../domain";
import { askDatabase } from "../../probes";
import { type Replicated, startReplicated } from "./replicated-postgres";
import { startingServer } from "./starting-server";

const PASSWORD = "c4nary/s3cret@v4lue";
/** A port that no server has. */
const NO_SERVER = "127.0.0.1:1";

describe("One login at several hosts", function () {
  this.timeout(5 * 60_000);
  let pair: Replicated;
  const { signal } = new AbortController();
  before(async () => {
    pair = await startReplicated();
    await pair.at(
      "primary",
      `CREATE ROLE navigator LOGIN PASSWORD '${PASSWORD}'; CREATE ROLE asleep NOLOGIN PASSWORD '${PASSWORD}';
       CREATE ROLE rotated LOGIN PASSWORD 'the old one'; CREATE SCHEMA app; CREATE TABLE app.ships (id int);
       GRANT USAGE ON SCHEMA app TO PUBLIC; GRANT SELECT ON app.ships TO PUBLIC`,
    );
    await pair.caughtUp();
    await pair.at("standby", "SELECT pg_wal_replay_pause()");
    await pair.at("primary", `CREATE ROLE later LOGIN PASSWORD '${PASSWORD}'`);
    await pair.at("primary", "ALTER ROLE asleep LOGIN");
    await pair.at("primary", `ALTER ROLE rotated PASSWORD '${PASSWORD}'`);
    await pair.at("primary", "CREATE DATABASE harbour");
  });
  after(() => pair.stop());

  const standby = () => `127.0.0.1:${pair.port}`;
  const primary = () => `127.0.0.1:${pair.primary.port}`;

  interface Asked {
    readonly user?: string;
    readonly password?: string;
    readonly database?: string;
    readonly query?: string;
  }

  async function asked(hosts: readonly string[], more: Asked = {}) {
    const { user = "later", password = PASSWORD, database = "postgres", query = "" } = more;
    const url = `postgresql://${user}:${encodeURIComponent(password)}@${hosts.join(",")}/${database}${query}`;
    return askUrl(url);
  }

  async function askUrl(url: string, dialect = DRIVERS.psycopg.dialect) {
    const access = { schemas: ["app"], privileges: "read" } as const;
    const answer = await askDatabase({ url, addresses: {}, access, dialect, timeout: 60_000 }, signal);
    assert.doesNotMatch(JSON.stringify(answer), /c4nary|r3plic4tes|the old one/);
    return answer;
  }

  /** Neither a pass nor an end: it is asked again, and both servers are named. */
  function assertOpen(answer: Awaited<ReturnType<typeof asked>>, ...named: readonly string[]): void {
    assert.equal(answer.outcome, "not-decided", answer.reason);
    assert.notEqual(answer.final, true, answer.reason);
    for (const where of named) assert.ok(answer.reason.includes(where), answer.reason);
  }

  describe("while the standby is behind", () => {
    it("is not decided where the standby refuses a role that the primary lets in", async () => {
      const answer = await asked([standby(), primary()]);
      assertOpen(answer, standby(), primary());
      assert.match(answer.reason, /28P01/);
      assert.match(answer.reason, /takes the same login/);
    });

    it("nor where the hosts are in the query", async () => {
      const password = encodeURIComponent(PASSWORD);
      const ports = `${pair.port},${pair.primary.port}`;
      assertOpen(
        await askUrl(`postgresql://later:${password}@/postgres?host=127.0.0.1,127.0.0.1&port=${ports}`),
        primary(),
      );
    });

    it("nor with asyncpg and pgx, which end at a refused login too", async () => {
      const url = `postgresql://later:${encodeURIComponent(PASSWORD)}@${standby()},${primary()}/postgres`;
      assertOpen(await askUrl(url, DRIVERS.asyncpg.dialect), standby(), primary());
      assertOpen(await askUrl(url, DRIVERS.pgx.dialect), standby(), primary());
    });

    for (const wanted of ["read-write", "primary"]) {
      it(`nor where the URL asks for \`${wanted}\`, which comes after the login`, async () => {
        const query = `?target_session_attrs=${wanted}`;
        assertOpen(await asked([standby(), primary()], { query }), standby(), primary());
      });
    }

    for (const wanted of ["standby", "read-only", "prefer-standby"]) {
      it(`nor where the primary comes first and the URL asks for \`${wanted}\``, async () => {
        const query = `?target_session_attrs=${wanted}`;
        const answer = await asked([primary(), standby()], { query });
        assertOpen(answer, standby());
        assert.match(answer.reason, /28P01/);
      });
    }

    it("nor where the standby has the password that was before", async () => {
      assertOpen(await asked([standby(), primary()], { user: "rotated" }), standby(), primary());
    });

    it("nor where the URL has the password that was before, which the standby still takes", async () => {
      const old = { user: "rotated", password: "the old one" };
      assertOpen(await asked([primary(), standby()], old), standby(), primary());
    });

    it("nor of a role that may log in since, and of a database that is there since", async () => {
      assertOpen(await asked([standby(), primary()], { user: "asleep" }), standby(), primary());
      const there = { user: "navigator", database: "harbour" };
      assertOpen(await asked([standby(), primary()], there), standby(), primary());
    });

    it("nor where the other host, which might take it, does not answer", async () => {
      assertOpen(await asked([standby(), NO_SERVER]), standby(), NO_SERVER);
    });

    it("nor where any of them may be taken", async () => {
      const query = "?load_balance_hosts=random";
      assertOpen(await asked([primary(), standby()], { query }), standby(), primary());
    });

    it("is a failure at once where all refuse it", async () => {
      const answer = await asked([standby(), primary()], { user: "navigator", password: "wr0ng" });
      assert.deepEqual([answer.outcome, answer.mode, answer.final], ["fail", "database/credentials", true]);
      assert.ok(answer.reason.includes(standby()) && answer.reason.includes(primary()), answer.reason);
    });

    it("is a failure at once of one host alone, of which nothing else is known", async () => {
      const answer = await asked([primary()], { password: "wr0ng" });
      assert.deepEqual([answer.outcome, answer.mode, answer.final], ["fail", "database/credentials", true]);
    });

    it("passes where the primary comes first, and says which host was not asked", async () => {
      const answer = await asked([primary(), standby()]);
      assert.equal(answer.outcome, "pass", answer.reason);
      assert.match(answer.reason, new RegExp(`not asked: ${standby()}`));
    });
  });

  describe("of which one starts", () => {
    it("passes with the next one, as libpq has it", async () => {
      const starting = await startingServer();
      const answer = await asked([starting.where, primary()]);
      const alone = await asked([starting.where]);
      starting.stop();
      assert.equal(answer.outcome, "pass", answer.reason);
      assert.match(answer.reason, /57P03/);
      assertOpen(alone, starting.where);
    });
  });

  describe("once the standby has followed", () => {
    before(async () => {
      await pair.at("standby", "SELECT pg_wal_replay_resume()");
      await pair.caughtUp();
    });

    it("passes in each order, and by turns", async () => {
      for (const hosts of [
        [standby(), primary()],
        [primary(), standby()],
      ]) {
        const answer = await asked(hosts);
        assert.equal(answer.outcome, "pass", answer.reason);
      }
      const answer = await asked([primary(), standby()], { query: "?load_balance_hosts=random" });
      assert.equal(answer.outcome, "pass", answer.reason);
      assert.ok(answer.reason.includes(standby()) && answer.reason.includes(primary()), answer.reason);
    });

    it("is a failure with the password that was before", async () => {
      const old = { user: "rotated", password: "the old one" };
      const { outcome, final } = await asked([primary(), standby()], old);
      assert.deepEqual([outcome, final], ["fail", true]);
    });

    it("passes over a host without a server, and leaves it out where any may be taken", async () => {
      for (const query of ["", "?load_balance_hosts=random"]) {
        const answer = await asked([NO_SERVER, primary()], { query });
        assert.equal(answer.outcome, "pass", answer.reason);
      }
    });
  });
});
