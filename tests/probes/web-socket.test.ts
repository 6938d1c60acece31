import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { askEndpoint, type Endpoint, type Outcome } from "../../probes";

const CANARY = "c4nary-s3cret-v4lue";
const signal = new AbortController().signal;

describe("A WebSocket's probe", () => {
  let server: Server;
  let address: string;
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has("chat") ? "chat" : false),
  });

  before(async () => {
    server = createServer((_, response) => response.writeHead(404).end(CANARY));
    server.on("upgrade", (request, socket, head) => upgraded(request, socket, head));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    for (const client of sockets.clients) client.terminate();
    server.closeAllConnections();
    server.close();
  });

  function upgraded(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { url = "", headers } = request;
    const refuse = (text: string) => socket.end(`HTTP/1.1 ${text}\r\nconnection: close\r\n\r\n`);
    if (url === "/forbidden") return void refuse(`403 Forbidden\r\nx-token: ${CANARY}`);
    if (url === "/edge") return void refuse("502 Bad Gateway\r\nserver: cloudflare");
    if (url === "/own-502") return void refuse("502 Bad Gateway\r\nserver: nginx");
    if (url === "/cut") return void socket.destroy();
    if (url === "/silent") return;
    if (url === "/no-handshake") {
      const wrong = "connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: wrong";
      return void socket.write(`HTTP/1.1 101 Switching Protocols\r\n${wrong}\r\n\r\n`);
    }
    if (url === "/no-upgrade") return void refuse("101 Switching Protocols");
    if (url === "/guarded" && headers.authorization !== `Bearer ${CANARY}`)
      return void refuse("401 Unauthorized");
    sockets.handleUpgrade(request, socket, head, (client) => opened(url, client));
  }

  function opened(url: string, client: WebSocket): void {
    if (url === "/welcome") client.send(`welcome ${CANARY}`);
    if (url === "/binary") client.send(Buffer.from("ready"));
    if (url === "/closes") client.close(1011, CANARY);
    if (url === "/breaks") client.terminate();
    if (url === "/echo") client.on("message", (data) => client.send(`heard ${data}`));
  }

  type Case = readonly [string, string, Endpoint["webSocket"], Outcome, RegExp];
  const cases: readonly Case[] = [
    ["passes a handshake", "/quiet", {}, "pass", /WebSocket \/quiet: opened$/],
    ["passes a subprotocol that is agreed to", "/quiet", { protocol: "chat" }, "pass", /opened with `chat`/],
    ["fails one that is not", "/quiet", { protocol: "mqtt" }, "fail", /Server sent no subprotocol/],
    ["sends the request's headers", "/guarded", {}, "pass", /opened/],
    [
      "passes a first message that matches",
      "/welcome",
      { message: "^welcome" },
      "pass",
      /first message \(text, 27 bytes\) is as expected/,
    ],
    ["fails one that does not", "/welcome", { message: "^bye" }, "fail", /27 bytes\) does not match `\^bye`/],
    ["reads a binary message", "/binary", { message: "^ready$" }, "pass", /\(binary, 5 bytes\)/],
    [
      "sends what is to be answered",
      "/echo",
      { send: "hello", message: "^heard hello$" },
      "pass",
      /expected/,
    ],
    [
      "fails a handshake that is refused",
      "/forbidden",
      {},
      "fail",
      /expected the handshake \(101\), got 403/,
    ],
    ["fails the service's own 502", "/own-502", {}, "fail", /got 502$/],
    ["does not decide on the edge's", "/edge", {}, "not-decided", /got 502 from the platform's edge/],
    [
      "fails a handshake against the protocol",
      "/no-handshake",
      {},
      "fail",
      /a handshake against the protocol/,
    ],
    [
      "does not decide where the connection is cut",
      "/cut",
      {},
      "not-decided",
      /no answer \(socket hang up\)/,
    ],
    [
      "does not decide where nothing answers in time",
      "/silent",
      {},
      "not-decided",
      /no answer within 0\.3 s/,
    ],
    [
      "does not decide where no message comes in time",
      "/quiet",
      { message: "." },
      "not-decided",
      /opened, but no first message within 0\.3 s/,
    ],
    [
      "fails one that is closed before its first message",
      "/closes",
      { message: "." },
      "fail",
      /closed \(1011\) before its first message/,
    ],
    ["does not decide where it breaks off", "/breaks", { message: "." }, "not-decided", /closed \(1006\)/],
  ];
  for (const [what, path, webSocket, outcome, reason] of cases) {
    it(`${what}, and prints no secret`, async () => {
      const timeout = /no message|nothing answers/.test(what) ? 300 : 60_000;
      const endpoint = { name: "live", method: "GET", path, timeout, webSocket, expect: { status: 200 } };
      const headers = { authorization: `Bearer ${CANARY}` };
      const found = await askEndpoint({ ...endpoint, headers }, address, signal);
      assert.equal(found.outcome, outcome, found.reason);
      assert.match(found.reason, reason);
      assert.ok(!JSON.stringify(found).includes(CANARY));
    });
  }

  it("ends with the signal's reason where it is aborted", async () => {
    const controller = new AbortController();
    const endpoint = { name: "live", method: "GET", path: "/silent", headers: {}, timeout: 60_000 };
    const asked = askEndpoint(
      { ...endpoint, webSocket: {}, expect: { status: 200 } },
      address,
      controller.signal,
    );
    controller.abort(new Error("cancelled"));
    await assert.rejects(asked, /cancelled/);
  });
});
