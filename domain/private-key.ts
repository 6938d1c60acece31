/** The first line of a private key (RFC 7468, and what OpenSSH and PGP write), as a pattern's source. */
export const PRIVATE_KEY_HEAD = "-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----";

const HEAD = new RegExp(PRIVATE_KEY_HEAD);

/** Whether a text holds a private key. */
export function holdsPrivateKey(text: string): boolean {
  return HEAD.test(text);
}
