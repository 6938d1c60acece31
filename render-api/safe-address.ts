import { isLoopback } from "../domain";

/** Whether a key may be sent to an address: encrypted, or to this machine, as in a rehearsal. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (hostname === "") return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname.replace(/^\[|\]$/g, "")));
}

/** A key is not sent in plain text. */
export class UnsafeAddressError extends Error {
  override readonly name = "UnsafeAddressError";

  constructor(address: string, own: string) {
    super(
      `render:host or RENDER_HOST: expected an address with https, to which the key may be sent, such as ${own}, got \`${address}\`.`,
    );
  }
}
