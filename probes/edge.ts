import type { IncomingHttpHeaders } from "node:http";

/** What a proxy before the service answers when the service does not: Render's edge, or the embedded one. */
const GATEWAY = new Set([502, 503, 504]);

/**
 * Whether an answer is the edge's own, which has no one to ask. Render's edge names the server that answered behind it
 * (`x-render-origin-server: uvicorn`; `Render` for its own pages), and is itself served through Cloudflare; a
 * server of the service's own names itself in `server`.
 */
export function isFromEdge(status: number, headers: IncomingHttpHeaders): boolean {
  if (!GATEWAY.has(status)) return false;
  const origin = headers["x-render-origin-server"];
  if (origin !== undefined) return String(origin).toLowerCase() === "render";
  const { server } = headers;
  return server === undefined || /^(cloudflare|render)/i.test(String(server));
}

/** The system's words for a request without an answer. */
export function networkReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `no answer (${message || String(code)})`;
}
