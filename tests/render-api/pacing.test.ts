import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { RenderApiError, RenderClient } from "../../render-api";
import { Pacing, quotaIn } from "../../render-api/pacing";
import { SHORT_PAUSES } from "../render/called-kind";

const WINDOW = 300;
const LIMIT = 3;

describe("The quota of Render", () => {
  it("is read from the headers that were recorded, and from a time of a clock", () => {
    const headers = (reset: string) =>
      new Headers({ "Ratelimit-Limit": "20", "Ratelimit-Remaining": "0", "Ratelimit-Reset": reset });
    assert.deepEqual(quotaIn(headers("2144"), 0), { limit: 20, left: 0, resets: 2_144_000 });
    const now = Date.parse("2026-11-29T10:00:00Z");
    assert.deepEqual(quotaIn(headers(String(now / 1000 + 42)), now), { limit: 20, left: 0, resets: 42_000 });
    assert.equal(quotaIn(new Headers({ "Ratelimit-Limit": "20" }), now), undefined);
    assert.equal(quotaIn(headers("soon"), now), undefined);
  });

  it("holds nothing back before something was refused, and only what is counted with it after that", async () => {
    const pacing = new Pacing(() => 0);
    const told: string[] = [];
    const stop = new AbortController();
    const turn = (method: string, path: string) =>
      pacing.turn(method, path, { signal: stop.signal, tell: (words) => told.push(words) });
    pacing.learn("POST", "/services", { limit: 20, left: 0, resets: 1_000_000 }, false);
    await turn("POST", "/services");
    pacing.learn("POST", "/services", { limit: 20, left: 0, resets: 2_400_000 }, true);
    for (const [method, path] of [
      ["GET", "/services"],
      ["PATCH", "/services/srv-1"],
      ["POST", "/services/srv-1/deploys"],
      ["PUT", "/env-groups/evg-1"],
    ] as const) {
      await turn(method, path);
    }
    assert.deepEqual(told, []);
    const held = [turn("POST", "/services"), turn("POST", "/services")];
    assert.deepEqual(told, [
      "Render takes 20 new services at a time: 1 request waits, the next is sent in 40 min",
    ]);
    stop.abort(new Error("interrupted"));
    for (const each of held) await assert.rejects(each, /interrupted/);
  });

  it("is one for each service's own changes", async () => {
    const pacing = new Pacing(() => 0);
    pacing.learn("PATCH", "/services/srv-1", { limit: 10, left: 0, resets: 1_000_000 }, true);
    const stop = AbortSignal.abort(new Error("held"));
    const turn = (path: string) => pacing.turn("POST", path, { signal: stop, tell: () => {} });
    await turn("/services/srv-2/deploys");
    await assert.rejects(turn("/services/srv-1/deploys"), /held/);
  });
});

describe("Many requests to a Render that takes few at a time", () => {
  let server: Server;
  /** How many were taken in each window, and how many refused. */
  let taken: number[];
  let refused: number;

  beforeEach(async () => {
    [taken, refused] = [[], 0];
    let endsAt = 0;
    server = createServer((_, response) => {
      const now = Date.now();
      if (now >= endsAt) {
        endsAt = now + WINDOW;
        taken.push(0);
      }
      const count = (taken.at(-1) ?? 0) + 1;
      const over = count > LIMIT;
      if (over) refused += 1;
      else taken[taken.length - 1] = count;
      const headers = {
        "ratelimit-limit": String(LIMIT),
        "ratelimit-remaining": String(over ? 0 : LIMIT - count),
        // Whole seconds, as Render sends them: never less than what is left.
        "ratelimit-reset": String(Math.ceil((endsAt - now) / 1000)),
      };
      response
        .writeHead(over ? 429 : 201, headers)
        .end(over ? '{"message":"rate limit exceeded"}' : '{"service":{"id":"srv-1"}}');
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });

  it("are all carried out, a count at a time, with words on what waits and until when", async () => {
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const pauses: string[] = [];
    const client = new RenderClient({
      host,
      apiKey: "rnd_test",
      retry: SHORT_PAUSES,
      onPause: (words) => pauses.push(words),
    });
    const requests = Array.from({ length: 4 * LIMIT }, () => client.request("POST", "/services"));
    const answers = await Promise.all(requests);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(
      taken.reduce((sum, count) => sum + count),
      requests.length,
    );
    assert.ok(Math.max(...taken) <= LIMIT, taken.join(", "));
    // Only what was on its way when the first was refused.
    assert.ok(refused <= 3 * LIMIT, String(refused));
    assert.equal(pauses[0], "POST /services: Render answered 429; the next attempt waits for its turn.");
    const told = pauses.filter((words) => words.includes("at a time"));
    assert.match(
      told[0] ?? "",
      /^POST \/services: Render takes 3 new services at a time: \d requests? waits?, the next is sent in 1 s\.$/,
    );
    assert.ok(told.length < requests.length, told.join("\n"));
  });

  it("are refused in the end where no count ever begins anew", async () => {
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const retry = { ...SHORT_PAUSES, rateLimitPauses: [1, 1] };
    server.removeAllListeners("request");
    server.on("request", (_, response) => {
      refused += 1;
      response
        .writeHead(429, { "ratelimit-limit": "3", "ratelimit-remaining": "0", "ratelimit-reset": "0" })
        .end("{}");
    });
    const client = new RenderClient({ host, apiKey: "rnd_test", retry });
    await assert.rejects(client.request("POST", "/services"), RenderApiError);
    assert.equal(refused, 3);
  });
});
