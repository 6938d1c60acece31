import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/**
 * Systems give the ports above to connections (ip(7): ip_local_port_range; RFC 6335 for others): one of those may be
 * taken by a client between now and the moment at which it is bound.
 */
const [FIRST, BEYOND] = [20_000, 32_000];

/** A port on which no process of this machine listens. Another process may still take it before it is bound. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, BEYOND);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, "0.0.0.0");
  try {
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}
