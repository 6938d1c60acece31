import { type RenderClient, wait } from "./client";
import { describe, mayHaveHappened, RenderApiError } from "./failure";

interface Named {
  readonly id: string;
}

export interface CreateOnce<Answer> {
  readonly client: RenderClient;
  readonly path: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
  /** Everything that has the new thing's unique name now. */
  readonly namesakes: () => Promise<readonly Named[]>;
  /** What Render would have answered, for one that was found again. */
  readonly adopt: (id: string) => Promise<Answer>;
  readonly log: (message: string) => void;
  /** What the message calls it, such as ``web service `api` ``. */
  readonly subject: string;
  /** Whether a namesake that was there before is an error: Render refuses some names twice. */
  readonly unique: boolean;
  readonly pauses?: readonly number[];
}

const PAUSES = [1_000, 3_000, 10_000];

/**
 * POSTs one new thing. Where the answer is lost, the thing is looked for by its name before it is asked for
 * again, so that it is never made twice.
 */
export async function createOnce<Answer>(order: CreateOnce<Answer>): Promise<Answer> {
  const before = new Set((await order.namesakes()).map(({ id }) => id));
  const [existing] = before;
  if (order.unique && existing !== undefined) {
    throw new Error(
      `There is a ${order.subject} already (${existing}), and Render takes a name once. ` +
        "Choose another name, or take it over: `pulumi import <type> <name> <id>`.",
    );
  }
  for (const pause of [...(order.pauses ?? PAUSES), undefined]) {
    try {
      const { body } = await order.client.request("POST", order.path, order);
      return body as Answer;
    } catch (error) {
      const conflict = error instanceof RenderApiError && error.status === 409;
      if (!mayHaveHappened(error) && !conflict) throw error;
      const found = (await order.namesakes()).find(({ id }) => !before.has(id));
      if (found) {
        order.log(`The answer to the creation was lost (${describe(error)}); found it again as ${found.id}.`);
        return order.adopt(found.id);
      }
      if (pause === undefined || conflict) throw error;
      order.log(`${describe(error)} Nothing was made; asking again.`);
      await wait(pause, order.signal);
    }
  }
  throw new Error("unreachable: the last attempt returns or throws");
}
