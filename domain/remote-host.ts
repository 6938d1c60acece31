import { isLoopback } from "./start-command";

/** Whether a host is reached over other people's networks. */
export function isRemote(host: string): boolean {
  // A name of one label, such as `db` or Render's own `dpg-…-a`, is found in a private network alone.
  return !isLoopback(host) && !host.startsWith("/") && /[.:]/.test(host);
}
