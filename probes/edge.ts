import type { IncomingHttpHeaders } from "node:http";

/** What a proxy answers when the service does not. */
const GATEWAY = new Set([502, 503, 504]);
/** Cloudflare's own statuses, which no server behind it uses: it cannot reach the next one. */
const isOfCloudflare = (status: number): boolean => status >= 520 && status <= 530;
/** What Render's edge calls a service that it does not ask, in `x-render-routing`; `static-…` is of a site's own files. */
const NOT_ASKED = /^(?!static)/i;

/**
 * Whether an answer is the edge's own, which has no one to ask. Render's edge says of each answer of a service by which
 * server it was made (`x-render-origin-server: uvicorn`; `Render` for one that does not name itself, as Node's), and of its
 * own why it asked nothing (`x-render-routing: no-server`). Both come through Cloudflare (docs/facts/render.md#r36).
 * What came through neither is the service's own.
 */
export function isFromEdge(status: number, headers: IncomingHttpHeaders): boolean {
  if (status < 400) return false;
  const routing = headers["x-render-routing"];
  if (routing !== undefined) return NOT_ASKED.test(String(routing));
  if (headers["x-render-origin-server"] !== undefined) return false;
  const { server } = headers;
  if (server === undefined || !/^(cloudflare|render)/i.test(String(server))) return false;
  return GATEWAY.has(status) || isOfCloudflare(status);
}

/** The system's words for a request without an answer. */
export function networkReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `no answer (${message || String(code)})`;
}
