import { redact } from "../domain/redaction";
import {
  bodyOf,
  describe,
  LONGEST_MESSAGE,
  messageOf,
  RETRY_POLICY,
  type RetryPolicy,
  wait,
} from "../render-api";
import { timeLimit } from "../system";
import { SupabaseApiError, SupabaseUnreachableError } from "./errors";

/** Supabase's own address of its Management API. */
export const SUPABASE_ENDPOINT = "https://api.supabase.com";

export interface SupabaseOptions {
  /** The base address, without `/v1`. @default Supabase's */
  readonly endpoint?: string | undefined;
  readonly accessToken: string;
  readonly retry?: RetryPolicy;
  /** Called before each pause, with what happened and how long it is until the next attempt. */
  readonly onPause?: (words: string) => void;
}

/** Supabase counts by the minute (docs/facts/supabase.md#s24): a longer pause would be no answer to it. */
const LONGEST_PAUSE = 60_000;

/** Supabase's Management API. Requests that Supabase refused for lack of quota are repeated, failed ones where that is harmless. */
export class SupabaseClient {
  readonly #options: SupabaseOptions;
  readonly retry: RetryPolicy;

  constructor(options: SupabaseOptions) {
    this.#options = options;
    this.retry = options.retry ?? RETRY_POLICY;
  }

  /**
   * @returns the answer's body as JSON; undefined where it was empty
   * @throws SupabaseApiError, SupabaseUnreachableError, or the signal's reason where it was aborted. A POST that was
   *   sent is brought to its end: Supabase may have acted on it
   */
  async request(
    method: "GET" | "POST" | "DELETE",
    path: string,
    { body, signal }: { readonly body?: unknown; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<unknown> {
    const pauses = { limited: 0, failed: 0 };
    for (;;) {
      signal?.throwIfAborted();
      try {
        return await this.#attempt(method, path, body, method === "POST" ? undefined : signal);
      } catch (error) {
        signal?.throwIfAborted();
        const pause = this.#pauseAfter(error, method, pauses);
        if (pause === undefined) throw error;
        const why = error instanceof SupabaseApiError ? `Supabase answered ${error.status}` : "no answer";
        this.#options.onPause?.(`${method} ${path}: ${why}; next attempt in ${Math.ceil(pause / 1000)} s.`);
        await wait(pause, signal);
      }
    }
  }

  #pauseAfter(
    error: unknown,
    method: string,
    pauses: { limited: number; failed: number },
  ): number | undefined {
    if (error instanceof Refusal && error.status === 429) {
      const listed = this.retry.rateLimitPauses[pauses.limited++];
      return listed === undefined ? undefined : (error.resets ?? listed);
    }
    const mayPass = error instanceof SupabaseUnreachableError || (error as Refusal).status >= 500;
    if (method === "POST" || !mayPass) return undefined;
    return this.retry.failurePauses[pauses.failed++];
  }

  async #attempt(method: string, path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    const { endpoint = SUPABASE_ENDPOINT, accessToken } = this.#options;
    const timeout = timeLimit(this.retry.attemptTimeout);
    try {
      const response = await fetch(`${endpoint.replace(/\/+$/, "")}${path}`, {
        method,
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        headers: {
          authorization: `Bearer ${accessToken}`,
          accept: "application/json",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.ok) return bodyOf(text);
      const reason = redact(messageOf(text), [accessToken]).slice(0, LONGEST_MESSAGE);
      throw new Refusal(method, path, response.status, reason, resetIn(response.headers));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      const why = timeout.aborted
        ? `nothing came within ${this.retry.attemptTimeout / 1000} s`
        : describe(error);
      throw new SupabaseUnreachableError(method, path, redact(why, [accessToken]));
    }
  }
}

/** A refusal together with when Supabase counts from nothing again, in milliseconds. */
class Refusal extends SupabaseApiError {
  constructor(
    method: string,
    path: string,
    status: number,
    reason: string,
    readonly resets: number | undefined,
  ) {
    super(method, path, status, reason);
  }
}

/** In seconds, as Supabase's page has it (docs/facts/supabase.md#s24). */
function resetIn(headers: Headers): number | undefined {
  const text = headers.get("x-ratelimit-reset")?.trim() ?? "";
  return /^\d+$/.test(text) ? Math.min(Number(text) * 1000, LONGEST_PAUSE) : undefined;
}
