// Longer than 200 lines: one class, whose attempts, pauses and redaction share their private state.
import { redact } from "../domain/redaction";
import { timeLimit } from "../system";
import { bodyOf, LONGEST_MESSAGE, messageOf } from "./answer-text";
import { type AnswerRow, answerRow, heldBy, type Method } from "./answers";
import { mayHaveHappened, RenderApiError, RenderUnreachableError } from "./errors";
import { type Pacing, pacingOf, quotaIn } from "./pacing";
import { isRecord } from "./record";
import { jittered, RETRY_POLICY, type RetryPolicy, retryAfter } from "./retry";
import { isSafeAddress, UnsafeAddressError } from "./safe-address";
import { wait } from "./wait";

/** Render's own address of its REST API. */
export const DEFAULT_HOST = "https://api.render.com/v1";

export interface RequestOptions {
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly signal?: AbortSignal | undefined;
  /**
   * True where repeating the request is harmless although its method does not say so.
   * @default true for GET, PUT and DELETE
   */
  readonly repeatable?: boolean;
  /**
   * True where a request that was sent is to be answered although the signal is aborted, since Render may have acted
   * on it. Nothing is sent after the signal.
   */
  readonly awaitsAnswer?: boolean;
}

export interface Answer {
  readonly status: number;
  /** The body as JSON; undefined where it was empty. */
  readonly body: unknown;
}

export interface ClientOptions {
  /** The base address, `/v1` included. */
  readonly host: string;
  readonly apiKey: string;
  readonly retry?: RetryPolicy;
  readonly fetch?: typeof fetch;
  readonly random?: () => number;
  /** The calls that are made, and what they may be answered. @default Render's */
  readonly answers?: readonly AnswerRow[];
  /** Called before each pause, with what happened and how long it is until the next attempt. */
  readonly onPause?: (message: string) => void;
}

const REPEATABLE: ReadonlySet<Method> = new Set(["GET", "PUT", "DELETE"]);
const PAGE = 100;
/** No pause of its own: Render has said when it counts from nothing again, and the next attempt waits for its turn. */
const PACED = -1;

/**
 * Render's REST API. A request that Render refused for lack of quota is repeated; one that may have taken
 * effect (server error, reset, timeout) is repeated only if that is harmless.
 */
export class RenderClient {
  readonly #options: ClientOptions;
  readonly retry: RetryPolicy;
  readonly #base: string;
  readonly #justMade = new Set<string>();
  readonly #pacing: Pacing;

  /** @throws UnsafeAddressError before anything is sent to an address that is not encrypted */
  constructor(options: ClientOptions) {
    if (!isSafeAddress(options.host)) throw new UnsafeAddressError(options.host, DEFAULT_HOST);
    this.#options = options;
    this.retry = options.retry ?? RETRY_POLICY;
    this.#base = options.host.replace(/\/+$/, "");
    this.#pacing = pacingOf(this.#base, options.apiKey);
  }

  /** Render has just answered that it made this: a 404 to a request about it is then asked again a few times. */
  noteMade(id: string): void {
    this.#justMade.add(id);
  }

  /** What the table of answers says that the call is answered: nothing, null and another shape are no answer. */
  get<T>(path: string, options: RequestOptions = {}): Promise<T> {
    return this.request("GET", path, options).then((answer) => answer.body as T);
  }

  /**
   * Every item of a paged list, unwrapped from `{ cursor, [key]: item }`; a list without wrappers as it is.
   * Pages end with an empty one, or one shorter than asked for.
   */
  async list<T>(path: string, key: string, options: RequestOptions = {}): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    for (;;) {
      const query = { ...options.query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.get<unknown[]>(path, { ...options, query });
      const entries = page as readonly Readonly<Record<string, unknown>>[];
      for (const entry of entries) items.push((key in entry ? entry[key] : entry) as T);
      const next = entries.at(-1)?.cursor;
      if (entries.length < PAGE || typeof next !== "string" || next === cursor) return items;
      cursor = next;
    }
  }

