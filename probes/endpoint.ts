/** One endpoint of a service, and the answer that is right. Headers, body and file may hold secrets. */
export interface Endpoint {
  readonly name: string;
  readonly method: string;
  /** Begins with `/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | undefined;
  /** Sent as a form, in the field of that name. */
  readonly file?: FormFile | undefined;
  /** Opened as a WebSocket, in place of a request. */
  readonly webSocket?: WebSocketQuestion | undefined;
  readonly expect: Expectation;
  /** Milliseconds, for the whole answer: its body is read to its end. */
  readonly timeout: number;
}

export interface FormFile {
  readonly field: string;
  readonly name: string;
  readonly content: string;
  readonly contentType?: string | undefined;
}

export interface WebSocketQuestion {
  /** The subprotocol that is offered, and must be agreed to. */
  readonly protocol?: string | undefined;
  /** Sent as text when it is open. It may hold a secret. */
  readonly send?: string | undefined;
  /** A regular expression that its first message must match; undefined: the handshake is enough. */
  readonly message?: string | undefined;
}

export interface Expectation {
  /** One status, or the first and the last of a range. */
  readonly status: number | readonly [from: number, to: number];
  /** Regular expressions by header, in any case: each must be in the answer, and match. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Must be in the body. */
  readonly text?: string | undefined;
  /** Must hold of the JSON body. */
  readonly jsonPath?: string | JsonExpectation | undefined;
  /** A JSON Schema that the body must hold. */
  readonly bodySchema?: Readonly<Record<string, unknown>> | undefined;
  /** Milliseconds from the request, connection included, to the first byte of the body. The body need not end then. */
  readonly firstByte?: number | undefined;
  /** How many days the certificate must still hold. */
  readonly tlsExpiry?: number | undefined;
}

/** What is expected at a path of a JSON body. Without `equals`, `matches` and `exists`: a value other than null, false and "". */
export interface JsonExpectation {
  readonly path: string;
  /** The value itself. */
  readonly equals?: unknown;
  /** A regular expression that its text matches. */
  readonly matches?: string | undefined;
  /** Whether the path leads to anything; null counts. */
  readonly exists?: boolean | undefined;
}

/** A health check, of which only a range of statuses is expected. */
export const isHealthCheck = ({ expect }: Endpoint): boolean => typeof expect.status !== "number";

/** Where an endpoint is asked: at the service alone, also where its path begins like another host's address. */
export const urlAt = (address: string, path: string): URL =>
  path.startsWith("/") ? new URL(`${address.replace(/\/+$/, "")}${path}`) : new URL(path, address);
