import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { askEndpoint, type Endpoint, type Expectation } from "../../probes";

const CANARY = "c4nary-s3cret-v4lue";
const signal = new AbortController().signal;
const USER = {
  type: "object",
  required: ["id", "name"],
  additionalProperties: false,
  properties: { id: { type: "integer" }, name: { type: "string", pattern: "^A" } },
};

describe("A body's judgement", () => {
  let server: Server;
  let address: string;

  before(async () => {
    server = createServer(({ url = "" }, response) => answer(url, response)).listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function answer(path: string, response: ServerResponse): void {
    const json = (value: unknown) => response.end(JSON.stringify(value));
    if (path === "/user") return void json({ id: 7, name: "Ada" });
    if (path === "/wrong") return void json({ id: CANARY, name: CANARY, [CANARY]: 1 });
    if (path === "/list") return void json([1, "two"]);
    if (path === "/by-key") return void json({ [CANARY]: { id: CANARY } });
    if (path === "/no-json") return void response.end(`<p>${CANARY}</p>`);
    if (path === "/large") return void response.end(JSON.stringify({ name: "x".repeat(11_000_000) }));
    if (path === "/empty") return void response.writeHead(204).end();
    if (path === "/stream") return void response.write("event: ready\n\n");
    if (path === "/stream-in-parts") {
      response.write("event: re");
      return void setTimeout(() => response.write("ady\n\n"), 20);
    }
    if (path === "/silent-stream") return void response.flushHeaders();
    // Far later than the limit of the case that asks it.
    if (path === "/late-stream") return void setTimeout(() => response.write("event: ready\n\n"), 200);
  }

  type Case = readonly [string, string, Partial<Expectation>, "pass" | "fail" | "not-decided", RegExp];
  const draft7 = { $schema: "http://json-schema.org/draft-07/schema#", items: [{ type: "integer" }] };
  const cases: readonly Case[] = [
    ["passes a body that its schema holds", "/user", { bodySchema: USER }, "pass", /GET \/user: 200$/],
    [
      "names everything that is not as the schema says",
      "/wrong",
      { bodySchema: USER },
      "fail",
      /the body must NOT have additional properties, `id` must be integer, `name` must match pattern "\^A"/,
    ],
    [
      "reads a schema of draft 7 by its own rules",
      "/list",
      { bodySchema: { ...draft7, additionalItems: { type: "string" } } },
      "pass",
      /200/,
    ],
    [
      "fails by a schema of draft 7",
      "/list",
      { bodySchema: { ...draft7, additionalItems: false } },
      "fail",
      /must NOT have more than 1 items/,
    ],
    [
      "leaves out a key that the schema does not name",
      "/by-key",
      { bodySchema: { additionalProperties: { properties: { id: { type: "integer" } } } } },
      "fail",
      /`\*\.id` must be integer/,
    ],
    ["fails what is no JSON", "/no-json", { bodySchema: USER }, "fail", /got 26 bytes that are none/],
    ["judges no body of more than 10 MB", "/large", { bodySchema: USER }, "not-decided", /larger than 10 MB/],
    [
      "passes a stream whose first byte came in time, without its end",
      "/stream",
      { firstByte: 60_000 },
      "pass",
      /200, its first byte after \d+ ms \(at most 60000 ms\)$/,
    ],
    [
      "reads a stream until its text is found",
      "/stream-in-parts",
      { firstByte: 60_000, text: "event: ready" },
      "pass",
      /200/,
    ],
    [
      "fails a stream whose first byte came later",
      "/late-stream",
      { firstByte: 50 },
      "fail",
      /200, but its first byte came after \d+ ms; expected at most 50 ms/,
    ],
    [
      "fails where there is no byte at all",
      "/empty",
      { firstByte: 60_000, status: 204 },
      "fail",
      /its body is empty/,
    ],
    [
      "cannot decide on a stream that says nothing",
      "/silent-stream",
      { firstByte: 50 },
      "not-decided",
      /had not ended after 0\.4 s/,
    ],
  ];
  for (const [what, path, expected, outcome, reason] of cases) {
    it(`${what}, and quotes no value`, async () => {
      const timeout = path === "/silent-stream" ? 400 : 60_000;
      const expect = { status: 200, ...expected };
      const endpoint: Endpoint = { name: "one", method: "GET", path, headers: {}, timeout, expect };
      const found = await askEndpoint(endpoint, address, signal);
      assert.equal(found.outcome, outcome, found.reason);
      assert.match(found.reason, reason);
      assert.ok(!JSON.stringify(found).includes(CANARY));
    });
  }
});
