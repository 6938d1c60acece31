import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../../system";
import { CalledRender, type Json } from "./called-render";
import { isAlive, pidsIn, StandingClock, until } from "./runtime/rehearsed";

/** Says its variables at `/`, and how its health is at `/health`. */
const SERVER = `
const { createServer } = require("node:http");
const { readFileSync } = require("node:fs");
createServer((request, response) => {
  if (request.url === "/health" && process.env.WELL === "no") console.log("is asked and unwell");
  response.statusCode = request.url === "/health" && process.env.WELL === "no" ? 500 : 200;
  response.end(JSON.stringify({ say: process.env.SAY, shared: process.env.SHARED, secret: readFileSync("secret.txt", "utf8"), built: readFileSync("built", "utf8").trim() }));
}).listen(Number(process.env.PORT), "0.0.0.0", () => console.log("listening"));
`;

describe("A service's whole life at the embedded Render", () => {
  let called: CalledRender;
  let service: Json;
  let id: string;
  const deploys: Record<string, string> = {};
  const clock = new StandingClock();

  before(async () => {
    called = await CalledRender.open({ timings: { healthLimit: 600, scanLimit: 600 }, now: clock.now });
    await writeFile(path.join(called.source, "server.js"), SERVER);
  });
  after(() => called.close());

  const say = async (): Promise<Json> => (await fetch(service.serviceDetails.url)).json();
  const newest = async (): Promise<Json> =>
    (await called.ask("GET", `/services/${id}/deploys?limit=1`))[0].deploy;
  const statuses = async (): Promise<string[]> =>
    (await called.ask("GET", `/services/${id}/deploys`)).map(({ deploy }: Json) => deploy.status);
  const started = async (): Promise<Json> => {
    const { status, body } = await called.call("POST", `/services/${id}/deploys`, {});
    assert.equal(status, 201);
    assert.deepEqual([body.status, body.trigger, body.finishedAt], ["created", "api", null]);
    return body;
  };
  const deployed = async (): Promise<string> => {
    const { id: deploy } = await started();
    await called.ended(id, deploy);
    return deploy;
  };

  it("begins with a creation, and is live under its own variables, files and commands", async () => {
    const change = {
      envVars: [
        { key: "PORT", value: String(await freePort()) },
        { key: "SAY", value: "first" },
      ],
      secretFiles: [{ name: "secret.txt", content: "hidden" }],
    };
    const envSpecificDetails = { buildCommand: "echo yes > built", startCommand: "exec node server.js" };
    const details = { envSpecificDetails, healthCheckPath: "/health" };
    const answer = await called.ask("POST", "/services", called.post(change, details));
    service = answer.service;
    id = service.id;
    assert.equal(await called.ended(id, answer.deployId), "live");
    assert.deepEqual(await say(), { say: "first", secret: "hidden", built: "yes" });
    const [instance, ...others] = await called.ask("GET", `/services/${id}/instances`);
    assert.ok(instance.id.startsWith(`${id}-`) && others.length === 0);
    deploys.first = answer.deployId;
  });

  it("changes nothing that runs until it is deployed", async () => {
    await called.ask("PUT", `/services/${id}/env-vars/SAY`, { value: "second" });
    const group = { name: "g", ownerId: called.render.ownerId, envVars: [{ key: "SHARED", value: "group" }] };
    await called.ask("POST", "/env-groups", { ...group, serviceIds: [id] });
    assert.equal((await say()).say, "first");
    deploys.second = await deployed();
    assert.deepEqual(await say(), { say: "second", shared: "group", secret: "hidden", built: "yes" });
    assert.deepEqual(await statuses(), ["live", "deactivated"]);
  });

  it("keeps serving what was live when a deploy fails, and tells why in the event and the log", async () => {
    await called.ask("PUT", `/services/${id}/env-vars/WELL`, { value: "no" });
    await called.ask("PUT", `/services/${id}/env-vars/SAY`, { value: "third" });
    const failing = deployed();
    const asked = `/logs?ownerId=${called.render.ownerId}&resource=${id}&text=is%20asked%20and%20unwell`;
    await until(async () => (await called.ask("GET", asked)).logs.length > 0);
    clock.advance(600);
    const failed = await failing;
    assert.deepEqual(await statuses(), ["update_failed", "live", "deactivated"]);
    const events = await called.ask("GET", `/services/${id}/events?type=deploy_ended&limit=1`);
    const { deployId, deployStatus, reason } = events[0].event.details;
    assert.deepEqual([deployId, deployStatus], [failed, "failed"]);
    assert.match(reason.failure.unhealthy, /500/);
    const log = `/logs?ownerId=${called.render.ownerId}&resource=${id}&text=internal%20health%20check`;
    assert.ok((await called.ask("GET", log)).logs.length > 0);
    await until(async () => (await fetch(service.serviceDetails.url)).ok);
    assert.equal((await say()).say, "second");
  });

  it("goes back to the first deploy, with the variables of then", async () => {
    const { status, body } = await called.call("POST", `/services/${id}/rollback`, {
      deployId: deploys.first,
    });
    assert.deepEqual([status, body.trigger], [201, "rollback"]);
    assert.equal(await called.ended(id, body.id), "live");
    assert.deepEqual(await say(), { say: "first", secret: "hidden", built: "yes" });
    assert.deepEqual((await statuses()).slice(0, 2), ["live", "update_failed"]);
    const failed = (await called.ask("GET", `/services/${id}/deploys?status=update_failed`))[0].deploy;
    const refused = await called.call("POST", `/services/${id}/rollback`, { deployId: failed.id });
    assert.match(refused.body.message, /was never live, it is update_failed/);
  });

  it("restarts into another instance", async () => {
    const instances = async () => called.ask("GET", `/services/${id}/instances`);
    const [before] = await instances();
    const { status, text } = await called.call("POST", `/services/${id}/restart`);
    assert.deepEqual([status, text], [200, ""]);
    await until(async () => {
      const [after] = await instances();
      return after !== undefined && after.id !== before.id;
    });
  });

  it("is suspended, is not deployed while it is, and comes back as it was", async () => {
    assert.equal((await called.call("POST", `/services/${id}/suspend`)).status, 202);
    const { suspended, suspenders } = await called.ask("GET", `/services/${id}`);
    assert.deepEqual([suspended, suspenders], ["suspended", ["user"]]);
    assert.deepEqual(await called.ask("GET", `/services/${id}/instances`), []);
    assert.equal((await fetch(service.serviceDetails.url)).status, 503);
    const refused = await called.call("POST", `/services/${id}/deploys`, {});
    assert.deepEqual(
      [refused.status, /is suspended: resume it first/.test(refused.body.message)],
      [409, true],
    );
    assert.equal((await called.call("POST", `/services/${id}/restart`)).status, 409);
    assert.equal((await called.call("POST", `/services/${id}/resume`)).status, 202);
    const { id: deploy, trigger } = await newest();
    assert.equal(trigger, "service_resumed");
    assert.equal(await called.ended(id, deploy), "live");
    assert.equal((await say()).say, "first");
  });

  it("cancels a deploy that runs for a newer one, which is answered by 201 and can be cancelled once", async () => {
    const patch = { serviceDetails: { envSpecificDetails: { buildCommand: "sleep 60" } } };
    await called.ask("PATCH", `/services/${id}`, patch);
    const [running, newer] = [await started(), await started()];
    assert.equal(await called.ended(id, running.id), "canceled");
    const cancelled = await called.call("POST", `/services/${id}/deploys/${newer.id}/cancel`);
    assert.deepEqual(
      [cancelled.status, cancelled.body.status, cancelled.body.id],
      [200, "canceled", newer.id],
    );
    for (const each of [running, newer])
      assert.equal((await called.call("POST", `/services/${id}/deploys/${each.id}/cancel`)).status, 409);
    assert.equal((await say()).say, "first");
  });

  it("ends with a deletion, while a deploy runs, and leaves nothing that answers", async () => {
    await called.ask("POST", `/services/${id}/deploys`, {});
    assert.equal((await called.call("DELETE", `/services/${id}`)).status, 204);
    assert.equal((await called.call("GET", `/services/${id}/deploys`)).status, 404);
    await assert.rejects(fetch(service.serviceDetails.url));
  });
});

