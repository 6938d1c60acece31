import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import type http from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Header, Route } from "../../store";

export interface SiteRules {
  readonly headers: readonly Header[];
  readonly routes: readonly Route[];
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Answers with a folder's files: `/a` by the file `a`, `a.html` or `a/index.html`. A route counts only where there is
 * no such file (render.com/docs/redirects-rewrites). What is not there is answered by 404.html, where the site has one.
 */
export function answerFrom(folder: string, rules: () => SiteRules): http.RequestListener {
  return (request, response) => {
    answer(folder, rules(), request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
}

async function answer(
  folder: string,
  { headers, routes }: SiteRules,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const asked = pathOf(request.url ?? "/");
  for (const { path: pattern, name, value } of headers) {
    if (filled(pattern, "", asked) !== undefined) response.setHeader(name, value);
  }
  const own = asked === undefined ? undefined : await fileFor(folder, asked);
  if (own !== undefined) return send(own, 200, request, response);
  for (const { type, source, destination } of routes) {
    const to = filled(source, destination, asked);
    if (to === undefined) continue;
    if (type === "redirect") {
      response.writeHead(301, { Location: to }).end();
      return;
    }
    const file = await fileFor(folder, to);
    if (file !== undefined) return send(file, 200, request, response);
  }
  const missing = await fileFor(folder, "/404.html");
  if (missing !== undefined) return send(missing, 404, request, response);
  response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not Found\n");
}

/** The decoded path of a request's target; undefined for one that cannot be decoded. */
function pathOf(target: string): string | undefined {
  try {
    return decodeURIComponent(target.split(/[?#]/, 1)[0] ?? "/");
  } catch {
    return undefined;
  }
}

/** The destination with what `*` and `:name` match in the source; undefined where the source does not match. */
function filled(source: string, destination: string, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  const names: string[] = [];
  const pattern = source
    .split(/(\*|:[A-Za-z_]\w*)/)
    .map((part) => {
      if (part === "*" || /^:\w/.test(part)) {
        names.push(part);
        return part === "*" ? "(.*)" : "([^/]+)";
      }
      return part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("");
  const found = new RegExp(`^${pattern}/?$`).exec(asked);
  if (found === null) return undefined;
  return names.reduce((text, name, index) => text.replace(name, found[index + 1] ?? ""), destination);
}

/** A file of the folder, never one outside of it, by a link neither. */
async function fileFor(folder: string, asked: string): Promise<string | undefined> {
  const root = await realpath(folder);
  const plain = path.join(root, path.posix.normalize(`/${asked}`));
  for (const candidate of [plain, `${plain.replace(/\/$/, "")}.html`, path.join(plain, "index.html")]) {
    const found = await realpath(candidate).catch(() => undefined);
    if (found === undefined || !(found.startsWith(root + path.sep) || found === root)) continue;
    if ((await stat(found)).isFile()) return found;
  }
  return undefined;
}

async function send(
  file: string,
  status: number,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const { size } = await stat(file);
  const type = TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream";
  if (!response.hasHeader("Content-Type")) response.setHeader("Content-Type", type);
  response.writeHead(status, { "Content-Length": size });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), response);
}
