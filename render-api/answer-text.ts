import { isRecord } from "./record";

/** A proxy's error page can be long; its beginning is enough to recognise it. */
export const LONGEST_MESSAGE = 300;

/**
 * An answer's body as JSON; undefined where it is empty.
 * @throws Error without the text that cannot be read: it may hold values
 */
export function bodyOf(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("the answer is not the JSON that was expected");
  }
}

/** What a refusal's body says: its `message`, or the whole of a text that has none. */
export function messageOf(text: string): string {
  try {
    const body = bodyOf(text);
    if (isRecord(body) && typeof body.message === "string") return body.message;
  } catch {
    // A proxy's answer is not JSON: only its text can be reported.
  }
  return text.trim() || "no message";
}
