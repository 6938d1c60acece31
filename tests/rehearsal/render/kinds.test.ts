import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { askRun } from "../../../probes";
import { RenderClient } from "../../../render-api";
import { freePort } from "../../../system";
import { CalledRender, type Json } from "./called-render";
import { until } from "./runtime/rehearsed";

const SERVER =
  "require('node:http').createServer((_, r) => r.end('inside')).listen(process.env.PORT, '0.0.0.0')";
const WORKER = "console.log('waiting for jobs, PORT is', process.env.PORT); setInterval(() => {}, 1000)";
const JOB = "console.log('counted', process.argv[2]); process.exitCode = Number(process.argv[2])";

describe("Each kind of service in the embedded Render", () => {
  let called: CalledRender;

  before(async () => {
    called = await CalledRender.open({ timings: { workerUp: 2, cronLimit: 30 } });
    const files = { "server.js": SERVER, "worker.js": WORKER, "job.js": JOB };
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(called.source, name), text);
    await mkdir(path.join(called.source, "dist/docs"), { recursive: true });
    await writeFile(path.join(called.source, "dist/index.html"), "<h1>home</h1>");
    await writeFile(path.join(called.source, "dist/docs/index.html"), "docs");
    await writeFile(path.join(called.source, "dist/404.html"), "nothing here");
    await writeFile(path.join(called.source, "secret.txt"), "not published");
  });
  after(() => called.close());

  async function deployed(type: string, name: string, details: Json, change: Json = {}) {
    const body = called.post({ type, name, ...change }, details);
    if (type === "static_site") body.serviceDetails = details;
    const { service, deployId } = await called.ask("POST", "/services", body);
    return { service, status: await called.ended(service.id, deployId) };
  }
  const command = (startCommand: string) => ({ envSpecificDetails: { buildCommand: "true", startCommand } });
  const said = async (id: string): Promise<string> => {
    const query = `?ownerId=${called.render.ownerId}&resource=${id}&limit=100`;
    return JSON.stringify((await called.ask("GET", `/logs${query}`)).logs);
  };

  it("keeps a worker up, which has neither a port nor an address", async () => {
    const { service, status } = await deployed("background_worker", "worker", command("exec node worker.js"));
    assert.equal(status, "live");
    assert.deepEqual(
      ["url", "openPorts", "healthCheckPath"].filter((name) => name in service.serviceDetails),
      [],
    );
    assert.match(await said(service.id), /waiting for jobs, PORT is undefined/);
    const [{ id }] = await called.ask("GET", `/services/${service.id}/instances`);
    assert.match(id, new RegExp(`^${service.id}-`));
  });

  it("fails a worker that ends, though it says nothing is wrong", async () => {
    const { service, status } = await deployed("background_worker", "short", command("node job.js 0"));
    assert.equal(status, "update_failed");
    assert.match(await said(service.id), /Application exited early/);
  });

  it("runs a cron job when it is asked to, and says how the run ended", async () => {
    const details = { ...command("node job.js $CODE"), schedule: "0 3 * * *" };
    const job = await deployed("cron_job", "nightly", details, { envVars: [{ key: "CODE", value: "0" }] });
    assert.equal(job.status, "live");
    assert.match(job.service.id, /^crn-/);
    assert.equal(job.service.serviceDetails.schedule, "0 3 * * *");
    const run = await called.ask("POST", `/cron-jobs/${job.service.id}/runs`);
    assert.equal(run.status, "pending");
    const ended = () =>
      until(async () => {
        const events = await called.ask("GET", `/services/${job.service.id}/events?limit=100`);
        return events.find(({ event }: Json) => event.type === "cron_job_run_ended")?.event.details;
      });
    assert.deepEqual((await ended()).status, "successful");
    assert.match(await said(job.service.id), /counted 0/);
    const read = await called.ask("GET", `/services/${job.service.id}`);
    assert.match(read.serviceDetails.lastSuccessfulRunAt, /^\d{4}-/);
    assert.equal((await called.call("DELETE", `/cron-jobs/${job.service.id}/runs`)).status, 404);
  });

  it("runs a cron job by its schedule, and ends a run that is canceled", async () => {
    const details = { ...command("exec node worker.js"), schedule: "* * * * *" };
    const { service } = await deployed("cron_job", "steady", details);
    const client = new RenderClient({ host: called.render.host, apiKey: called.render.apiKey });
    const question = {
      deadline: 60_000,
      limit: 1,
      signal: new AbortController().signal,
      onProgress: () => {},
    };
    const answer = await askRun({ client, serviceId: service.id }, question);
    assert.equal(answer.outcome, "fail");
    assert.match(answer.correctiveAction ?? "", /`run: 20m`/);
    await until(async () => (await said(service.id)).includes("waiting for jobs") || undefined);
    await called.ask("DELETE", `/cron-jobs/${service.id}/runs`);
    const canceled = await until(async () => {
      const events = await called.ask("GET", `/services/${service.id}/events?limit=100`);
      return events.find(({ event }: Json) => event.type === "cron_job_run_ended")?.event.details;
    });
    assert.equal(canceled.status, "canceled");
  });

  it("reaches a private service by its name from the others, and from nowhere else", async () => {
    const port = await freePort();
    const inside = await deployed("private_service", "pricing", command("exec node server.js"), {
      envVars: [{ key: "PORT", value: String(port) }],
    });
    assert.equal(inside.status, "live");
    const { serviceDetails } = await called.ask("GET", `/services/${inside.service.id}`);
    assert.equal(serviceDetails.url, `pricing:${port}`);
    assert.ok(!("healthCheckPath" in serviceDetails));
    const ask = 'node -e "fetch(process.env.PRICING).then((r) => r.text()).then(console.log)"';
    const asking = await deployed(
      "cron_job",
      "asking",
      { ...command(ask), schedule: "0 0 1 1 *" },
      {
        envVars: [{ key: "PRICING", value: `http://pricing:${port}/` }],
      },
    );
    await called.ask("POST", `/cron-jobs/${asking.service.id}/runs`);
    await until(async () => (await said(asking.service.id)).includes('"inside"') || undefined);
  });

  it("publishes a site's folder and nothing beside it, by its routes and headers", async () => {
    const site = {
      buildCommand: "true",
      publishPath: "dist",
      routes: [
        { type: "redirect", source: "/old/:page", destination: "/docs/:page" },
        { type: "rewrite", source: "/app/*", destination: "/index.html" },
      ],
      headers: [{ path: "/*", name: "X-Frame-Options", value: "DENY" }],
    };
    const { service, status } = await deployed("static_site", "pages", site);
    assert.equal(status, "live");
    const { url } = service.serviceDetails;
    const get = async (at: string) => {
      const answer = await fetch(url + at, { redirect: "manual" });
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    };
    const home = await get("/");
    assert.equal(home.text, "<h1>home</h1>");
    assert.equal(home.headers.get("x-frame-options"), "DENY");
    assert.equal(home.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal((await get("/docs")).text, "docs");
    assert.equal((await get("/app/deep/in")).text, "<h1>home</h1>");
    const moved = await get("/old/a");
    assert.deepEqual([moved.status, moved.headers.get("location")], [301, "/docs/a"]);
    for (const at of ["/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/none", "/%ff"]) {
      const { status: code, text } = await get(at);
      assert.deepEqual([code, text], [404, "nothing here"], at);
    }
  });

  it("fails the build of a site whose folder is not there", async () => {
    const { service, status } = await deployed("static_site", "none", { publishPath: "build" });
    assert.equal(status, "build_failed");
    assert.match(await said(service.id), /Publish directory build does not exist!/);
  });

  it("refuses what a kind does not have", async () => {
    const refused: readonly [string, Json, RegExp][] = [
      ["background_worker", { healthCheckPath: "/health" }, /unknown field healthCheckPath/],
      ["background_worker", { plan: "free" }, /free is not available for a background worker/],
      ["private_service", { ipAllowList: [] }, /unknown field ipAllowList/],
      ["cron_job", {}, /serviceDetails\.schedule/],
      ["cron_job", { schedule: "daily" }, /five fields/],
      ["cron_job", { schedule: "0 3 * * *", numInstances: 2 }, /unknown field numInstances/],
    ];
    for (const [type, details, expected] of refused) {
      const body = called.post({ type, name: "refused" }, details);
      const { status, text } = await called.call("POST", "/services", body);
      assert.equal(status, 400, text);
      assert.match(text, expected);
    }
  });
});
