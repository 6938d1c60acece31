import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { lastLines } from "../../../../rehearsal/render/runtime/examination";
import type { HeldRequest } from "../../../../rehearsal/render/runtime/instances/request-in-flight";
import { freePort } from "../../../../system";
import { isAlive, messages, pidsIn, Rehearsed, until } from "./rehearsed";

/** Reads bodies, and does on SIGTERM what its first argument says. */
const ENDING = `
const http = require("node:http");
const server = http.createServer((request, response) => {
  if (request.url === "/early") return response.end("early");
  request.resume().on("end", () => response.end("read"));
});
const [how, port = process.env.PORT] = process.argv.slice(2);
process.on("SIGTERM", () => {
  if (how === "graceful") server.close(() => process.exit(0));
  if (how === "abrupt") process.exit(0);
  if (how === "failing") server.close(() => process.exit(3));
  if (how === "deaf") console.log("no answer");
});
server.listen(Number(port), "0.0.0.0");
`;
const HELD: HeldRequest = { method: "POST", path: "/", headers: {}, body: "order" };

describe("A live service that is examined", () => {
  let rehearsed: Rehearsed;
  beforeEach(async () => {
    const rehearsalVariables = new Map([["ONLY_HERE", "yes"]]);
    rehearsed = await Rehearsed.open({ rehearsalVariables, timings: { graceAtEnd: 0.5 } });
    writeFileSync(path.join(rehearsed.source, "ending.js"), ENDING);
  });
  afterEach(() => rehearsed.close());

  const live = async (how: string, rest = "") => {
    const service = await rehearsed.service({
      startCommand: `exec node ending.js ${how} ${rest}`,
      ...{ healthCheckPath: "", maxShutdownDelaySeconds: 2 },
    });
    assert.equal((await rehearsed.deploy(service)).status, "live", messages(service).join("\n"));
    return service;
  };

  it("that ignores SIGTERM is ended with the embedded Render, whatever delay it has declared", async () => {
    const service = await rehearsed.service({
      startCommand: "echo pid $$; exec node ending.js deaf",
      ...{ healthCheckPath: "", maxShutdownDelaySeconds: 300 },
    });
    await rehearsed.deploy(service);
    const [pid] = pidsIn(messages(service));
    assert.ok(pid !== undefined && isAlive(pid));
    const shutdown = rehearsed.deployments.shutDown(service, undefined);
    await until(() => messages(service).includes("no answer"));
    await rehearsed.deployments.stop();
    assert.ok(!isAlive(pid));
    assert.equal((await shutdown)?.exitStatus, 137);
  });

  it("says how long it took to build, to listen and to be healthy", async () => {
    const service = await live("graceful");
    const { buildSeconds, startup } = rehearsed.deployments.observed(service);
    assert.ok(buildSeconds !== undefined && buildSeconds > 0);
    assert.ok(startup !== undefined && startup.boundSeconds > 0, JSON.stringify(startup));
    assert.ok(startup.healthySeconds >= startup.boundSeconds);
  });

  it("gets the variables that a rehearsal alone sets, and the log names them", async () => {
    const service = await rehearsed.service({ buildCommand: 'test "$ONLY_HERE" = yes' });
    assert.equal((await rehearsed.deploy(service)).status, "live");
    assert.ok(messages(service).some((line) => line.endsWith("Set for the rehearsal alone: ONLY_HERE.")));
  });

  it("is left out of the ends of logs where another service did not go live, and is there where all did", async () => {
    const one = await live("graceful");
    assert.deepEqual(
      lastLines(rehearsed.store, 1).map(({ service }) => service),
      [one.name],
    );
    const other = await rehearsed.service({ buildCommand: "echo no such module; exit 1" }, "failing");
    assert.equal((await rehearsed.deploy(other)).status, "build_failed");
    const [found, ...others] = lastLines(rehearsed.store, 20);
    assert.deepEqual([found?.service, others], ["failing", []]);
    assert.ok(found?.lines.includes("no such module"), found?.lines.join("\n"));
    assert.equal(lastLines(rehearsed.store, 1)[0]?.lines.length, 1);
  });

  const ENDINGS = [
    ["graceful", HELD, { clean: true, exitStatus: 0, request: "answered" }],
    ["abrupt", HELD, { clean: true, exitStatus: 0, request: "lost" }],
    ["failing", HELD, { clean: false, exitStatus: 3, request: "answered" }],
    ["deaf", HELD, { clean: false, exitStatus: 137, request: "answered" }],
    ["graceful", { ...HELD, path: "/early" }, { clean: true, exitStatus: 0, request: "early" }],
    ["graceful", undefined, { clean: true, exitStatus: 0, request: undefined }],
  ] as const;
  for (const [how, held, expected] of ENDINGS) {
    const what = held === undefined ? "no request" : `a request to ${held.path}`;
    it(`ends ${how} with ${what} in flight`, async () => {
      const service = await live(how);
      const shutdown = await rehearsed.deployments.shutDown(service, held);
      assert.ok(shutdown !== undefined);
      const { clean, exitStatus, request, delaySeconds } = shutdown;
      assert.deepEqual({ clean, exitStatus, request }, expected);
      assert.equal(delaySeconds, 2);
      assert.ok(service.suspended);
      assert.equal(await rehearsed.deployments.shutDown(service, held), undefined);
    });
  }

  it("runs once more on another port, and is ended again", async () => {
    const asked = await freePort();
    const { signal } = new AbortController();
    const service = await live("graceful");
    await rehearsed.deployments.shutDown(service, undefined);
    assert.deepEqual(await rehearsed.deployments.runOn(service, asked, signal), { asked, bound: asked });
    const fixed = await live("graceful", String(rehearsed.port));
    await rehearsed.deployments.shutDown(fixed, undefined);
    assert.deepEqual(await rehearsed.deployments.runOn(fixed, asked, signal), {
      asked,
      bound: rehearsed.port,
    });
  });
});
