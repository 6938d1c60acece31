import { type RenderClient, wait } from "./client";
import { describe, mayHaveHappened, RenderApiError } from "./failure";

interface Named {
  readonly id: string;
}

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

export interface CreateOnce<Answer> extends Omit<PostOnce<Answer>, "find"> {
  /** Everything that has the new thing's unique name now. */
  readonly namesakes: () => Promise<readonly Named[]>;
  /** What Render would have answered, for one that was found again. */
  readonly adopt: (id: string) => Promise<Answer>;
  /** What the message calls it, such as ``web service `api` ``. */
  readonly subject: string;
  /** The type by which a namesake that was there before can be imported, where Render refuses a name twice. */
  readonly uniqueToken?: string;
}

/** POSTs one new thing that is found again by its name, so that it is never made twice. */
export async function createOnce<Answer>(order: CreateOnce<Answer>): Promise<Answer> {
  const before = new Set((await order.namesakes()).map(({ id }) => id));
  const [existing] = before;
  if (order.uniqueToken !== undefined && existing !== undefined) {
    throw new Error(
      `There is a ${order.subject} already (${existing}), and Render takes a name once. Choose another name, ` +
        `or take it over: \`pulumi import ${order.uniqueToken} NAME ${existing}\`.`,
    );
  }
  const find = async () => {
    const found = (await order.namesakes()).find(({ id }) => !before.has(id));
    return found && order.adopt(found.id);
  };
  return postOnce<Answer>({ ...order, find });
}
