import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import { type Answer, fail, notDecided, pass } from "./answer";
import { isFromEdge, networkReason } from "./edge";
import { type Endpoint, urlAt } from "./endpoint";
import { headerProblem } from "./expected-headers";
import type { Trust } from "./http-exchange";
import { certificateEnd, expiredProblem, expiryProblem } from "./tls-expiry";

/** No larger message is read, in bytes. */
const MOST = 1024 * 1024;

/**
 * Opens a WebSocket (RFC 6455) and, where a message is expected, waits for its first. A handshake that is refused, and a
 * message that does not match, fail; where nothing answers it is not decided. Nothing of the message is quoted.
 */
export async function askWebSocket(
  endpoint: Endpoint,
  address: string,
  {
    signal,
    limit,
    trust,
  }: { readonly signal: AbortSignal; readonly limit: AbortSignal; readonly trust: Trust },
): Promise<Answer> {
  const socket = await openedTo(endpoint, address, trust);
  const over = AbortSignal.any([signal, limit]);
  return new Promise<Answer>((resolve) => {
    const settle = (answer: Answer): void => {
      over.removeEventListener("abort", late);
      resolve(answer);
      socket.terminate();
    };
    const what = `WebSocket ${endpoint.path}`;
    const late = (): void => settle(notDecided(`${what}: ${lateWords(endpoint, socket)}`));
    over.addEventListener("abort", late, { once: true });
    hear(socket, endpoint, what, settle);
    if (over.aborted) late();
  });
}

async function openedTo({ path, headers, webSocket }: Endpoint, address: string, { ca }: Trust) {
  const url = urlAt(address, path);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  const { WebSocket } = await import("ws");
  const protocols = webSocket?.protocol === undefined ? [] : [webSocket.protocol];
  return new WebSocket(url, protocols, {
    headers: { "user-agent": "portcullis", ...headers },
    ...{ maxPayload: MOST, followRedirects: false },
    ...(ca !== undefined && { ca }),
  });
}

/** What each of its events decides. After the first decision the others say nothing. */
function hear(
  socket: WebSocket,
  { expect, webSocket = {} }: Endpoint,
  what: string,
  settle: (answer: Answer) => void,
): void {
  const { message, send, protocol } = webSocket;
  let opened = false;
  socket.on("unexpected-response", (_, { statusCode = 0, headers }) => {
    const reason = `${what}: expected the handshake (101), got ${statusCode}${statusCode === 101 ? ", which upgrades nothing" : ""}`;
    settle(isFromEdge(statusCode, headers) ? notDecided(`${reason} from the platform's edge`) : fail(reason));
  });
  socket.on("upgrade", (response: IncomingMessage) => {
    const end = certificateEnd(response.socket);
    const wrong = headerProblem(expect, response.headers);
    const problem =
      wrong === undefined ? expiryProblem(expect.tlsExpiry, end, what) : fail(`${what}: 101, but ${wrong}`);
    if (problem !== undefined) settle(problem);
  });
  socket.on("open", () => {
    opened = true;
    if (send !== undefined) socket.send(send);
    const agreed = protocol === undefined ? "" : ` with \`${protocol}\``;
    if (message === undefined) settle(pass(`${what}: opened${agreed}`));
  });
  socket.on("message", (data, binary) => {
    const bytes = Buffer.isBuffer(data)
      ? data
      : Buffer.concat([data].flat().map((each) => Buffer.from(each as Uint8Array)));
    const kind = `its first message (${binary ? "binary" : "text"}, ${bytes.length} bytes)`;
    const matches = new RegExp(message ?? "", "u").test(bytes.toString("utf8"));
    settle(
      matches
        ? pass(`${what}: ${kind} is as expected`)
        : fail(`${what}: ${kind} does not match \`${message}\``),
    );
  });
  socket.on("close", (code) => {
    const reason = `${what}: it was closed (${code}) before its first message`;
    // 1006 is no code that a server sends: the connection broke (RFC 6455, 7.4.1).
    settle(code === 1006 ? notDecided(reason) : fail(reason));
  });
  socket.on("error", (error) => settle(errorAnswer(error, expect.tlsExpiry, what, opened)));
}

/** What is no answer has the system's code; a handshake or frame against the protocol is a wrong one. */
function errorAnswer(error: Error, days: number | undefined, what: string, opened: boolean): Answer {
  const expired = expiredProblem(days, error, what);
  if (expired !== undefined) return expired;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (code !== "" && !code.startsWith("WS_ERR_")) return notDecided(`${what}: ${networkReason(error)}`);
  return fail(`${what}: ${opened ? "a frame" : "a handshake"} against the protocol (${error.message})`);
}

function lateWords({ timeout }: Endpoint, { readyState, OPEN }: WebSocket): string {
  const after = `within ${timeout / 1000} s`;
  return readyState === OPEN ? `opened, but no first message ${after}` : `no answer ${after}`;
}
