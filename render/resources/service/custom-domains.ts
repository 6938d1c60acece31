import { postOnce, unlessGone } from "../../../render-api";
import type { Context } from "../../resource-kind";
import { ownEntries } from "../../touched";
import type { Change, Send } from "./change";

/** What is to go goes first: Render adds and removes the `www.` twin of a name by itself. */
export async function changeDomains(
  context: Context,
  send: Send,
  { id, now, writtenBefore, touched, wanted }: Change,
): Promise<void> {
  const path = `/services/${id}/custom-domains`;
  const after = domainNames(wanted.customDomains);
  const before = ownEntries("customDomains", [writtenBefore], touched);
  for (const { name, redirectForName } of now.customDomains) {
    if (redirectForName || after.includes(name) || !before.has(name)) continue;
    await unlessGone(send("DELETE", `${path}/${encodeURIComponent(name)}`));
  }
  for (const name of after) await addDomain(context, path, name);
}

function domainNames(domains: unknown): readonly string[] {
  return (Array.isArray(domains) ? domains : []).map(({ name }) => String(name));
}

async function addDomain(context: Context, path: string, name: string): Promise<void> {
  const { client, signal } = context;
  const find = async (signal: AbortSignal) => {
    const domains = await client.list<{ name: string }>(path, "customDomain", { signal });
    return domains.find((domain) => domain.name === name);
  };
  if (await find(context.signal)) return;
  const log = (message: string) => context.log(message, "warning");
  await postOnce<unknown>({ client, signal, path, body: { name }, log, find });
}
