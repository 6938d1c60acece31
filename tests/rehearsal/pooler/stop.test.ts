import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { until } from "../../until";
import { connected, Ground, REFERENCE, urlOf } from "./ground";
import { bareSocket, loggedInSocket, offeredSocket, query, untilClosed } from "./raw-client";

describe("A pooler that is stopped", () => {
  let ground: Ground;
  before(async () => {
    ground = await Ground.make();
  });
  after(() => ground.end());

  it("leaves no connection, whatever its clients were doing", async () => {
    const pooler = await ground.pooler({ poolSize: 4 });
    const ports = [pooler.sessionPort, pooler.transactionPort];
    const sockets = [];
    for (const port of ports) {
      sockets.push(await bareSocket(port), await offeredSocket(port, `navigator.${REFERENCE}`));
      const tls = { parameters: { sslmode: "require", uselibpqcompat: "true" } };
      sockets.push(await loggedInSocket(urlOf(port, tls)));
      const busy = await loggedInSocket(urlOf(port));
      busy.write(query("SELECT pg_sleep(600)"));
      sockets.push(busy);
    }
    await until(async () => (await asleep()) === 2);
    const late = Array.from({ length: 6 }, () =>
      connected(urlOf(pooler.transactionPort)).catch(() => undefined),
    );
    await turn();
    const closed = Promise.all(sockets.map(untilClosed));
    await Promise.all([pooler.stop(), pooler.stop()]);
    await Promise.all([closed, ...late]);
    await until(async () => (await ground.backends()) === 0);
    await assert.rejects(connected(urlOf(pooler.sessionPort)), { code: "ECONNREFUSED" });
    await pooler.stop();
  });

  it("keeps nobody waiting for a backend", async () => {
    const pooler = await ground.pooler({ poolSize: 1 });
    const [holder, waiter] = [
      await connected(urlOf(pooler.transactionPort)),
      await connected(urlOf(pooler.transactionPort)),
    ];
    await holder.query("BEGIN");
    const refused = assert.rejects(waiter.query("SELECT 1"));
    await turn();
    await pooler.stop();
    await refused;
    await until(async () => (await ground.backends()) === 0);
  });

  it("has kept neither backends nor memory of hundreds of clients that came and went", async () => {
    const pooler = await ground.pooler({ poolSize: 5 });
    const batch = async (): Promise<void> => {
      for (let round = 0; round < 25; round += 1) {
        const urls = [pooler.sessionPort, pooler.transactionPort].map((port) => urlOf(port));
        const wrong = assert.rejects(connected(urlOf(pooler.sessionPort, { password: "wrong" })));
        const clients = await Promise.all([...urls, ...urls].map(connected));
        await Promise.all(clients.map((client) => client.query("SELECT repeat('x', 10000)")));
        await Promise.all([wrong, ...clients.map((client) => client.end())]);
        await until(async () => (await ground.backends()) <= 5);
      }
    };
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    await batch();
    collect();
    const before = process.memoryUsage().heapUsed;
    await batch();
    await batch();
    collect();
    const grown = process.memoryUsage().heapUsed - before;
    assert.ok(grown < 4 * 1024 * 1024, `the heap grew by ${grown} bytes`);
    await pooler.stop();
    await until(async () => (await ground.backends()) === 0);
  });

  it("stops when its database has gone before it", async () => {
    const other = await Ground.make();
    const pooler = await other.pooler();
    await connected(urlOf(pooler.sessionPort));
    await (await connected(urlOf(pooler.transactionPort))).end();
    await other.admin.end();
    await other.postgres.stop();
    await assert.rejects(connected(urlOf(pooler.sessionPort)), {
      message: /^\(EAUTHQUERY\) auth_query connection failed: /,
    });
    await pooler.stop();
  });

  async function asleep(): Promise<number> {
    const { rows } = await ground.admin.query(
      "SELECT count(*)::int FROM pg_stat_activity WHERE wait_event = 'PgSleep'",
    );
    return rows[0].count;
  }
});
