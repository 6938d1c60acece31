import assert from "node:assert/strict";
import net from "node:net";
import { startRender } from "../../../rehearsal/render";
import { RateLimits } from "../../../rehearsal/render/api/rate-limits";
import { freePort } from "../../../system";
import { CalledRender } from "./called-render";
import { until } from "./runtime/rehearsed";

const codeOf = (error: unknown): unknown =>
  ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code;

describe("The embedded Render's faults", () => {
  let called: CalledRender;
  before(async () => {
    called = await CalledRender.open();
  });
  after(() => called.close());
  afterEach(() => called.render.faults.clear());

  it("answer a status with Retry-After and a message, as often as asked, without acting on the request", async () => {
    called.render.faults.next({
      method: "POST",
      path: /^\/services$/,
      times: 2,
      how: { status: 503, retryAfter: 7, message: "try later" },
    });
    assert.equal((await called.call("GET", "/services")).status, 200);
    for (const _ of [1, 2]) {
      const { status, headers, body } = await called.call("POST", "/services", called.post());
      assert.deepEqual([status, headers.get("retry-after"), body], [503, "7", { message: "try later" }]);
    }
    assert.deepEqual(await called.ask("GET", "/services"), []);
    await called.ask("DELETE", `/services/${(await called.service()).id}`);
  });

  it("cut the connection before a request is acted on", async () => {
    called.render.faults.next({ how: "reset" });
    await assert.rejects(
      called.call("POST", "/services", called.post()),
      (error) => codeOf(error) === "ECONNRESET",
    );
    assert.deepEqual(await called.ask("GET", "/services"), []);
  });

  it("lose the answer after a request was acted on", async () => {
    called.render.faults.next({ method: "POST", how: "lost-answer" });
    await assert.rejects(
      called.call("POST", "/services", called.post()),
      (error) => codeOf(error) === "ECONNRESET",
    );
    const [{ service }] = await called.ask("GET", "/services?name=api");
    await called.ask("DELETE", `/services/${service.id}`);
  });

  it("hang until they are cleared, which cuts the connection", async () => {
    called.render.faults.next({ path: /^\/owners/, how: "hang" });
    const hanging = called.call("GET", "/owners");
    let state = "hangs";
    hanging.then(
      () => (state = "answered"),
      () => (state = "cut"),
    );
    await until(() => called.render.faults.hangingRequests === 1);
    // The other requests are answered while that one hangs.
    for (let other = 0; other < 5; other += 1) await called.ask("GET", "/users");
    assert.equal(state, "hangs");
    called.render.faults.clear();
    await assert.rejects(hanging, (error) => codeOf(error) === "ECONNRESET");
    assert.equal((await called.call("GET", "/owners")).status, 200);
  });

  it("hang no longer than the client waits", async () => {
    called.render.faults.next({ how: "hang" });
    const { host, apiKey } = called.render;
    const headers = { authorization: `Bearer ${apiKey}` };
    const waiting = new AbortController();
    const hanging = fetch(`${host}/users`, { headers, signal: waiting.signal });
    await until(() => called.render.faults.hangingRequests === 1);
    waiting.abort(new Error("the client waits no longer"));
    await assert.rejects(hanging, /waits no longer/);
    await until(() => called.render.faults.hangingRequests === 0);
    assert.equal((await called.call("GET", "/users")).status, 200);
  });

  it("are forgotten when they are cleared", async () => {
    called.render.faults.next({ how: { status: 500 } });
    called.render.faults.clear();
    assert.equal((await called.call("GET", "/users")).status, 200);
  });
});

