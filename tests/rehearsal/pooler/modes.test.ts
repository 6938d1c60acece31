import assert from "node:assert/strict";
import { once } from "node:events";
import type { Client } from "pg";
import type { Pooler } from "../../../rehearsal/pooler";
import { message } from "../../../rehearsal/pooler/messages";
import { until } from "../../until";
import { connected, Ground, python, REFERENCE, runScript, urlOf } from "./ground";
import { answersOf, loggedInSocket, query, SYNC, statement } from "./raw-client";

const MEGABYTE = 1024 * 1024;
const MODES = ["session", "transaction"] as const;
type Mode = (typeof MODES)[number];

const portOf = (pooler: Pooler, mode: Mode): number =>
  mode === "session" ? pooler.sessionPort : pooler.transactionPort;

async function answerTo(client: Client, text: string): Promise<unknown> {
  const { rows } = await client.query({ text, rowMode: "array" });
  return rows[0]?.[0];
}

let ground: Ground;
describe("Behind the pooler", () => {
  before(async function () {
    this.timeout(10 * 60_000); // The first run ever installs the drivers.
    await Promise.all([python("service"), python("drivers")]);
    ground = await Ground.make();
    await ground.admin.query("GRANT pg_signal_backend TO navigator");
  });
  after(() => ground.end());

  /** A pooler of the test's own, and clients that are closed when the test is over. */
  async function withPooler(
    options: Parameters<Ground["pooler"]>[0],
    test: (pooler: Pooler, client: (url: string) => Promise<Client>) => Promise<void>,
  ): Promise<void> {
    const pooler = await ground.pooler(options);
    const clients: Client[] = [];
    try {
      await test(pooler, async (url) => {
        const client = await connected(url);
        clients.push(client);
        return client;
      });
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      await pooler.stop();
      await until(async () => (await ground.backends()) === 0);
    }
  }

  for (const mode of MODES)
    describe(`A client in ${mode} mode`, () => {
      for (const tls of [false, true]) {
        const parameters: Record<string, string> = tls ? { sslmode: "require", uselibpqcompat: "true" } : {};
        it(`gets big results whole and in order, ${tls ? "by TLS" : "in the clear"}`, () =>
          withPooler({}, async (pooler, client) => {
            const one = await client(urlOf(portOf(pooler, mode), { parameters }));
            const text = (await answerTo(one, `SELECT repeat('x', ${10 * MEGABYTE})`)) as string;
            assert.equal(text.length, 10 * MEGABYTE);
            const { rows } = await one.query(
              "SELECT n, repeat('y', 40) AS y FROM generate_series(1, 100000) n",
            );
            assert.equal(rows.length, 100_000);
            assert.equal(rows.at(-1).n, 100_000);
            assert.equal(await answerTo(one, `SELECT length('${"z".repeat(5 * MEGABYTE)}')`), 5 * MEGABYTE);
          }));
      }

      it("holds the database back while it does not read, and harms nobody", () =>
        withPooler({ poolSize: 2 }, async (pooler, client) => {
          const other = await client(urlOf(portOf(pooler, mode)));
          const slow = await loggedInSocket(urlOf(portOf(pooler, mode)));
          slow.pause();
          slow.write(query(`SELECT repeat('x', 1000) FROM generate_series(1, 40000)`));
          // It stops and stays so: a pooler that read everything would let the database finish.
          for (let looks = 0; looks < 15; ) {
            await other.query("SELECT pg_sleep(0.02)");
            looks = (await waiting("ClientWrite")) === 1 ? looks + 1 : 0;
          }
          slow.resume();
          assert.equal(
            (await answersOf(slow, 1)).replace(/D+/, ({ length }) => `${length}`),
            "T40000CZ",
          );
          slow.destroy();
        }));

      it("may send many statements before the first is answered", () =>
        withPooler({ poolSize: 1 }, async (pooler, client) => {
          const socket = await loggedInSocket(urlOf(portOf(pooler, mode)));
          socket.write(
            Buffer.concat([
              ...[query("SELECT 1"), query("SELECT 2")],
              ...[
                statement("SELECT 3"),
                SYNC,
                statement("SELECT 1/0"),
                statement("SELECT 4"),
                SYNC,
                query("SELECT 5"),
              ],
            ]),
          );
          assert.equal(await answersOf(socket, 5), "TDCZTDCZ12DCZ1EZTDCZ");
          socket.destroy();
          if (mode === "transaction") await client(urlOf(portOf(pooler, mode)));
          const pipelined = { task: "pipelined", url: urlOf(portOf(pooler, mode)) };
          await until(async () => mode === "transaction" || (await ground.backends()) === 0);
          const answer = await runScript(await python("drivers"), "psycopg_modes.py", pipelined);
          assert.deepEqual(
            answer,
            Array.from({ length: 40 }, (_, n) => n),
          );
        }));

      it("rolls back when it is killed in the middle of a transaction", () =>
        withPooler({}, async (pooler, client) => {
          const survivor = await client(urlOf(portOf(pooler, mode)));
          await survivor.query("CREATE TABLE IF NOT EXISTS kept (n int); TRUNCATE kept");
          const socket = await loggedInSocket(urlOf(portOf(pooler, mode)));
          socket.write(query("BEGIN; INSERT INTO kept VALUES (1); LOCK TABLE kept"));
          await answersOf(socket, 1);
          socket.resetAndDestroy();
          // Waits for the lock, which the rollback frees.
          assert.equal(await answerTo(survivor, "SELECT count(*)::int FROM kept"), 0);
        }));

      it("is told why when the database ends its backend", () =>
        withPooler({}, async (pooler, client) => {
          const victim = await client(urlOf(portOf(pooler, mode)));
          const other = await client(urlOf(portOf(pooler, mode)));
          await victim.query("BEGIN");
          const pid = await answerTo(victim, "SELECT pg_backend_pid()");
          const told = new Promise((resolve) => victim.once("error", resolve));
          const ended = new Promise((resolve) => victim.once("end", resolve));
          await ground.admin.query("SELECT pg_terminate_backend($1)", [pid]);
          assert.equal(((await told) as { code?: string }).code, "57P01");
          await ended;
          assert.equal(await answerTo(other, "SELECT 1"), 1);
        }));

      it("cancels its own query and no other's", () =>
        withPooler({ poolSize: 6 }, async (pooler) => {
          const order = { task: "cancelled", url: urlOf(portOf(pooler, mode)) };
          const [asyncpg, psycopg] = await Promise.all([
            runScript(await python("service"), "asyncpg_modes.py", order),
            runScript(await python("drivers"), "psycopg_modes.py", order),
          ]);
          assert.deepEqual(asyncpg, { error: "CancelledError", afterwards: 1, other: "unharmed" });
          assert.deepEqual(psycopg, { error: "57014", afterwards: 1 });
        }));

      it("copies data in and out, and goes on after a COPY that is refused", () =>
        withPooler({ poolSize: 1 }, async (pooler) => {
          const order = { task: "copied", url: urlOf(portOf(pooler, mode)) };
          assert.deepEqual(await runScript(await python("service"), "asyncpg_modes.py", order), {
            error: "InvalidTextRepresentationError",
            rows: 50_000,
            lines: 50_000,
          });
          await until(async () => mode === "transaction" || (await ground.backends()) === 0);
          assert.deepEqual(await runScript(await python("drivers"), "psycopg_modes.py", order), {
            error: "22P02",
            rows: 10_000,
          });
        }));

      it("copies by the extended protocol, where the server ignores the Sync sent with the statement", () =>
        withPooler({ poolSize: 2 }, async (pooler, client) => {
          const other = await client(urlOf(portOf(pooler, mode)));
          await other.query("CREATE TABLE IF NOT EXISTS extended (n int); TRUNCATE extended");
          const socket = await loggedInSocket(urlOf(portOf(pooler, mode)));
          socket.write(Buffer.concat([statement("COPY extended FROM STDIN"), SYNC]));
          const begun = String((await once(socket, "data"))[0]);
          assert.ok(begun.includes("G"), begun);
          socket.write(Buffer.concat([message("d", "1\n2\n"), message("c"), SYNC]));
          assert.equal(await answersOf(socket, 1), "CZ");
          socket.write(query("SELECT 1"));
          assert.equal(await answersOf(socket, 1), "TDCZ");
          assert.equal(await answerTo(other, "SELECT count(*)::int FROM extended"), 2);
          if (mode === "transaction") assert.equal(await idleInPool(pooler), true);
          socket.destroy();
        }));

      it("has the search path that it asked for at the start", () =>
        withPooler({}, async (pooler, client) => {
          const parameters = { options: "-c search_path=pg_catalog" };
          const one = await client(urlOf(portOf(pooler, mode), { parameters }));
          assert.equal(await answerTo(one, "SHOW search_path"), "pg_catalog");
          const other = await client(urlOf(portOf(pooler, mode)));
          assert.notEqual(await answerTo(other, "SHOW search_path"), "pg_catalog");
        }));
    });

  /** Whether both backends of a pool of two are free at once: an idle client must keep none. */
  async function idleInPool(pooler: Pooler): Promise<boolean> {
    const two = await Promise.all([1, 2].map(() => connected(urlOf(pooler.transactionPort))));
    await Promise.all(two.map((client) => client.query("BEGIN")));
    await Promise.all(two.map((client) => client.end()));
    return true;
  }

  async function waiting(event: string): Promise<number> {
    const { rows } = await ground.admin.query(
      "SELECT count(*)::int FROM pg_stat_activity WHERE usename = 'navigator' AND wait_event = $1",
      [event],
    );
    return rows[0]?.count ?? 0;
  }

  describe("A client over the limit", () => {
    it("is refused before its login since 2.8, and after it before: a wrong password says so", async () => {
      for (const generation of ["current", "before-2.6"] as const)
        await withPooler({ poolSize: 1, generation }, async (pooler, client) => {
          await client(urlOf(pooler.sessionPort));
          const wrong = connected(urlOf(pooler.sessionPort, { password: "wrong" }));
          const full = /max clients reached/;
          if (generation === "current") await assert.rejects(wrong, full);
          else await assert.rejects(wrong, (error) => !full.test(String(error)));
        });
    });

    it("holds no slot once its login has failed", () =>
      withPooler({ poolSize: 1 }, async (pooler, client) => {
        const url = urlOf(pooler.sessionPort, { password: "wrong" });
        await assert.rejects(connected(url), { code: "28P01" });
        await client(urlOf(pooler.sessionPort));
      }));
  });

  describe("Session mode", () => {
    it("takes as many clients as the pool has backends, and says so to the next", async () => {
      for (const [generation, words] of [
        [
          "current",
          "(EMAXCONNSESSION) max clients reached in session mode - max clients are limited to pool_size: 2",
        ],
        [
          "before-2.6",
          "MaxClientsInSessionMode: max clients reached - in Session mode max clients are limited to pool_size",
        ],
      ] as const)
        await withPooler({ poolSize: 2, generation }, async (pooler, client) => {
          const url = urlOf(pooler.sessionPort);
          const first = await connected(url);
          await client(url);
          await assert.rejects(connected(url), { code: "XX000", message: words });
          // Another role has a pool of its own.
          await client(urlOf(pooler.sessionPort, { user: `svc.reader.${REFERENCE}` }));
          await first.end();
          await until(() =>
            client(url).then(
              () => true,
              () => false,
            ),
          );
        });
    });

    it("keeps a client's settings for that client alone, and its application name", () =>
      withPooler({}, async (pooler, client) => {
        const url = urlOf(pooler.sessionPort, { parameters: { application_name: "navigator-api" } });
        const [one, other] = [await client(url), await client(url)];
        await one.query("SET statement_timeout = '7s'");
        assert.equal(await answerTo(one, "SHOW statement_timeout"), "7s");
        assert.equal(await answerTo(other, "SHOW statement_timeout"), "0");
        assert.equal(await answerTo(other, "SHOW application_name"), "navigator-api");
      }));

    it("lets asyncpg keep its prepared statements", () =>
      withPooler({ poolSize: 8 }, async (pooler) => {
        const order = {
          task: "concurrent",
          url: urlOf(pooler.sessionPort),
          cache: 100,
          clients: 8,
          rounds: 20,
        };
        assert.deepEqual(await runScript(await python("service"), "asyncpg_modes.py", order), { right: 160 });
      }));
  });

  describe("Transaction mode", () => {
    it("leaves a client's settings behind for whoever comes next, as the real one does", () =>
      withPooler({ poolSize: 1 }, async (pooler, client) => {
        const url = urlOf(pooler.transactionPort, { parameters: { application_name: "navigator-api" } });
        const [one, other] = [await client(url), await client(url)];
        await one.query("SET statement_timeout = '7s'");
        assert.equal(await answerTo(other, "SHOW statement_timeout"), "7s");
        assert.equal(await answerTo(other, "SHOW application_name"), "Supavisor");
      }));

    it("breaks asyncpg's prepared statements under concurrency, and works without them", () =>
      withPooler({ poolSize: 3 }, async (pooler) => {
        const order = { task: "concurrent", url: urlOf(pooler.transactionPort), clients: 8, rounds: 40 };
        const run = async (cache: number) =>
          (await runScript(await python("service"), "asyncpg_modes.py", { ...order, cache })) as Record<
            string,
            number
          >;
        assert.deepEqual(await run(0), { right: 320 });
        const { right = 0, ...errors } = await run(100);
        assert.ok(right < 320);
        const names = [
          "DuplicatePreparedStatementError",
          "InvalidSQLStatementNameError",
          "ProtocolViolationError",
        ];
        assert.deepEqual(
          Object.keys(errors).filter((name) => !names.includes(name)),
          [],
        );
        assert.ok((await ground.backends()) <= 3);
      }));

    it("lets a client in while every backend is at work, and refuses its query when none comes free in time", () =>
      withPooler({ poolSize: 1, checkoutMilliseconds: 1000 }, async (pooler, client) => {
        const url = urlOf(pooler.transactionPort);
        const busy = await client(url);
        await busy.query("BEGIN");
        const late = await client(url);
        await assert.rejects(late.query("SELECT 1"), {
          message:
            "(ECHECKOUTTIMEOUT) unable to check out connection from the pool after 1000ms in Transaction mode",
        });
        await busy.query("COMMIT");
        assert.equal(await answerTo(await client(url), "SELECT 1"), 1);
      }));

    it("gives a waiting client the backend that comes free", () =>
      withPooler({ poolSize: 1 }, async (pooler, client) => {
        const url = urlOf(pooler.transactionPort);
        const [busy, patient] = [await client(url), await client(url)];
        await busy.query("BEGIN");
        const answer = answerTo(patient, "SELECT 1");
        await busy.query("COMMIT");
        assert.equal(await answer, 1);
      }));

    it("lends no backend for what is left of a COPY that was refused", () =>
      withPooler({ poolSize: 1 }, async (pooler, client) => {
        const url = urlOf(pooler.transactionPort);
        const other = await client(url);
        await other.query("CREATE TABLE IF NOT EXISTS refused (n int)");
        const socket = await loggedInSocket(url);
        socket.write(query("COPY refused FROM STDIN"));
        await once(socket, "data");
        socket.write(message("d", "no number\n"));
        socket.write(message("c"));
        assert.equal(await answersOf(socket, 1), "EZ");
        socket.write(Buffer.concat([message("d", "more\n"), message("c"), message("H")]));
        assert.equal(await answerTo(other, "SELECT 1"), 1);
        // An idle client's Sync is answered all the same.
        socket.write(SYNC);
        assert.equal(await answersOf(socket, 1), "Z");
        socket.destroy();
      }));

    it("replaces a backend that was lost with the client that held it", () =>
      withPooler({ poolSize: 1 }, async (pooler, client) => {
        const url = urlOf(pooler.transactionPort);
        const [doomed, patient] = [await loggedInSocket(url), await client(url)];
        doomed.write(query("BEGIN"));
        await answersOf(doomed, 1);
        const answer = answerTo(patient, "SELECT 1");
        doomed.destroy();
        assert.equal(await answer, 1);
      }));

    it("takes no more clients than its limit", () =>
      withPooler({ maxClients: 2 }, async (pooler, client) => {
        const url = urlOf(pooler.transactionPort);
        await client(url);
        await client(url);
        await assert.rejects(connected(url), {
          message: "(EMAXCONN) max client connections reached, limit: 2",
        });
      }));
  });
});
