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

/** Why Render's edge asks no instance, by its words (docs/facts/render.md#r36), and what is said here. */
const REFUSALS = {
  unanswered: [502, "dynamic-paid-error", "Bad Gateway: the instance did not answer."],
  closed: [503, "no-deploy", "Service Unavailable: "],
} as const;

function refuse(response: http.ServerResponse, kind: keyof typeof REFUSALS, more = ""): void {
  const [status, routing, words] = REFUSALS[kind];
  const text = `${words}${more}`;
  response.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "x-render-routing": routing,
  });
  response.end(`${text}\n`);
}

/**
 * A service's own two addresses: where it is reached here, and the host name that it has on Render, which its own list
 * of allowed hosts may name.
 */
interface Addresses {
  readonly url: string;
  readonly host: string;
}

/** The Host header that the service sees: on Render never the address here. */
const hostSeen = (asked: string, { url, host }: Addresses): string =>
  asked === new URL(url).host || asked === `localhost:${new URL(url).port}` ? host : asked;

/** Lets a redirect to the service's own name lead back here, and not to what has that name on Render. */
function ledBack(headers: http.OutgoingHttpHeaders, { url, host }: Addresses): http.OutgoingHttpHeaders {
  const { location } = headers;
  if (typeof location !== "string" || !URL.canParse(location)) return headers;
  const to = new URL(location);
  return to.host === host ? { ...headers, location: location.replace(to.origin, url) } : headers;
}

/** Forwards a request and its response piece by piece: a streamed response stays streamed. */
function forward(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  port: number,
  addresses: Addresses,
): void {
  const headers = {
    ...without(request.headers),
    host: hostSeen(request.headers.host ?? "", addresses),
    "x-forwarded-for": request.socket.remoteAddress ?? "127.0.0.1",
    "x-forwarded-proto": "http",
  };
  const { method, url: path } = request;
  const upstream = http.request({ host: "127.0.0.1", port, method, path, headers, agent: false });
  upstream.once("response", (answer) => {
    // As Render's edge names the server that answered; `Render` where it does not name itself.
    const origin = { "x-render-origin-server": answer.headers.server ?? "Render" };
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, {
      ...ledBack(without(answer.headers), addresses),
      ...origin,
    });
    response.flushHeaders();
    answer.pipe(response);
    answer.once("error", () => response.destroy());
  });
  upstream.once("error", () => {
    if (response.headersSent) response.destroy();
    else refuse(response, "unanswered");
  });
  response.once("close", () => upstream.destroy());
  request.pipe(upstream);
}

/** A WebSocket, or another protocol that the request upgrades to: the bytes are passed on unchanged. */
function forwardUpgrade(
  request: http.IncomingMessage,
  socket: Duplex,
  head: Buffer,
  port: number,
  addresses: Addresses,
): void {
  const upstream = net.connect({ host: "127.0.0.1", port });
  const lines = [`${request.method} ${request.url} HTTP/1.1`];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name = "", value = ""] = request.rawHeaders.slice(index, index + 2);
    lines.push(`${name}: ${/^host$/i.test(name) ? hostSeen(value, addresses) : value}`);
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

/** What Render answers every request with while a service is in maintenance mode (docs/facts/render.md#r37). */
function refuseForMaintenance(response: http.ServerResponse): void {
  response.writeHead(503, { "Content-Type": "text/html; charset=utf-8" });
  response.end("<!doctype html><title>Service under maintenance</title>\n");
}

/**
 * Opens an ingress on a free port. It answers 503 until it has a target.
 *
 * @param host the service's host name on Render
 * @param inMaintenance whether the service is in maintenance mode
 */
export async function openIngress(host: string, inMaintenance = () => false): Promise<Ingress> {
  let target: RouteTarget = { closed: "No deploy of this service is live." };
  const upgraded = new Set<Duplex>();
  let url = "";
  const server = http.createServer((request, response) => {
    if (inMaintenance()) return refuseForMaintenance(response);
    if ("closed" in target) return refuse(response, "closed", target.closed);
    if ("pages" in target) target.pages(request, response);
    else forward(request, response, target.port, { url, host });
  });
  server.on("upgrade", (request, socket, head) => {
    if (!("port" in target))
      return socket.end(
        "HTTP/1.1 503 Service Unavailable\r\nx-render-routing: no-deploy\r\nContent-Length: 0\r\n\r\n",
      );
    upgraded.add(socket.once("close", () => upgraded.delete(socket)));
    forwardUpgrade(request, socket, head, target.port, { url, host });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as net.AddressInfo;
  url = `http://127.0.0.1:${port}`;
  return {
    url,
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
