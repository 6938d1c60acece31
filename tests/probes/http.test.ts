import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { askEndpoint, type Endpoint } from "../../probes";
import type { JsonExpectation } from "../../probes/endpoint";

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
    if (path === "/api") {
      const asked = received?.request.method === "OPTIONS" ? received.request.headers.origin : undefined;
      return void response.writeHead(204, { "access-control-allow-origin": asked ?? "none" }).end();
    }
    if (path === "/cut") return void response.destroy();
    if (path === "/moved") return void response.writeHead(302, { location: "/health" }).end();
    if (path === "/edge") return void response.writeHead(502, { server: "cloudflare" }).end();
    if (path === "/own-503")
      return void response.writeHead(503, { "x-render-origin-server": "uvicorn" }).end();
    if (path.startsWith("/latin")) {
      const charset = path === "/latin" ? "ISO-8859-1" : "none-such";
      response.writeHead(200, { "content-type": `text/html; charset=${charset}` });
      return void response.end(Buffer.from("<h1>Grüße</h1>", "latin1"));
    }
    if (path === "/signed-out")
      return void response.writeHead(307, { location: `/login/${CANARY}?state=${CANARY}` }).end();
    if (path === "/cookies") {
      const cookies = ["theme=dark; Path=/", "session=a; Secure"];
      return void response.writeHead(200, { "set-cookie": cookies }).end();
    }
    if (path === "/nothing-here")
      return void response.writeHead(404, { "x-render-routing": "no-server" }).end();
    if (path === "/ill-500") {
      response.writeHead(500, { "content-type": "application/problem+json" });
      return void response.end(
        JSON.stringify({ title: "no database", detail: `Bearer ${CANARY}`, token: CANARY }),
      );
    }
    if (path === "/page-500") {
      response.writeHead(500, { "content-type": "text/html" });
      return void response.end("<html><head><title>Server Error (500)</title></head></html>");
    }
    if (path === "/text-500") {
      response.writeHead(500, { "content-type": "text/plain" });
      return void response.end(`\nredis at postgresql://app:${CANARY}@db/app is away\nsecond line`);
    }
    if (path.startsWith("/echo")) {
      response.writeHead(422, { "content-type": "application/json" });
      return void response.end(
        JSON.stringify({ detail: `the token t-${CANARY} of key ${CANARY} is unknown`, input: CANARY }),
      );
    }
    if (path === "/endless") {
      response.write(`ready ${"x".repeat(2_000_000)}`);
      return;
    }
    if (path === "/trickle") {
      response.write("ready");
      const drop = setInterval(() => response.write("."), 5);
      return void response.on("close", () => clearInterval(drop));
    }
    if (path === "/huge") return void hugeJson(response);
    if (path.startsWith("/encoded/")) return void encoded(path.slice("/encoded/".length), response);
    if (path === "/gone") return void response.writeHead(204).end();
    if (path === "/elsewhere") return void response.writeHead(301, { location: "/index.html" }).end();
    if (path === "/guarded")
      return void response.writeHead(302, { location: "/accounts/login/?next=/health" }).end();
    if (path === "/ill") return void json(response, { status: "error", database: "connection refused" });
    if (path === "/no-json") return void response.writeHead(200).end('{"status": "ok"');
    if (path === "/short") {
      response.writeHead(200, { "content-length": "100" }).write("ready");
      return void response.end();
    }
    json(response, {
      ...{ status: "ok", token: CANARY, items: [{ id: 7 }], nothing: null, off: false, empty: "" },
      ...{ "a.b": { c: 1 }, parts: [1, "two"] },
    });
  }

  function json(response: ServerResponse, value: unknown): void {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
  }

  /** 6 MB, with what is looked for at its beginning and at its end. */
  function hugeJson(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"first": 1, "rows": [0');
    for (let part = 0; part < 60; part += 1) response.write(`,"${"x".repeat(100_000)}"`);
    response.end('], "last": "é at the end"}');
  }

  /** A body that is compressed as it says, one that is not, and one that is cut off. */
  function encoded(how: string, response: ServerResponse): void {
    const [encoding = "", state] = how.split("-");
    response.writeHead(200, { "content-encoding": encoding });
    const bytes = encoding === "br" ? brotliCompressSync("ready") : gzipSync("ready");
    if (state === "whole") return void response.end(bytes);
    if (state === "cut") return void response.end(bytes.subarray(0, bytes.length - 6));
    // The head first, as the server that this was seen with does.
    response.flushHeaders();
    response.write("not compressed at all, and the answer never ends");
  }

  type Case = readonly [string, Partial<Endpoint>, "pass" | "fail" | "not-decided", RegExp];
  const text = { status: 200, text: "ready" };
  const healthy = { status: [200, 399] } as const;
  const at = (jsonPath: string | JsonExpectation) => ({ status: 200, jsonPath });
  const cases: readonly Case[] = [
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
    ...(
      [
        [
          "passes on a redirect to where it should lead",
          { location: "^/health$" },
          "pass",
          /GET \/moved: 302/,
        ],
        [
          "fails on one to another place",
          { location: "^/login" },
          "fail",
          /`location` does not match `\^\/login`/,
        ],
        ["reads a header's name in any case", { Location: "health" }, "pass", /302/],
        [
          "fails where a header is not there",
          { "X-Frame-Options": "." },
          "fail",
          /has no header `X-Frame-Options`/,
        ],
      ] as const
    ).map(([title, headers, outcome, words]): Case => {
      return [title, { path: "/moved", expect: { status: 302, headers } }, outcome, words];
    }),
    [
      "asks what a browser of another origin asks before it sends anything",
      {
        ...{ method: "OPTIONS", path: "/api" },
        headers: { origin: "https://app.example", "access-control-request-method": "POST" },
        expect: { status: 204, headers: { "access-control-allow-origin": "^https://app\\.example$" } },
      },
      "pass",
      /OPTIONS \/api: 204/,
    ],
    ["does not follow a redirect", { path: "/moved", expect: { status: 302 } }, "pass", /302/],
    [
      "cannot decide on an answer that never ends, whatever its beginning says",
      { path: "/endless", expect: { status: 200, text: "ready" }, timeout: 300 },
      "not-decided",
      /its answer had not ended after 0\.3 s/,
    ],
    [
      "cannot decide on an answer that trickles",
      { path: "/trickle", timeout: 300 },
      "not-decided",
      /had not ended after 0\.3 s/,
    ],
    ["cannot decide on an answer shorter than it says", { path: "/short" }, "not-decided", /no answer/],
    ...(["gzip", "br"] as const).flatMap((encoding): Case[] => [
      [
        `passes on a body in ${encoding}`,
        { path: `/encoded/${encoding}-whole`, expect: text },
        "pass",
        /200/,
      ],
      [
        `fails on one that is no ${encoding}`,
        { path: `/encoded/${encoding}-not` },
        "fail",
        /is no (gzip|br)/,
      ],
      [
        `fails on ${encoding} that is cut off`,
        { path: `/encoded/${encoding}-cut` },
        "fail",
        /is no (gzip|br)/,
      ],
    ]),
    ["fails on an encoding that nobody knows", { path: "/encoded/rot13-whole" }, "fail", /cannot|can decode/],
    [
      "finds the end of a text of 6 MB",
      { path: "/huge", expect: { status: 200, text: "é at the" } },
      "pass",
      /200/,
    ],
    [
      "reads JSON of 6 MB at its end",
      { path: "/huge", expect: at({ path: "last", matches: "^é" }) },
      "pass",
      /200/,
    ],
    ["reads JSON of 6 MB at its beginning", { path: "/huge", expect: at("first") }, "pass", /200/],
    [
      "fails on JSON that breaks off",
      { path: "/no-json", expect: at("status") },
      "fail",
      /an answer that is none/,
    ],
    [
      "passes where the value is the expected one",
      { expect: at({ path: "status", equals: "ok" }) },
      "pass",
      /200/,
    ],
    ["compares a list whole", { expect: at({ path: "parts", equals: [1, "two"] }) }, "pass", /200/],
    ["reads a name with a dot", { expect: at({ path: '["a.b"].c', equals: 1 }) }, "pass", /200/],
    [
      "fails where it is another, which it does not quote",
      { expect: at({ path: "token", equals: "x" }) },
      "fail",
      /`token` of the JSON answer to equal "x", got another string/,
    ],
    [
      "fails where it is of another kind",
      { expect: at({ path: "items[0].id", equals: "7" }) },
      "fail",
      /another num/,
    ],
    [
      "passes where the value matches",
      { expect: at({ path: "items[0].id", matches: "^\\d$" }) },
      "pass",
      /200/,
    ],
    [
      "fails where it does not match",
      { expect: at({ path: "status", matches: "^up$" }) },
      "fail",
      /to match `\^up\$`/,
    ],
    ["passes where nothing is to be", { expect: at({ path: "error", exists: false }) }, "pass", /200/],
    [
      "fails where something is",
      { expect: at({ path: "status", exists: false }) },
      "fail",
      /expected nothing at/,
    ],
    [
      "counts null as there where that is asked",
      { expect: at({ path: "nothing", exists: true }) },
      "pass",
      /200/,
    ],
    [
      "takes false for no value",
      { expect: at("off") },
      "fail",
      /a value at `off` of the JSON answer, got false/,
    ],
    ["takes the empty text for no value", { expect: at("empty") }, "fail", /a value at `empty`.*got ""/],
    ["takes 204 as healthy, as Render does", { path: "/gone", expect: healthy }, "pass", /204/],
    ["takes 301 as healthy, as Render does", { path: "/elsewhere", expect: healthy }, "pass", /301/],
    [
      "fails on a redirect to a sign-in",
      { path: "/guarded", expect: healthy },
      "fail",
      /\/accounts\/login\/, which asks/,
    ],
    [
      "fails on a health check whose JSON says so",
      { path: "/ill", expect: healthy },
      "fail",
      /says `status`: `error`/,
    ],
    [
      "takes no other status as healthy",
      { path: "/own-503", expect: healthy },
      "fail",
      /expected 200 to 399, got 503/,
    ],
    [
      "says what a failed health check's JSON calls its fault, and no other field",
      { path: "/ill-500", expect: healthy },
      "fail",
      /got 500; it says: title no database, detail \*\*\*$/,
    ],
    [
      "says the title of the page that a failed health check got",
      { path: "/page-500", expect: healthy },
      "fail",
      /got 500; it says: Server Error \(500\)$/,
    ],
    [
      "says the first line of a text that a failed health check got, masked",
      { path: "/text-500", expect: healthy },
      "fail",
      /got 500; it says: redis at postgresql:\/\/app:\*\*\*@db\/app is away$/,
    ],
    [
      "says the first line of any endpoint's answer that is an error",
      { path: "/text-500" },
      "fail",
      /got 500; it says: redis at postgresql:\/\/app:\*\*\*@db\/app is away$/,
    ],
    [
      "masks what it has sent where an error repeats it",
      { path: "/echo", method: "POST", json: { user: { token: `t-${CANARY}` }, keys: [CANARY] } },
      "fail",
      /expected 200, got 422; it says: detail the token \*\*\* of key \*\*\* is unknown$/,
    ],
    [
      "quotes nothing of an answer that is no error",
      { path: "/", expect: { status: 204 } },
      "fail",
      /expected 204, got 200$/,
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
    [
      "finds a header that there are several of in one of them",
      { path: "/cookies", expect: { status: 200, headers: { "set-cookie": "^session=.*Secure$" } } },
      "pass",
      /200/,
    ],
    [
      "takes the edge's word that there is no service for no answer, even where its status is expected",
      { path: "/nothing-here", expect: { status: 404 } },
      "not-decided",
      /404 from the platform's edge/,
    ],
    [
      "says that a redirect asks for a sign-in, without what follows in its path",
      { path: "/signed-out", expect: { status: 201 } },
      "fail",
      /expected 201, got 307 to \/login\/, which asks for a sign-in$/,
    ],
    ...(
      [
        ["reads a body in the charset that it names", "/latin", "pass"],
        ["reads one in UTF-8 where that is unknown", "/latin-unknown", "fail"],
      ] as const
    ).map(([title, path, outcome]): Case => {
      return [title, { path, expect: { status: 200, text: "Grüße" } }, outcome, /GET \/latin/];
    }),
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
