/** A made-up secret: no part of it may be in what is printed, written or sent. */
export const CANARY = "Xc4naryQ7vN2pL9t";

const CORE = CANARY.slice(1, 9);

/** Whether the secret, or base64 of it, is in a text. */
export function holdsCanary(text: string): boolean {
  return text.includes(CORE) || text.includes(ENCODED);
}

const ENCODED = Buffer.from(`u:${CANARY}`).toString("base64").slice(4, 16);
