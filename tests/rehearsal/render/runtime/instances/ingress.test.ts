import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { type Ingress, openIngress } from "../../../../../rehearsal/render/runtime/instances/ingress";
import { freePort } from "../../../../../system";

describe("The front of a service", () => {
  let front: Ingress;
  let server: http.Server;
  let port: number;
  beforeEach(async () => {
    front = await openIngress("shop.onrender.com");
    server = http.createServer((request, response) => {
      const { method, url, headers } = request;
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      if (url === "/a") response.setHeader("Location", `https://${headers.host}/a/?b=c`);
      response.writeHead(201, { "X-Seen": `${method} ${url} ${headers.host}` });
      request.pipe(response);
    });
    server.on("upgrade", (request, socket) => {
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${request.headers.upgrade}\r\n\r\n`);
      socket.pipe(socket);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    port = (server.address() as net.AddressInfo).port;
  });
  afterEach(async () => {
    await front.close();
    server.closeAllConnections();
    server.close();
  });

  it("passes method, path, body, status and repeated headers on", async () => {
    front.route({ port });
    const answer = await fetch(`${front.url}/a?b=c`, { method: "POST", body: "x".repeat(100_000) });
    assert.equal(answer.status, 201);
    assert.equal(answer.headers.get("x-seen"), "POST /a?b=c shop.onrender.com");
    assert.deepEqual(answer.headers.getSetCookie(), ["a=1", "b=2"]);
    assert.equal((await answer.text()).length, 100_000);
  });

  it("gives the service the host name that it has on Render, and leads its redirects back", async () => {
    front.route({ port });
    const answer = await fetch(`${front.url}/a`, { redirect: "manual" });
    assert.equal(answer.headers.get("location"), `${front.url}/a/?b=c`);
    const seen = await new Promise<http.IncomingMessage>((resolve) =>
      http.get(`${front.url}/a`, { headers: { host: "www.acme.com" } }, resolve).once("error", assert.fail),
    );
    seen.resume();
    assert.equal(seen.headers["x-seen"], "GET /a www.acme.com");
    assert.equal(seen.headers.location, "https://www.acme.com/a/?b=c");
  });

  it("says as Render's edge does which server answered, and why none was asked", async () => {
    const headersOf = async (): Promise<readonly (string | null)[]> => {
      const { status, headers } = await fetch(`${front.url}/`);
      return [String(status), headers.get("x-render-origin-server"), headers.get("x-render-routing")];
    };
    assert.deepEqual(await headersOf(), ["503", null, "no-deploy"]);
    front.route({ port });
    assert.deepEqual(await headersOf(), ["201", "Render", null]);
    server.prependListener("request", (_, response) => response.setHeader("server", "uvicorn"));
    assert.deepEqual(await headersOf(), ["201", "uvicorn", null]);
    front.route({ port: await freePort() });
    assert.deepEqual(await headersOf(), ["502", null, "dynamic-paid-error"]);
  });

  it("passes an upgraded connection's bytes both ways", async () => {
    front.route({ port });
    const socket = net.connect(Number(new URL(front.url).port), "127.0.0.1");
    socket.write("GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n");
    const [head] = await once(socket, "data");
    assert.match(String(head), /^HTTP\/1.1 101 /);
    socket.write("hello");
    assert.equal(String((await once(socket, "data"))[0]), "hello");
    await front.close();
    await once(socket, "close");
    front = await openIngress("shop.onrender.com");
  });

  it("answers 503 with the reason while it leads nowhere", async () => {
    front.route({ closed: "Not today." });
    const answer = await fetch(front.url);
    assert.deepEqual([answer.status, await answer.text()], [503, "Service Unavailable: Not today.\n"]);
  });

  it("answers 502 when nobody listens behind it", async () => {
    front.route({ port: await freePort() });
    assert.equal((await fetch(front.url)).status, 502);
  });
});