describe("The embedded Render of a workspace whose deploys wait for each other", () => {
  it("queues a deploy behind another with 202 and no body, and either can be cancelled", async () => {
    const called = await CalledRender.open({ overlappingDeploys: "wait" });
    try {
      const envSpecificDetails = { buildCommand: "sleep 60", startCommand: "true" };
      const post = called.post({}, { envSpecificDetails });
      const { service, deployId } = await called.ask("POST", "/services", post);
      const deploys = `/services/${service.id}/deploys`;
      const { status, text, headers } = await called.call("POST", deploys);
      assert.deepEqual([status, text, headers.get("content-length")], [202, "", "0"]);
      const [{ deploy: queued }, ...others] = await called.ask("GET", `${deploys}?status=queued`);
      assert.deepEqual([queued.startedAt, others], [null, []]);
      for (const each of [queued.id, deployId]) {
        const cancelled = await called.call("POST", `${deploys}/${each}/cancel`);
        assert.deepEqual(
          [cancelled.status, cancelled.body.status, cancelled.body.id],
          [200, "canceled", each],
        );
        assert.equal((await called.call("POST", `${deploys}/${each}/cancel`)).status, 409);
      }
    } finally {
      await called.close();
    }
  });
});

describe("The embedded Render's end", () => {
  it("waits for a deletion under way, cuts what hangs, and leaves no process of a service", async () => {
    const called = await CalledRender.open();
    const command = "trap '' TERM; echo pid $$; while :; do sleep 1; done";
    const details = {
      envSpecificDetails: { buildCommand: "true", startCommand: command },
      maxShutdownDelaySeconds: 1,
    };
    const ids: string[] = [];
    for (const name of ["deleted", "left"]) ids.push((await called.service({ name }, details)).id);
    const pids = await Promise.all(ids.map((id) => until(() => pidOf(called, id))));
    assert.deepEqual(pids.map(isAlive), [true, true]);
    called.render.faults.next({ path: /^\/users/, how: "hang" });
    const requests = [called.call("GET", "/users"), called.call("DELETE", `/services/${ids[0]}`)];
    const ends = Promise.allSettled(requests);
    await until(async () => (await called.call("GET", `/services/${ids[0]}`)).status === 404);
    await called.close();
    assert.deepEqual(pids.map(isAlive), [false, false]);
    assert.equal((await ends)[0]?.status, "rejected");
  });
});

async function pidOf(called: CalledRender, id: string): Promise<number | undefined> {
  const { logs } = await called.ask("GET", `/logs?ownerId=${called.render.ownerId}&resource=${id}&text=pid`);
  return pidsIn(logs.map(({ message }: Json) => message))[0];
}
