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
  readonly find: () => Promise<Answer | undefined>;
}

/**
 * POSTs what must not be done twice. Where the answer is lost, or says that there is such a thing already, what
 * should have been made is looked for before it is asked for again.
 */
export async function postOnce<Answer>(order: PostOnce<Answer>): Promise<Answer> {
  const { client, path, body, signal, log } = order;
  for (const pause of [...client.retry.creationPauses, undefined]) {
    try {
      return (await client.request("POST", path, { body, signal })).body as Answer;
    } catch (error) {
      const conflict = error instanceof RenderApiError && error.status === 409;
      if (!mayHaveHappened(error) && !conflict) throw error;
      const found = await order.find();
      if (found !== undefined) {
        log(`The answer to POST ${path} was lost (${describe(error)}), but Render has acted on it.`);
        return found;
      }
      if (pause === undefined || conflict) throw error;
      log(`${describe(error)} Nothing was made; asking again.`);
      await wait(pause, signal);
    }
  }
  throw new Error("unreachable: the last attempt returns or throws");
}
