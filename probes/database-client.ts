import { Socket } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { Client } from "pg";
import type { ConnectionUrl } from "../domain";
import type { Target } from "./database-address";

/** What was seen on the wire of one attempt to log in. Nothing in it is secret. */
export interface LoginSeen {
  encrypted: boolean;
  /** The SASL mechanisms that the server offers; undefined where it asks in another way, or not at all. */
  mechanisms?: readonly string[];
  /** What the server says instead of its signature, after SASL's `e=` (RFC 5802, section 7). */
  saslError?: string;
  /** The server's own error message and code. */
  refusal?: { readonly message: string; readonly code: string };
  /** Why the conversation ended: the driver's or the system's error. */
  error?: NodeJS.ErrnoException;
}

interface WireMessage {
  readonly mechanisms?: readonly string[];
  readonly data?: string;
  readonly message?: string;
  readonly code?: string;
}

export interface ClientOptions {
  /** Milliseconds, for the login and for each query. */
  readonly timeout: number;
  /** For the login alone. @default timeout */
  readonly loginTimeout?: number;
  readonly signal: AbortSignal;
  /** What the server shows as the client's name. @default portcullis-verification */
  readonly name?: string;
}

/** A client that is not connected yet. */
export interface DatabaseClient {
  readonly client: Client;
  readonly seen: LoginSeen;
  /** Ends the connection, within a second. */
  readonly close: () => Promise<void>;
}

/** A client that logs in by the URL's user, password and settings, and writes down what the server says before that. */
export function databaseClient(
  url: ConnectionUrl,
  target: Target,
  tls: ConnectionOptions | undefined,
  { timeout, loginTimeout = timeout, signal, name = "portcullis-verification" }: ClientOptions,
): DatabaseClient {
  const seen: LoginSeen = { encrypted: false };
  const client = new Client({
    // The URL's, so that its name is the one that is sent and verified; the socket alone goes elsewhere.
    host: url.host,
    port: url.port ?? 5432,
    user: url.user,
    password: url.password ?? "",
    database: url.database === "" ? url.user : url.database,
    ssl: tls ?? false,
    application_name: name,
    ...(url.parameters.options === undefined ? {} : { options: url.parameters.options }),
    connectionTimeoutMillis: loginTimeout,
    query_timeout: timeout,
    stream: () => redirected(target),
  });
  const stop = () => client.connection.stream.destroy();
  signal.addEventListener("abort", stop, { once: true });
  // Without a listener an error after the end would end this process.
  client.on("error", () => {});
  watch(client, seen);
  const close = async () => {
    signal.removeEventListener("abort", stop);
    await Promise.race([client.end().catch(() => {}), closed(client)]);
    client.connection.stream.destroy();
  };
  return { client, seen, close };
}

/** The driver's own connection emits each message of the server before it acts on it. */
function watch({ connection }: Client, seen: LoginSeen): void {
  const listen = (event: string, on: (message: WireMessage) => void) =>
    void connection.prependListener(event, on);
  listen("sslconnect", () => {
    seen.encrypted = true;
  });
  listen("authenticationSASL", ({ mechanisms = [] }) => {
    seen.mechanisms = mechanisms;
  });
  listen("authenticationSASLFinal", ({ data = "" }) => {
    const error = /(?:^|,)e=([^,]*)/.exec(data)?.[1];
    if (error !== undefined) seen.saslError = error;
  });
  listen("errorMessage", ({ message = "", code = "" }) => {
    seen.refusal = { message, code };
  });
}

function redirected({ host, port }: Target): Socket {
  const socket = new Socket();
  const connect = socket.connect.bind(socket) as (port: number, host: string) => Socket;
  socket.connect = (() => connect(port, host)) as typeof socket.connect;
  return socket;
}

function closed({ connection }: Client): Promise<void> {
  if (connection.stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    connection.stream.once("close", resolve);
    setTimeout(resolve, 1_000).unref();
  });
}
