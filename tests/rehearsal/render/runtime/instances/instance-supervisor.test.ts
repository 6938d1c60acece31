import assert from "node:assert/strict";
import net from "node:net";
import type { RenderOptions } from "../../../../../rehearsal/render/options";
import { event, isAlive, messages, Rehearsed, StandingClock, servingPid, textAt, until } from "../rehearsed";

describe("A live instance of the embedded Render", () => {
  let rehearsed: Rehearsed;
  const open = async (options: Partial<RenderOptions> = {}): Promise<void> => {
    rehearsed = await Rehearsed.open(options);
  };
  afterEach(() => rehearsed.close());

  it("is started again when it crashes", async () => {
    await open();
    const service = await rehearsed.service();
    await rehearsed.deploy(service);
    const before = await until(() => servingPid(service));
    assert.equal((await fetch(`${service.url}/crash`)).status, 502);
    const after = await until(() => servingPid(service));
    assert.notEqual(after, before);
    const reason = { evicted: false, nonZeroExit: 3 };
    assert.deepEqual(event(service, "server_failed")?.details.reason, reason);
    assert.ok(event(service, "server_available"));
    assert.ok(messages(service).includes("==> Exited with status 3"));
  });

  it("gets no traffic while it is unwell, and is started again when it stays so", async () => {
    const clock = new StandingClock();
    await open({ timings: { unroute: 1, restart: 1e6 }, now: clock.now });
    const service = await rehearsed.service();
    await rehearsed.deploy(service);
    const before = await until(() => servingPid(service));
    await textAt(service, "/sicken");
    await until(async () => {
      clock.advance(1);
      return (await fetch(service.url)).status === 503;
    });
    assert.ok(isAlive(before));
    clock.advance(1e6);
    const after = await until(() => servingPid(service));
    assert.notEqual(after, before);
    const unhealthy = "HTTP health check failed (unexpected status code: 503)";
    assert.deepEqual(event(service, "server_failed")?.details.reason, { evicted: false, unhealthy });
  });

  it("can be restarted", async () => {
    await open();
    const service = await rehearsed.service();
    await assert.rejects(rehearsed.deployments.restart(service), { status: 409 });
    await rehearsed.deploy(service);
    const before = await until(() => servingPid(service));
    await rehearsed.deployments.restart(service);
    assert.equal(isAlive(before), false);
    assert.notEqual(await until(() => servingPid(service)), before);
    assert.ok(event(service, "server_restarted"));
    assert.equal(event(service, "server_failed"), undefined);
  });

  it("ends and frees its port when the service is suspended, and comes back when it is resumed", async () => {
    await open();
    const service = await rehearsed.service();
    const first = await rehearsed.deploy(service);
    const before = await until(() => servingPid(service));
    await rehearsed.deployments.suspend(service);
    assert.equal(isAlive(before), false);
    assert.equal((await fetch(service.url)).status, 503);
    assert.match(await textAt(service), /suspended/);
    assert.deepEqual([service.suspended, first.status], [true, "live"]);
    assert.throws(() => rehearsed.deployments.start(service, "api"), { status: 409 });
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(rehearsed.port, "0.0.0.0", resolve));
    await new Promise((resolve) => other.close(resolve));

    rehearsed.deployments.resume(service);
    const [resumed] = service.deploys;
    assert.ok(resumed !== undefined && resumed !== first);
    await rehearsed.end(resumed);
    assert.deepEqual(
      [resumed.status, resumed.trigger, first.status],
      ["live", "service_resumed", "deactivated"],
    );
    await until(() => servingPid(service));
    assert.equal(service.events.filter(({ type }) => type === "build_started").length, 1);
    assert.ok(event(service, "service_suspended") && event(service, "service_resumed"));
  });

  it("answers word by word through the front", async () => {
    await open();
    const service = await rehearsed.service();
    await rehearsed.deploy(service);
    const reader = (await fetch(`${service.url}/words`)).body?.getReader();
    const words: string[] = [];
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      words.push(Buffer.from(piece.value).toString());
      // The next word is not said before this one has arrived.
      if (words.length < 3) await textAt(service, "/next");
    }
    assert.deepEqual(words, ["one ", "two ", "three"]);
  });
});
