import { timeLimit } from "../system";
import type { RenderClient } from "./client";
import { describe, mayHaveHappened, RenderApiError } from "./errors";
import { wait } from "./wait";

export interface PostOnce<Answer> {
  readonly client: RenderClient;
  readonly path: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
  readonly log: (message: string) => void;
  /** What Render would have answered, where the request was acted on after all; undefined where it was not. */
  readonly find: (signal: AbortSignal) => Promise<Answer | undefined>;
  /** How long to wait before each further attempt, in milliseconds. @default the client's own */
  readonly pauses?: readonly number[];
}

/** How long is looked for what a request has made that was sent before a cancellation, in milliseconds. */
const LAST_LOOK = 10_000;

/**
 * POSTs what must not be done twice. Where the answer is lost, is none, or says that there is such a thing already,
 * what should have been made is looked for before it is asked for again. A request that was sent when the user cancels
 * is brought to its end: what it made is kept, and the next update does not make it again.
 */
export async function postOnce<Answer>(order: PostOnce<Answer>): Promise<Answer> {
  const { client, path, body, signal, log } = order;
  const { pauses = client.retry.creationPauses } = order;
  for (const pause of [...pauses, undefined]) {
    try {
      return (await client.request("POST", path, { body, signal, awaitsAnswer: true })).body as Answer;
    } catch (error) {
      const conflict = error instanceof RenderApiError && error.status === 409;
      if (!mayHaveHappened(error) && !conflict) throw error;
      const found = await order.find(signal.aborted ? timeLimit(LAST_LOOK) : signal);
      if (found !== undefined) {
        log(`The answer to POST ${path} was lost (${describe(error)}), but Render has acted on it.`);
        return found;
      }
      if (pause === undefined || conflict || signal.aborted) throw error;
      log(`${describe(error)} Nothing was made; asking again.`);
      await wait(pause, signal);
    }
  }
  throw new Error("unreachable: the last attempt returns or throws");
}
