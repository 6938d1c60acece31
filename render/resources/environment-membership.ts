import { unlessGone } from "../../render-api";
import type { Context } from "../resource-kind";

/** Moves what is in an environment into another, or out of all. */
export async function moveTo(
  { client, signal }: Context,
  id: string,
  from: unknown,
  to: unknown,
): Promise<void> {
  if (from === to) return;
  if (to !== undefined) {
    const body = { resourceIds: [id] };
    await client.request("POST", `/environments/${String(to)}/resources`, { body, signal, repeatable: true });
  } else {
    const query = { resourceIds: id };
    await unlessGone(client.request("DELETE", `/environments/${String(from)}/resources`, { query, signal }));
  }
}
