import { valueAtPath } from "../domain/json-path";
import { type Answer, fail, notDecided, pass } from "./answer";
import { SYSTEM_CLOCK } from "./clock";

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
  readonly expect: Expectation;
  /** Milliseconds, for the whole answer. */
  readonly timeout: number;
}

export interface FormFile {
  readonly field: string;
  readonly name: string;
  readonly content: string;
  readonly contentType?: string | undefined;
}

export interface Expectation {
  readonly status: number;
  /** Must stand in the body. */
  readonly text?: string | undefined;
  /** Must lead to a value in the JSON body. */
  readonly jsonPath?: string | undefined;
}

// An answer may be endless; what is expected of one stands at its beginning.
const MOST_BYTES = 1024 * 1024;

/** What a proxy before the service answers when the service does not: Render's edge, or the embedded one. */
const GATEWAY = new Set([502, 503, 504]);

/**
 * Asks one endpoint at the service's public address. A wrong answer fails; none (refused, reset, timed out, or
 * an edge that has nobody to ask) is not decided. The reason quotes neither what was sent nor what came back.
 */
export async function askEndpoint(endpoint: Endpoint, address: string, signal: AbortSignal): Promise<Answer> {
  const started = SYSTEM_CLOCK.now();
  const what = `${endpoint.method} ${endpoint.path}`;
  const limit = AbortSignal.timeout(endpoint.timeout);
  const took = () => ({ milliseconds: Math.round(SYSTEM_CLOCK.now() - started) });
  try {
    const response = await fetch(new URL(endpoint.path, address), {
      ...requestOf(endpoint),
      redirect: "manual",
      signal: AbortSignal.any([signal, limit]),
    });
    const text = await beginningOf(response);
    return { ...judge(endpoint, what, response, text), ...took() };
  } catch (error) {
    signal.throwIfAborted();
    const why = limit.aborted ? `no answer within ${endpoint.timeout / 1000} s` : networkReason(error);
    return notDecided(`${what}: ${why}`, took());
  }
}

function requestOf({ method, headers, json, body, file }: Endpoint): RequestInit {
  if (file !== undefined) {
    const form = new FormData();
    const type = file.contentType === undefined ? {} : { type: file.contentType };
    form.append(file.field, new Blob([file.content], type), file.name);
    return { method, headers, body: form };
  }
  if (json !== undefined) {
    const typed = { "content-type": "application/json", ...lowerCased(headers) };
    return { method, headers: typed, body: JSON.stringify(json) };
  }
  return { method, headers, ...(body === undefined ? {} : { body }) };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    bytes += chunk.length;
    // Leaving the loop cancels the rest.
    if (bytes >= MOST_BYTES) break;
  }
  return text;
}

function judge(endpoint: Endpoint, what: string, response: Response, text: string): Answer {
  const { status, text: expectedText, jsonPath } = endpoint.expect;
  if (response.status !== status) {
    const reason = `${what}: expected ${status}, got ${response.status}`;
    const nobody = GATEWAY.has(response.status) && isEdge(response);
    return nobody ? notDecided(`${reason} from the platform's edge`) : fail(reason);
  }
  if (expectedText !== undefined && !text.includes(expectedText)) {
    return fail(`${what}: expected the text \`${expectedText}\` in the answer, which has it not`);
  }
  if (jsonPath !== undefined) {
    const found = valueAtPath(jsonOf(text), jsonPath);
    if (found === undefined || found === null) {
      return fail(`${what}: expected a value at \`${jsonPath}\` of the JSON answer, got none`);
    }
  }
  return pass(`${what}: ${response.status}`);
}

/**
 * Whether a gateway's status is the edge's own. Render's edge names the server that answered behind it
 * (`x-render-origin-server: uvicorn`; `Render` for its own pages), and is itself served through Cloudflare; a
 * server of the service's own names itself in `server`.
 */
function isEdge({ headers }: Response): boolean {
  const origin = headers.get("x-render-origin-server");
  if (origin !== null) return origin.toLowerCase() === "render";
  const server = headers.get("server");
  return server === null || /^(cloudflare|render)/i.test(server);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The system's words for a request without an answer: `fetch failed` says nothing, its cause does. */
function networkReason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as NodeJS.ErrnoException).code;
  const words = cause instanceof Error && cause.message !== "" ? cause.message : String(code);
  return `no answer (${words})`;
}
