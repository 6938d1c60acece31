import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import { type Duplex, pipeline, type Readable } from "node:stream";
import zlib from "node:zlib";
import type { Endpoint } from "./endpoint";
import { certificateEnd } from "./tls-expiry";

/** Whom a client believes besides the authorities that Node has. A test alone sets it. */
export interface Trust {
  /** A certificate in PEM. */
  readonly ca?: string;
}

/** The head of an answer, and its body, which is read once. */
export interface Response {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** When the server's certificate ends; undefined without TLS. */
  readonly certificateEnd: Date | undefined;
  /** The body, decoded, to its end. Throws where it breaks off, does not decode, or the request's signal is aborted. */
  body(): AsyncIterable<Buffer>;
  /** The encoding that the body is said to have and has not, where that is what the error is about. */
  undecodable(error: unknown): string | undefined;
  /** An encoding of the body that this client has not. */
  readonly unknownEncoding: string | undefined;
  /** Ends the connection. */
  close(): void;
}

/** RFC 9110, section 8.4.1. */
const DECODERS: Readonly<Record<string, () => Duplex>> = {
  gzip: zlib.createGunzip,
  "x-gzip": zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
};

/** What Cloudflare, which is in front of Render, lets through; Node's own limit is 16 kB, in bytes. */
const MOST_HEADERS = 128 * 1024;

/**
 * Sends a request, and gives its answer as soon as the head is there. No redirect is followed. Node's own client and
 * decoders, since `fetch` neither ends by its signal nor with an error where a body does not decode
 * (nodejs/undici: lib/web/fetch/index.js pipes the decoders without one).
 */
export async function receive(
  url: URL,
  endpoint: Endpoint,
  signal: AbortSignal,
  trust: Trust = {},
): Promise<Response> {
  const { headers, body } = await sent(url, endpoint);
  const client = url.protocol === "https:" ? https : http;
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    const { method } = endpoint;
    const options = { method, headers, agent: false, signal, maxHeaderSize: MOST_HEADERS, ...trust };
    const request = client.request(url, options);
    // After the head has arrived an error belongs to the body.
    request.on("error", reject).once("response", resolve).end(body);
  });
  return responseOf(url, message, signal);
}

function responseOf(url: URL, message: IncomingMessage, signal: AbortSignal): Response {
  const names = (message.headers["content-encoding"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  const unknown = names.find((name) => DECODERS[name] === undefined);
  // Without a listener, an error after the answer was judged would end this process.
  message.on("error", () => {});
  return {
    url,
    status: message.statusCode ?? 0,
    headers: message.headers,
    certificateEnd: certificateEnd(message.socket),
    unknownEncoding: unknown,
    body() {
      if (unknown !== undefined) throw new UnknownEncoding(unknown);
      const decoders = names
        .reverse()
        .map((name) => DECODERS[name]?.())
        .filter((each) => each !== undefined);
      return bounded(decoded(message, decoders), signal);
    },
    undecodable(error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (error instanceof UnknownEncoding) return "body that this client can decode";
      return /^(Z_|ERR__|ERR_BROTLI|ZSTD_)/.test(code) ? names.join(", ") : undefined;
    },
    close: () => message.destroy(),
  };
}

/** An error of any part ends the last, which is read. */
function decoded(message: IncomingMessage, decoders: readonly Duplex[]): Readable {
  const [last] = decoders.slice(-1);
  if (last !== undefined) pipeline([message, ...decoders], () => {});
  return last ?? message;
}

class UnknownEncoding extends Error {}

/** What a stream gives, until the signal ends it: a decoder that waits for more does not hear of it by itself. */
async function* bounded(stream: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  const stop = () => stream.destroy(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** The headers and the bytes to send. */
async function sent(url: URL, { method, headers, json, body, file }: Endpoint) {
  const common = {
    "accept-encoding": "gzip, deflate, br",
    "user-agent": "portcullis",
    ...lowerCased(headers),
  };
  if (file !== undefined) {
    const form = new FormData();
    const type = file.contentType === undefined ? {} : { type: file.contentType };
    form.append(file.field, new Blob([file.content], type), file.name);
    const request = new Request(url, { method, body: form });
    const formType = { "content-type": request.headers.get("content-type") ?? "" };
    return withLength({ ...common, ...formType }, Buffer.from(await request.arrayBuffer()));
  }
  if (json !== undefined) {
    return withLength({ "content-type": "application/json", ...common }, Buffer.from(JSON.stringify(json)));
  }
  return body === undefined ? { headers: common, body: undefined } : withLength(common, Buffer.from(body));
}

const withLength = (headers: Readonly<Record<string, string>>, body: Buffer) => ({
  headers: { ...headers, "content-length": String(body.length) },
  body,
});

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
