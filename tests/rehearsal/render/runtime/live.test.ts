import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../../../system";
import { event, isAlive, messages, Rehearsed, servingPid, textAt, until } from "./rehearsed";

const LIVE = [
  "==> Cloning from https://github.com/acme/navigator.git",
  "==> Running build command 'echo built for $RENDER_SERVICE_NAME'...",
  "built for navigator",
  "==> Build successful 🎉",
  "==> Deploying...",
  "==> Running 'node server.js 0.0.0.0 $PORT'",
  "==> Your service is live 🎉",
];

describe("A deploy of the embedded Render", () => {
  let rehearsed: Rehearsed;
  beforeEach(async () => {
    rehearsed = await Rehearsed.open();
  });
  afterEach(() => rehearsed.close());

  it("builds, starts the process and makes the service live", async () => {
    const service = await rehearsed.service();
    assert.equal((await fetch(service.url)).status, 503);
    const { deploy, queued } = rehearsed.deployments.start(service, "api");
    assert.deepEqual([deploy.status, queued], ["created", false]);
    await rehearsed.end(deploy);
    assert.equal(deploy.status, "live");
    const said = messages(service);
    assert.deepEqual(
      said.filter((line) => LIVE.includes(line)),
      LIVE,
    );
    assert.ok(said.includes(`==> Available at your primary URL ${service.url}`));
    assert.ok((await servingPid(service)) !== undefined);
    assert.deepEqual(service.details.openPorts, [{ port: rehearsed.port, protocol: "TCP" }]);
    assert.equal(rehearsed.deployments.instances(service).length, 1);
    const types = service.events.map((one) => one.type).reverse();
    assert.deepEqual(types, ["deploy_started", "build_started", "build_ended", "deploy_ended"]);
    assert.equal(event(service, "deploy_ended")?.details.deployStatus, "succeeded");
  });

  it("moves to the port that the process binds, with one restart", async () => {
    const service = await rehearsed.service({ startCommand: rehearsed.serve("0.0.0.0", rehearsed.port) });
    service.variables.set("PORT", "9");
    const deploy = await rehearsed.deploy(service);
    assert.equal(deploy.status, "live");
    const said = messages(service);
    assert.ok(
      said.includes(
        `==> New primary port detected: ${rehearsed.port}. Restarting deploy to update network configuration...`,
      ),
    );
    assert.equal(said.filter((line) => line.startsWith("==> Running 'node")).length, 2);
    assert.deepEqual(service.details.openPorts, [{ port: rehearsed.port, protocol: "TCP" }]);
    assert.ok((await servingPid(service)) !== undefined);
  });

  it("prefers PORT to a port that is open before it", async () => {
    await rehearsed.close();
    rehearsed = await Rehearsed.open({ timings: { settle: 600 } });
    const beside = await freePort();
    const wait = `until node -e 'require("node:net").connect(${beside}).on("error", () => process.exit(1)).on("connect", () => process.exit(0))'; do :; done`;
    const startCommand = `${rehearsed.serve("0.0.0.0", beside)} & ${wait}; sleep 0.3; ${rehearsed.serve()}`;
    const service = await rehearsed.service({ startCommand });
    assert.equal((await rehearsed.deploy(service)).status, "live");
    assert.deepEqual(
      service.details.openPorts.map(({ port }) => port),
      [rehearsed.port, beside],
    );
    assert.ok(!messages(service).some((line) => line.includes("New primary port")));
  });

  it("waits for a process that needs its time", async () => {
    await rehearsed.close();
    rehearsed = await Rehearsed.open({ timings: { notice: 0.2 } });
    const go = path.join(rehearsed.source, "go");
    const startCommand = `until [ -e ${go} ]; do sleep 0.05; done; ${rehearsed.serve()}`;
    const service = await rehearsed.service({ startCommand });
    const { deploy } = rehearsed.deployments.start(service, "api");
    await until(() => messages(service).includes("==> No open ports detected, continuing to scan..."));
    await writeFile(go, "");
    assert.equal((await rehearsed.end(deploy)).status, "live");
  });

  it("takes a port's own answer where the service has no health check path", async () => {
    const service = await rehearsed.service({ healthCheckPath: "" });
    assert.equal((await rehearsed.deploy(service)).status, "live");
  });

  it("gives the process its variables and the platform's, and nothing of this machine", async () => {
    process.env.PORTCULLIS_TEST_CANARY = "canary";
    const service = await rehearsed.service();
    service.variables.set("GREETING", "it's $HOME");
    await rehearsed.deploy(service);
    const seen = JSON.parse(await textAt(service, "/environment")) as Record<string, string>;
    delete process.env.PORTCULLIS_TEST_CANARY;
    assert.equal(seen.GREETING, "it's $HOME");
    assert.equal(seen.PORT, String(rehearsed.port));
    assert.equal(seen.RENDER_EXTERNAL_URL, service.url);
    assert.equal(seen.RENDER_EXTERNAL_HOSTNAME, `${service.slug}.onrender.com`);
    assert.equal(seen.NODE_ENV, "production");
    assert.equal(seen.PORTCULLIS_TEST_CANARY, undefined);
  });

  it("leads a connection URL to where its host is here, and says only host and port", async () => {
    await rehearsed.close();
    rehearsed = await Rehearsed.open({ addresses: { "pooler.example.com:6543": "127.0.0.1:7001" } });
    const service = await rehearsed.service();
    const url = (address: string): string => `postgresql://postgres.ref:s3cr%40t@${address}/postgres?a=b`;
    service.variables.set("DATABASE_URL", url("pooler.example.com:6543"));
    await rehearsed.deploy(service);
    const seen = JSON.parse(await textAt(service, "/environment")) as Record<string, string>;
    assert.equal(seen.DATABASE_URL, url("127.0.0.1:7001"));
    const note =
      "==> [embedded Render] DATABASE_URL: pooler.example.com:6543 is at 127.0.0.1:7001 on this machine.";
    assert.ok(messages(service).includes(note));
    assert.ok(!messages(service).some((line) => line.includes("s3cr")));
  });

  it("ends process, front and working copy with the service", async () => {
    const service = await rehearsed.service();
    const { folder = "" } = await rehearsed.deploy(service);
    const pid = await until(() => servingPid(service));
    assert.ok(existsSync(folder));
    await rehearsed.deployments.remove(service);
    assert.equal(isAlive(pid), false);
    assert.equal(existsSync(folder), false);
    await assert.rejects(fetch(service.url));
  });
});
