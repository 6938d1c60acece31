import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import https from "node:https";
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as TcpServer,
} from "node:net";
import { askEndpoint, type Endpoint } from "../../probes";
import { type Certificate, makeCertificate } from "../../rehearsal/certificate";

const HEALTH: Endpoint = {
  ...{ name: "health", method: "GET", path: "/health", headers: {}, timeout: 20_000 },
  expect: { status: [200, 399] },
};
const { signal } = new AbortController();

describe("What is between an endpoint and who asks it", function () {
  this.timeout(60_000);
  const servers: (Server | TcpServer)[] = [];
  let certificate: Certificate;
  before(async () => {
    certificate = await makeCertificate(["localhost"]);
  });
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function listening<T extends Server | TcpServer>(server: T, host = "127.0.0.1"): Promise<number> {
    servers.push(server);
    server.listen(0, host);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  }

  const answering = (listener: RequestListener) => listening(createServer(listener));
  const ask = (address: string, change: Partial<Endpoint> = {}) =>
    askEndpoint({ ...HEALTH, ...change }, address, signal, { ca: certificate.authority });

  /** TLS whose first byte comes late. */
  async function slowTls(after: number): Promise<string> {
    const { key, certificate: cert } = certificate;
    const inner = await listening(https.createServer({ key, cert }, (_, response) => response.end("ok")));
    const outer = createTcpServer((socket) => {
      socket.pause().on("error", () => {});
      setTimeout(() => {
        const to = connect(inner, "127.0.0.1").on("error", () => {});
        socket.pipe(to).pipe(socket);
      }, after);
    });
    return `https://127.0.0.1:${await listening(outer)}`;
  }

  it("passes where TLS takes its time", async () => {
    const { outcome, reason } = await ask(await slowTls(1_500));
    assert.equal(outcome, "pass", reason);
  });

  it("cannot decide where TLS takes longer than the endpoint has", async () => {
    const { outcome, reason } = await ask(await slowTls(1_500), { timeout: 500 });
    assert.equal(outcome, "not-decided", reason);
  });

  it("passes where the service answers by IPv6 alone", async function () {
    const server = createServer((_, response) => response.end("ok"));
    const port = await listening(server, "::1").catch(() => this.skip());
    const { outcome, reason } = await ask(`http://[::1]:${port}`);
    assert.equal(outcome, "pass", reason);
  });

  for (const [size, expected] of [
    [40, "pass"],
    [100, "pass"],
    [200, "not-decided"],
  ] as const) {
    it(`${expected === "pass" ? "passes" : "cannot decide"} with headers of ${size} kB`, async () => {
      const port = await answering((_, response) => {
        for (let n = 0; n < size / 4; n += 1) response.setHeader(`x-trace-${n}`, "t".repeat(4_000));
        response.end("ok");
      });
      const { outcome, reason } = await ask(`http://127.0.0.1:${port}`);
      assert.equal(outcome, expected, reason);
    });
  }

  it("does not pass a chunk that is none", async () => {
    const raw = createTcpServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () =>
        socket.end("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\nzz\r\n"),
      );
    });
    const { outcome, reason } = await ask(`http://127.0.0.1:${await listening(raw)}`);
    assert.notEqual(outcome, "pass", reason);
  });

  it("fails a 503 that says when to ask again, and says so to who asks again", async () => {
    const port = await answering((_, response) =>
      response.writeHead(503, { "retry-after": "2" }).end("later"),
    );
    const { outcome, warmsUpWithin, askAgainAfter } = await ask(`http://127.0.0.1:${port}`);
    assert.deepEqual([outcome, warmsUpWithin, askAgainAfter], ["fail", 120_000, 2_000]);
  });

  it("counts one that does not at once", async () => {
    const port = await answering((_, response) => response.writeHead(503).end("no database"));
    const { outcome, warmsUpWithin } = await ask(`http://127.0.0.1:${port}`);
    assert.deepEqual([outcome, warmsUpWithin], ["fail", undefined]);
  });
});
