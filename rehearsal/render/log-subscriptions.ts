import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { LogSubscription } from "./api/log-query";

/** What the API's app is asked with, where a connection is to become a WebSocket. */
export interface Upgrading {
  /** Called by the route where the request is sound. */
  subscribe(subscription: LogSubscription): void;
  readonly incoming: IncomingMessage;
}

type Ask = (request: Request, upgrading: Upgrading) => Promise<Response>;

/**
 * Lets clients subscribe to logs by WebSocket (GET /logs/subscribe): each new line is a message of its own, in the shape
 * of GET /logs. The API judges the request as any other; what it refuses is answered without an upgrade.
 *
 * @returns what ends all subscriptions
 */
export function serveSubscriptions(server: Server, ask: Ask): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    // A client that is gone wants no answer.
    socket.on("error", () => socket.destroy());
    upgrade(request, socket, head).catch(() => socket.destroy());
  });

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    let asked: LogSubscription | undefined;
    const { authorization = "", host = "127.0.0.1" } = request.headers;
    const answer = await ask(new Request(`http://${host}${request.url}`, { headers: { authorization } }), {
      incoming: request,
      subscribe: (subscription) => {
        asked = subscription;
      },
    });
    const subscription = asked;
    if (subscription === undefined) return refuse(socket, answer);
    sockets.handleUpgrade(request, socket, head, (client) => feed(client, subscription));
  }

  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

/** Sends what the log has already of the time asked for, then each line as it is written. */
function feed(client: WebSocket, { earlier, logs, wanted }: LogSubscription): void {
  const send = (line: unknown): void => client.send(JSON.stringify(line));
  for (const line of earlier) send(line);
  const stops = logs.map((log) => log.onLine((line) => wanted(line) && send(line)));
  client.on("close", () => {
    for (const stop of stops) stop();
  });
  client.on("error", () => client.terminate());
}

async function refuse(socket: Duplex, answer: Response): Promise<void> {
  const body = await answer.text();
  const type = answer.headers.get("content-type") ?? "application/json";
  socket.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ""}\r\nContent-Type: ${type}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