describe("The embedded Render's server", () => {
  it("sends the headers that Render sends, and a line's end after JSON", async () => {
    const called = await CalledRender.open();
    const { headers, text } = await called.call("GET", "/services");
    await called.close();
    assert.equal(text, "[]\n");
    const expected = {
      "content-type": "application/json; charset=utf-8",
      "content-length": "3",
      "ratelimit-limit": "400",
      "ratelimit-remaining": "399",
      vary: "Origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "x-xss-protection": "1; mode=block",
    };
    for (const [name, value] of Object.entries(expected)) assert.equal(headers.get(name), value, name);
    assert.ok(headers.get("render-request-id"));
    const reset = Number(headers.get("ratelimit-reset"));
    assert.ok(reset > 0 && reset <= 60);
  });

  it("refuses with 429 what is over its limits, where they are enforced, and says after how many seconds to come again", async () => {
    const called = await CalledRender.open({ rateLimits: "enforce" });
    const answers = [];
    for (let count = 0; count < 12; count++) answers.push(await called.call("PATCH", "/services/srv-1", {}));
    const other = await called.call("PATCH", "/services/srv-2", {});
    await called.close();
    assert.deepEqual(
      answers.map(({ status }) => status),
      [...Array(10).fill(404), 429, 429],
    );
    assert.equal(other.status, 404);
    const last = answers.at(-1);
    assert.equal(last?.headers.get("ratelimit-remaining"), "0");
    const after = Number(last?.headers.get("retry-after"));
    assert.ok(after > 0 && after <= 60, String(after));
  });

  it("says which port is taken", async () => {
    const taken = net.createServer().listen(0, "127.0.0.1");
    await new Promise((listening) => taken.once("listening", listening));
    const { port } = taken.address() as net.AddressInfo;
    await assert.rejects(startRender({ repositories: {}, port }), new RegExp(`port ${port} of 127.0.0.1`));
    await new Promise((closed) => taken.close(closed));
  });

  it("takes the port and the key it is given, on 127.0.0.1 alone, and is gone after stop", async () => {
    const port = await freePort();
    const called = await CalledRender.open({ port, apiKey: "rnd_given" });
    assert.deepEqual(
      [called.render.host, called.render.apiKey],
      [`http://127.0.0.1:${port}/v1`, "rnd_given"],
    );
    assert.deepEqual(await called.ask("GET", "/users"), { email: "rehearsal@localhost", name: "Rehearsal" });
    const [{ owner }] = await called.ask("GET", "/owners");
    assert.equal(owner.id, called.render.ownerId);
    await called.close();
    await assert.rejects(called.call("GET", "/users"), (error) => codeOf(error) === "ECONNREFUSED");
  });
});

describe("The embedded Render's rate limits", () => {
  const ROWS = [
    ["GET", "/services/srv-1/deploys", 400],
    ["POST", "/services", 20],
    ["PATCH", "/services/srv-1", 10],
    ["POST", "/services/srv-1/deploys", 10],
    ["POST", "/services/srv-1/custom-domains", 50],
    ["PUT", "/services/srv-1/env-vars", 100],
    ["PUT", "/logs/streams/owner/tea-1", 30],
    ["DELETE", "/services/srv-1", 100],
  ] as const;

  for (const [method, path, limit] of ROWS) {
    it(`let ${limit} of ${method} ${path} pass`, () => {
      assert.equal(new RateLimits().count(method, path).limit, limit);
    });
  }

  it("count one service's changes and deploys together, and begin anew after a minute", () => {
    let now = 0;
    const limits = new RateLimits(() => now);
    const paths = ["deploys", "scale", "suspend", "resume"];
    for (let count = 0; count < 9; count++) limits.count("POST", `/services/srv-1/${paths[count % 4]}`);
    assert.deepEqual(limits.count("PATCH", "/services/srv-1"), {
      limit: 10,
      remaining: 0,
      reset: 60,
      over: false,
    });
    now = 30_500;
    assert.deepEqual(limits.count("PATCH", "/services/srv-1"), {
      limit: 10,
      remaining: 0,
      reset: 30,
      over: true,
    });
    now = 60_000;
    assert.equal(limits.count("PATCH", "/services/srv-1").remaining, 9);
  });
});
