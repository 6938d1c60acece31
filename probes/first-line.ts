import { redact } from "../domain";
import { decoderOf } from "./charset";
import type { Endpoint } from "./endpoint";
import type { Response } from "./http-exchange";

/** No more of an answer than this is read for its first line, in bytes. */
const MOST = 16 * 1024;
const LONGEST = 160;

/** The texts that a person reads; of a page of HTML the title, which is its first line in sense. */
const READABLE = /^(?:text\/|application\/(?:[\w.+-]*\+)?json)/;

/**
 * The first line of what a failed check answered, masked; undefined where it is empty or no text. What was sent to the
 * endpoint is masked too, since a service may repeat it.
 */
export async function firstLineOf(response: Response, endpoint: Endpoint): Promise<string | undefined> {
  const type = response.headers["content-type"] ?? "";
  if (!READABLE.test(type)) return undefined;
  const text = decoderOf(type).decode(await beginningOf(response));
  const said = /^\s*\{/.test(text) ? saidByJson(text) : lineOf(text);
  if (said === undefined) return undefined;
  const masked = redact(said.trim(), sentTo(endpoint)).replaceAll(/\p{Cc}/gu, " ");
  return masked.length > LONGEST ? `${masked.slice(0, LONGEST - 1)}…` : masked;
}

/** A header's value, and the credential in it without its scheme; each text of the body, of a form's fields and a file. */
function sentTo({ headers, path, json, body, file }: Endpoint): readonly string[] {
  const inHeaders = Object.values(headers).flatMap((value) => [value, ...value.split(" ").slice(1)]);
  const query = [...new URLSearchParams(path.split("?")[1] ?? "").values()];
  const inBody = body === undefined ? [] : [body, ...new URLSearchParams(body).values()];
  return [...inHeaders, ...query, ...inBody, ...textsIn(json), ...(file?.content.split(/\r?\n/) ?? [])];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function lineOf(text: string): string | undefined {
  const title = /<title[^>]*>\s*([^<]+?)\s*<\/title>/i.exec(text)?.[1];
  if (title !== undefined || /^\s*</.test(text)) return title;
  return text.split(/\r?\n/).find((one) => one.trim() !== "");
}

/** Of JSON only what frameworks call the fault by: another field may hold anything. */
const SAID = ["status", "error", "title", "message", "detail", "reason"] as const;

function saidByJson(text: string): string | undefined {
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    // Cut off, or no JSON after all.
    return undefined;
  }
  const said = SAID.flatMap((key) => (typeof parsed[key] === "string" ? [`${key} ${parsed[key]}`] : []));
  return said.length === 0 ? undefined : said.join(", ");
}

async function beginningOf(response: Response): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MOST) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST);
}
