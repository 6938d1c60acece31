import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer as createPlainServer } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { askEndpoint, type Endpoint } from "../../probes";
import { expiredProblem } from "../../probes/tls-expiry";
import { type Certificate, makeCertificate } from "../../rehearsal/certificate";

const signal = new AbortController().signal;
const asking = (tlsExpiry?: number): Endpoint => ({
  ...{ name: "health", method: "GET", path: "/", headers: {}, timeout: 60_000 },
  expect: { status: 200, ...(tlsExpiry !== undefined && { tlsExpiry }) },
});

describe("A certificate's expiry", () => {
  let server: Server;
  let address: string;
  let made: Certificate;

  before(async () => {
    // It holds for 30 days.
    made = await makeCertificate(["localhost"]);
    server = createServer({ key: made.key, cert: made.certificate }, (_, response) => response.end("ok"));
    new WebSocketServer({ server });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (endpoint: Endpoint) => askEndpoint(endpoint, address, signal, { ca: made.authority });

  it("passes a certificate that holds for longer", async () => {
    assert.deepEqual((await ask(asking(14))).outcome, "pass");
  });

  it("fails one that ends before, and says when", async () => {
    const { outcome, reason, correctiveAction } = await ask(asking(60));
    assert.equal(outcome, "fail", reason);
    assert.match(
      reason,
      /its certificate holds for (29|30) days, until \d{4}-\d\d-\d\d; expected at least 60 days/,
    );
    assert.match(correctiveAction ?? "", /Renew the certificate/);
  });

  it("fails it where a WebSocket is opened, too", async () => {
    const { outcome, reason } = await ask({ ...asking(60), webSocket: {} });
    assert.deepEqual([outcome, /holds for (29|30) days/.test(reason)], ["fail", true], reason);
    assert.equal((await ask({ ...asking(14), webSocket: {} })).outcome, "pass");
  });

  it("fails one that is over, where the expiry is asked alone", () => {
    const over = Object.assign(new Error("certificate has expired"), { code: "CERT_HAS_EXPIRED" });
    assert.match(expiredProblem(14, over, "GET /")?.reason ?? "", /its certificate has expired/);
    assert.equal(expiredProblem(undefined, over, "GET /"), undefined);
    assert.equal(expiredProblem(14, new Error("other"), "GET /"), undefined);
  });

  it("does not decide on an authority that nobody knows", async () => {
    const { outcome, reason } = await askEndpoint(asking(14), address, signal);
    assert.equal(outcome, "not-decided", reason);
  });

  it("does not decide where there is no TLS", async () => {
    const plain = createPlainServer((_, response) => response.end("ok")).listen(0, "127.0.0.1");
    await once(plain, "listening");
    const { port } = plain.address() as AddressInfo;
    const { outcome, reason } = await askEndpoint(asking(14), `http://127.0.0.1:${port}`, signal);
    plain.close();
    plain.closeAllConnections();
    assert.deepEqual([outcome, /has no TLS/.test(reason)], ["not-decided", true], reason);
  });
});
