import assert from "node:assert/strict";
import { EMPTY_LISTS } from "../../../rehearsal/render/api/routes/absent";
import { CalledRender, type Json } from "./called-render";

const FILTER = { paths: null, ignoredPaths: null };

/** What render-oss/cli and render-oss/terraform-provider-render were seen to ask (review of 2026-11-27). */
describe("What Render's own clients ask", () => {
  let called: CalledRender;
  let id: string;
  before(async () => {
    called = await CalledRender.open();
    ({ id } = await called.service({ buildFilter: FILTER, envVars: null, secretFiles: null }));
  });
  after(() => called.close());

  const service = (): Promise<Json> => called.ask("GET", `/services/${id}`);

  it("is answered: null for an empty list, and an empty build filter is none", async () => {
    assert.ok(!("buildFilter" in (await service())));
    for (const part of ["env-vars", "secret-files"])
      assert.deepEqual(await called.ask("PUT", `/services/${id}/${part}`, null), []);
    await called.ask("PATCH", `/services/${id}`, { buildFilter: { paths: ["src/**"], ignoredPaths: null } });
    assert.deepEqual((await service()).buildFilter, { paths: ["src/**"], ignoredPaths: [] });
    await called.ask("PATCH", `/services/${id}`, { buildFilter: FILTER });
    assert.ok(!("buildFilter" in (await service())));
  });

  it("is answered: a criterion that is off may say 0, one that is on may not", async () => {
    const scaling = (memory: Json) => ({
      ...{ enabled: true, min: 1, max: 2 },
      criteria: { cpu: { enabled: true, percentage: 60 }, memory },
    });
    const path = `/services/${id}/autoscaling`;
    await called.ask("PUT", path, scaling({ enabled: false, percentage: 0 }));
    assert.equal((await called.call("PUT", path, scaling({ enabled: true, percentage: 0 }))).status, 400);
    await called.ask("DELETE", path);
  });

  it("is answered: lists of what is not there are empty, and the rest says its name", async () => {
    for (const target of EMPTY_LISTS) assert.deepEqual(await called.ask("GET", `${target}?limit=100`), []);
    for (const [method, target, words] of [
      ["GET", "/postgres/dpg-1/recovery", /has no such part of Render Postgres/],
      ["POST", "/redis", /has no Redis instances.*\(docs\/rehearsal\.md\)/],
      ["GET", "/metrics/cpu?resource=srv-1", /has no metrics/],
      ["POST", `/services/${id}/jobs`, /has no one-off jobs/],
    ] as const) {
      const { status, body } = await called.call(method, target);
      assert.equal(status, 501, target);
      assert.match(body.message, words);
    }
    assert.equal((await called.call("GET", "/services/srv-none")).status, 404);
  });

  it("is answered: settings that say the same twice, and lists newest first", async () => {
    assert.equal((await service()).notifyOnFail, "default");
    const at = `/notification-settings/overrides/services/${id}`;
    for (const [sent, shown] of [
      ["all", "notify"],
      ["failure", "notify"],
      ["none", "ignore"],
    ]) {
      await called.ask("PATCH", at, { notificationsToSend: sent });
      assert.equal((await service()).notifyOnFail, shown);
    }
    const stream = await called.ask("PUT", `/logs/streams/resource/${id}`, { setting: "drop" });
    assert.equal(stream.endpoint, "");
    const list = ["C", "A", "B"].map((key) => ({ key, value: "1" }));
    await called.ask("PUT", `/services/${id}/env-vars`, list);
    const read = await called.ask("GET", `/services/${id}/env-vars`);
    assert.deepEqual(
      read.map(({ envVar }: Json) => envVar.key),
      ["B", "A", "C"],
    );
    const { status } = await called.call("DELETE", `/environments/${id}/resources?resourceIds=${id}`);
    assert.equal(status, 204);
  });

  it("is answered: as many lines of a log as the command line scrolls by", async () => {
    const { ownerId } = called.render;
    const path = `/logs?ownerId=${ownerId}&resource=${id}`;
    assert.ok((await called.ask("GET", `${path}&limit=1000`)).logs.length > 0);
    assert.equal((await called.call("GET", `${path}&limit=1001`)).status, 400);
  });
});
