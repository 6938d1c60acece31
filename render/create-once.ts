import { mayHaveHappened, type PostOnce, postOnce } from "../render-api";
import type { CreationNote } from "./notes";
import type { Context } from "./resource-kind";

interface Named {
  readonly id: string;
  /** Undefined where Render does not say when it was made. */
  readonly createdAt?: string;
}

export interface CreateOnce<Answer> extends Omit<PostOnce<Answer>, "find" | "client" | "signal" | "log"> {
  readonly context: Context;
  /** Distinguishes several things that one resource makes. @default "", the resource itself */
  readonly part?: string;
  /** The new thing's name at Render. */
  readonly name: string;
  /** Everything that has this name now. */
  readonly namesakes: (name: string, signal: AbortSignal) => Promise<readonly Named[]>;
  /** What Render would have answered, for one that was found again. */
  readonly adopt: (id: string, signal: AbortSignal) => Promise<Answer>;
  readonly idOf: (answer: Answer) => string;
  /** What the message calls it, such as `web service`. */
  readonly noun: string;
  /** The type by which a namesake that was there before can be imported, where Render refuses a name twice. */
  readonly uniqueToken?: string;
}

export interface Made<Answer> {
  readonly answer: Answer;
  /** True where it was there before: it may not be what is wanted now. */
  readonly found: boolean;
}

/** How far Render's clock and this one may differ, and how long a request may take to be acted on, in milliseconds. */
const SKEW = 5 * 60_000;
const ACTED_ON = 15 * 60_000;

/**
 * POSTs one new thing that is found again by its name, so that it is never made twice: also where the update that
 * asked for it was killed. What another has made is never taken over, unless the user says so.
 */
export async function createOnce<Answer>(order: CreateOnce<Answer>): Promise<Made<Answer>> {
  const { context, part = "", name, noun } = order;
  const { signal, notes, client } = context;
  const before = (await order.namesakes(name, signal)).map(({ id }) => id);
  const chosen = before.find((id) => context.takeOver.includes(id));
  if (chosen !== undefined) return { answer: await order.adopt(chosen, signal), found: true };
  const noted = notes.creation(part);
  const own = noted && (await interrupted(order, noted));
  if (own !== undefined) {
    notes.noteCreation(part, { ...(noted as CreationNote), id: own.id });
    const answer = await order.adopt(own.id, signal);
    context.log(
      `An update of this stack that was interrupted has made the ${noun} \`${noted?.name}\` (${own.id}): it is gone on with.`,
    );
    return { answer, found: true };
  }
  refuseOrWarn(order, before);
  const find = async (at: AbortSignal) => {
    const made = (await order.namesakes(name, at)).find(({ id }) => !before.includes(id));
    return made && order.adopt(made.id, at);
  };
  const note = { name, begun: Date.now(), before };
  notes.noteCreation(part, note);
  try {
    const log = (message: string): void => context.log(message, "warning");
    const answer = await postOnce<Answer>({
      ...order,
      client,
      signal,
      log,
      find,
    });
    notes.noteCreation(part, { ...note, id: order.idOf(answer) });
    client.noteMade(order.idOf(answer));
    return { answer, found: false };
  } catch (error) {
    if (!mayHaveHappened(error) && !signal.aborted) notes.noteCreation(part, undefined);
    throw error;
  }
}

/** What the noted creation has made, where that is there and no other can have made it. */
async function interrupted<Answer>(
  { context, namesakes, noun }: CreateOnce<Answer>,
  { name, begun, before, id }: CreationNote,
): Promise<Named | undefined> {
  const found = await namesakes(name, context.signal);
  if (id !== undefined) return found.find((one) => one.id === id);
  const since = found.filter((one) => {
    const at = Date.parse(one.createdAt ?? "");
    return !before.includes(one.id) && !(at < begun - SKEW || at > begun + ACTED_ON);
  });
  if (since.length < 2) return since[0];
  const ids = since.map((one) => one.id);
  throw new Error(
    `An update of this stack was interrupted while it made the ${noun} \`${name}\`, and Render has several that were ` +
      `made then: ${ids.join(", ")}. Look which of them is this stack's, and type \`RENDER_TAKE_OVER=ID pulumi up\`.`,
  );
}

function refuseOrWarn<Answer>(order: CreateOnce<Answer>, before: readonly string[]): void {
  const [existing] = before;
  if (existing === undefined) return;
  const { context, uniqueToken, noun, name } = order;
  if (uniqueToken === undefined) {
    context.log(
      `Render has ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun} \`${name}\` already (${before.join(", ")}), which is none of this program's. ` +
        `Another of the same name is made beside it. To take one over instead: \`RENDER_TAKE_OVER=${existing} pulumi up\`.`,
      "warning",
    );
    return;
  }
  throw new Error(
    `There is a ${noun} \`${name}\` already (${existing}), and Render takes a name once. Choose another name, ` +
      `or take it over: \`RENDER_TAKE_OVER=${existing} pulumi up\`${orImport(context.urn, uniqueToken, existing)}.`,
  );
}

/** The import that does the same, where the resource has no parent; a parent's name is not known here. */
function orImport(urn: string, token: string, id: string): string {
  const [, , types = "", ...name] = urn.split("::");
  if (types.includes("$") || name.length === 0) return "";
  return `, or \`pulumi import ${token} ${name.join("::")} ${id}\``;
}
