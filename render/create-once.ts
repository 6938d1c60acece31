import { isRecord, type PostOnce, postOnce } from "../render-api";

interface Named {
  readonly id: string;
}

export interface CreateOnce<Answer> extends Omit<PostOnce<Answer>, "find"> {
  /** Everything that has the new thing's unique name now. */
  readonly namesakes: (signal: AbortSignal) => Promise<readonly Named[]>;
  /** What Render would have answered, for one that was found again. */
  readonly adopt: (id: string, signal: AbortSignal) => Promise<Answer>;
  /** What the message calls it, such as ``web service `api` ``. */
  readonly subject: string;
  /** The type by which a namesake that was there before can be imported, where Render refuses a name twice. */
  readonly uniqueToken?: string;
}

/** POSTs one new thing that is found again by its name, so that it is never made twice. */
export async function createOnce<Answer>(order: CreateOnce<Answer>): Promise<Answer> {
  const before = new Set((await order.namesakes(order.signal)).map(({ id }) => id));
  const [existing] = before;
  if (order.uniqueToken !== undefined && existing !== undefined) {
    throw new Error(
      `There is a ${order.subject} already (${existing}), and Render takes a name once. Choose another name, ` +
        `or take it over: \`pulumi import ${order.uniqueToken} NAME ${existing}\`.`,
    );
  }
  if (existing !== undefined) {
    order.log(
      `Render has ${article(order.subject)} ${order.subject} already (${[...before].join(", ")}), which is none of this program's. ` +
        "Another of the same name is made beside it.",
    );
  }
  const find = async (signal: AbortSignal) => {
    const found = (await order.namesakes(signal)).find(({ id }) => !before.has(id));
    return found && order.adopt(found.id, signal);
  };
  return postOnce<Answer>({ isAnswer: (body) => isRecord(body), ...order, find });
}

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? "an" : "a");