  /** @throws RenderApiError, RenderUnreachableError, or the signal's reason where it was aborted. */
  async request(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
    const answer = answerRow(method, path, this.#options.answers);
    if (answer === undefined) throw new TypeError(`The table of answers has no row for ${method} ${path}.`);
    const repeatable = options.repeatable ?? REPEATABLE.has(method);
    const pauses = { limited: 0, failed: 0, missing: 0 };
    const isNew = method !== "DELETE" && this.#justMade.has(path.split("/")[2] ?? "");
    for (;;) {
      options.signal?.throwIfAborted();
      await this.#pacing.turn(method, path, {
        signal: options.signal,
        tell: (words) => this.#options.onPause?.(`${method} ${path}: ${words}.`),
      });
      try {
        return await this.#attempt(method, path, options, answer);
      } catch (error) {
        const pause = this.#pauseAfter(error, { repeatable, isNew }, pauses);
        if (pause === undefined || options.signal?.aborted) throw error;
        const next =
          pause === PACED ? "the next attempt waits for its turn" : `next attempt in ${seconds(pause)}`;
        this.#options.onPause?.(`${method} ${path}: ${reasonOf(error)}; ${next}.`);
        if (pause !== PACED) await wait(pause, options.signal);
      }
    }
  }

  #pauseAfter(
    error: unknown,
    { repeatable, isNew }: { readonly repeatable: boolean; readonly isNew: boolean },
    pauses: { limited: number; failed: number; missing: number },
  ) {
    const random = this.#options.random ?? Math.random;
    if (isNew && error instanceof Refusal && error.status === 404)
      return this.retry.creationPauses[pauses.missing++];
    if (error instanceof Refusal && error.status === 429) {
      const listed = this.retry.rateLimitPauses[pauses.limited++];
      if (listed === undefined) return undefined;
      return error.isPaced ? PACED : (error.retryAfter ?? jittered(listed, random));
    }
    if (!repeatable || !mayHaveHappened(error)) return undefined;
    const listed = this.retry.failurePauses[pauses.failed++];
    if (listed === undefined) return undefined;
    return (error instanceof Refusal ? error.retryAfter : undefined) ?? jittered(listed, random);
  }

  async #attempt(method: Method, path: string, options: RequestOptions, row: AnswerRow): Promise<Answer> {
    const timeout = timeLimit(this.retry.attemptTimeout);
    const signal =
      options.signal && !options.awaitsAnswer ? AbortSignal.any([options.signal, timeout]) : timeout;
    try {
      const response = await (this.#options.fetch ?? fetch)(this.#address(path, options), {
        method,
        signal,
        headers: {
          authorization: `Bearer ${this.#options.apiKey}`,
          accept: "application/json",
          "user-agent": "portcullis-render/0.1.0",
          ...(options.body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
      const told = quotaIn(response.headers, Date.now());
      const pause = retryAfter(response.headers.get("retry-after"), Date.now());
      const quota = told === undefined || pause === undefined ? told : { ...told, resets: pause };
      this.#pacing.learn(method, path, quota, response.status === 429);
      const text = await response.text();
      if (response.ok) return { status: response.status, body: heldBy(bodyOf(text), row) };
      const reason = this.#redact(messageOf(text), options.body).slice(0, LONGEST_MESSAGE);
      throw new Refusal(method, path, response.status, reason, { pause, isPaced: quota !== undefined });
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (!options.awaitsAnswer) options.signal?.throwIfAborted();
      const late = new Error(`nothing came within ${seconds(this.retry.attemptTimeout)}`);
      throw new RenderUnreachableError(method, path, timeout.aborted ? late : error);
    }
  }

  #address(path: string, options: RequestOptions): string {
    const query = Object.entries(options.query ?? {}).map(([key, value]): [string, string] => [
      key,
      String(value),
    ]);
    return `${this.#base}${path}${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`;
  }

  /** Render may repeat what it was sent: neither the key nor a value of the body may reach a log. */
  #redact(text: string, body: unknown): string {
    const hidden = [this.#options.apiKey, ...secretsIn(body)];
    // A text that is no JSON may hold a value as JSON writes it.
    const forms = hidden.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]);
    return redact(
      text,
      [...new Set(forms)].toSorted((a, b) => b.length - a.length),
    );
  }
}

/** A refusal together with the pause that Render asked for. */
class Refusal extends RenderApiError {
  readonly retryAfter: number | undefined;
  /** Whether it said how much quota is left, and until when. */
  readonly isPaced: boolean;

  constructor(
    method: string,
    path: string,
    status: number,
    reason: string,
    { pause, isPaced }: { readonly pause: number | undefined; readonly isPaced: boolean },
  ) {
    super(method, path, status, reason);
    this.retryAfter = pause;
    this.isPaced = isPaced;
  }
}

const SECRET_FIELDS = new Set(["value", "content", "token"]);

function secretsIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(secretsIn);
  if (!isRecord(body)) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    SECRET_FIELDS.has(key) && typeof value === "string" ? [value] : secretsIn(value),
  );
}

function reasonOf(error: unknown): string {
  if (error instanceof RenderApiError) return `Render answered ${error.status}`;
  return "no answer from Render";
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}
