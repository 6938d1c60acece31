import http from "node:http";
import net from "node:net";
import type { Duplex } from "node:stream";

/** Where a service's traffic arrives: on Render `https://<slug>.onrender.com`, here a port of 127.0.0.1. */
export interface Ingress {
  readonly url: string;
  /** Sets the target of the traffic: an instance's port, or none and why. */
  route(target: RouteTarget): void;
  close(): Promise<void>;
}

export type RouteTarget =
  | { readonly port: number }
  | { readonly closed: string }
  /** Answered here: the pages of a static site. */
  | { readonly pages: http.RequestListener };

/** Headers of one connection, never passed on. @see RFC 9110, section 7.6.1 */
const HOP_BY_HOP = ["connection", "keep-alive", "proxy-connection", "te", "upgrade", "expect"];

function without(headers: http.IncomingHttpHeaders): http.OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}

function refuse(response: http.ServerResponse, status: 502 | 503, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

/** Forwards a request and its response piece by piece: a streamed response stays streamed. */
function forward(request: http.IncomingMessage, response: http.ServerResponse, port: number): void {
  const headers = {
    ...without(request.headers),
    "x-forwarded-for": request.socket.remoteAddress ?? "127.0.0.1",
    "x-forwarded-proto": "http",
  };
  const { method, url: path } = request;
  const upstream = http.request({ host: "127.0.0.1", port, method, path, headers, agent: false });
  upstream.once("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, without(answer.headers));
    response.flushHeaders();
    answer.pipe(response);
    answer.once("error", () => response.destroy());
  });
  upstream.once("error", () => {
    if (response.headersSent) response.destroy();
    else refuse(response, 502, "Bad Gateway: the instance did not answer.");
  });
  response.once("close", () => upstream.destroy());
  request.pipe(upstream);
}

/** A WebSocket, or another protocol that the request upgrades to: the bytes are passed on unchanged. */
function forwardUpgrade(request: http.IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const upstream = net.connect({ host: "127.0.0.1", port });
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    lines.push(`${request.rawHeaders[index]}: ${request.rawHeaders[index + 1]}`);
  }
  upstream.once("connect", () => {
    upstream.write(`${lines.join("\r\n")}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
  });
  const end = (): void => {
    upstream.destroy();
    socket.destroy();
  };
  for (const stream of [upstream, socket]) stream.once("error", end).once("close", end);
}

/** Of a service that is not reached from outside: a private service, a worker, a cron job. */
export const NO_INGRESS: Ingress = {
  url: "",
  route: () => undefined,
  close: () => Promise.resolve(),
};

/** Opens an ingress on a free port. It answers 503 until it has a target. */
export async function openIngress(): Promise<Ingress> {
  let target: RouteTarget = { closed: "No deploy of this service is live." };
  const upgraded = new Set<Duplex>();
  const server = http.createServer((request, response) => {
    if ("closed" in target) return refuse(response, 503, `Service Unavailable: ${target.closed}`);
    if ("pages" in target) target.pages(request, response);
    else forward(request, response, target.port);
  });
  server.on("upgrade", (request, socket, head) => {
    if (!("port" in target))
      return socket.end("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    upgraded.add(socket.once("close", () => upgraded.delete(socket)));
    forwardUpgrade(request, socket, head, target.port);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    route: (to) => {
      target = to;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      }),
  };
}
