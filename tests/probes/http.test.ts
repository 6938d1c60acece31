import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { askEndpoint, type Endpoint } from "../../probes";

const CANARY = "c4nary-s3cret-v4lue";
const sound: Endpoint = {
  name: "health",
  method: "GET",
  path: "/health",
  headers: { authorization: `Bearer ${CANARY}` },
  expect: { status: 200 },
  timeout: 60_000,
};
const signal = new AbortController().signal;

describe("An endpoint's probe", () => {
  let server: Server;
  let address: string;
  let received: { request: IncomingMessage; body: string } | undefined;

  before(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        received = { request, body: Buffer.concat(chunks).toString() };
        answer(request.url ?? "", response);
      });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  function answer(path: string, response: ServerResponse): void {
    if (path === "/silent") return;
    if (path === "/cut") return void response.destroy();
    if (path === "/moved") return void response.writeHead(302, { location: "/health" }).end();
    if (path === "/edge") return void response.writeHead(502, { server: "cloudflare" }).end();
    if (path === "/own-503")
      return void response.writeHead(503, { "x-render-origin-server": "uvicorn" }).end();
    if (path === "/endless") {
      response.write(`ready ${"x".repeat(2_000_000)}`);
      return;
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ status: "ok", token: CANARY, items: [{ id: 7 }], nothing: null }));
  }

  const cases: readonly [string, Partial<Endpoint>, "pass" | "fail" | "not-decided", RegExp][] = [
    ["passes on the expected status", {}, "pass", /GET \/health: 200/],
    ["fails on another status", { expect: { status: 204 } }, "fail", /expected 204, got 200/],
    ["passes where the text is in the answer", { expect: { status: 200, text: '"ok"' } }, "pass", /200/],
    ["fails where it is not", { expect: { status: 200, text: "fine" } }, "fail", /expected the text `fine`/],
    [
      "passes where the JSON path leads to a value",
      { expect: { status: 200, jsonPath: "items[0].id" } },
      "pass",
      /200/,
    ],
    [
      "fails where it leads nowhere",
      { expect: { status: 200, jsonPath: "items[1].id" } },
      "fail",
      /`items\[1\]\.id`/,
    ],
    ["fails where it leads to null", { expect: { status: 200, jsonPath: "nothing" } }, "fail", /`nothing`/],
    ["does not follow a redirect", { path: "/moved", expect: { status: 302 } }, "pass", /302/],
    [
      "reads the beginning of an endless answer",
      { path: "/endless", expect: { status: 200, text: "ready" } },
      "pass",
      /200/,
    ],
    [
      "cannot decide where nothing answers in time",
      { path: "/silent", timeout: 60 },
      "not-decided",
      /within 0\.06 s/,
    ],
    ["cannot decide where the answer is cut off", { path: "/cut" }, "not-decided", /no answer/],
    [
      "cannot decide where the edge has nobody to ask",
      { path: "/edge" },
      "not-decided",
      /got 502 from the platform's edge/,
    ],
    ["fails on the service's own 503", { path: "/own-503" }, "fail", /got 503/],
  ];
  for (const [what, change, outcome, reason] of cases) {
    it(`${what}, and prints no secret`, async () => {
      const found = await askEndpoint({ ...sound, ...change }, address, signal);
      assert.equal(found.outcome, outcome, found.reason);
      assert.match(found.reason, reason);
      assert.ok(!JSON.stringify(found).includes(CANARY));
    });
  }

  it("cannot decide where nobody listens", async () => {
    const unused = createServer().listen(0, "127.0.0.1");
    await once(unused, "listening");
    const { port } = unused.address() as AddressInfo;
    unused.close();
    await once(unused, "close");
    const found = await askEndpoint(sound, `http://127.0.0.1:${port}`, signal);
    assert.equal(found.outcome, "not-decided");
    assert.match(found.reason, /ECONNREFUSED/);
  });

  it("sends JSON as JSON, a body as it is, and a file as a form", async () => {
    const post = { ...sound, method: "POST", headers: {} };
    await askEndpoint({ ...post, json: { user: "ada" } }, address, signal);
    assert.equal(received?.request.headers["content-type"], "application/json");
    assert.equal(received?.body, '{"user":"ada"}');
    await askEndpoint({ ...post, headers: { "Content-Type": "text/csv" }, body: "a,b" }, address, signal);
    assert.deepEqual([received?.request.headers["content-type"], received?.body], ["text/csv", "a,b"]);
    const file = { field: "file", name: "note.txt", content: "hello", contentType: "text/plain" };
    await askEndpoint({ ...post, file }, address, signal);
    assert.match(received?.request.headers["content-type"] ?? "", /^multipart\/form-data; boundary=/);
    assert.match(
      received?.body ?? "",
      /name="file"; filename="note\.txt"\r\nContent-Type: text\/plain\r\n\r\nhello/,
    );
  });
});
