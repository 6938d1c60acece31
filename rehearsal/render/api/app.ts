import { randomUUID } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiContext } from "./context";
import { ApiFailure } from "./failure";
import type { FaultHow, Faults } from "./faults";
import { rateLimited } from "./rate-limits";
import { ROUTES } from "./routes";
import { absentPart } from "./routes/absent";

export const BASE = "/v1";

type Bindings = { Bindings: HttpBindings };

/** Headers that were recorded with every answer. */
const HEADERS = {
  Vary: "Origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "X-Xss-Protection": "1; mode=block",
};

const pathOf = (c: Context): string => c.req.path.slice(BASE.length);

/** Render's error envelope. */
function envelope(c: Context, status: ContentfulStatusCode, message: string): Response {
  const body = `${JSON.stringify({ message })}\n`;
  return c.body(body, status, { "Content-Type": "application/json; charset=utf-8" });
}

const withHeaders: MiddlewareHandler = async (c, next) => {
  c.header("Render-Request-Id", randomUUID());
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  await next();
};

/** Ends the connection without an answer. */
function cut(c: Context<Bindings>): Response {
  c.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

function refusal(c: Context, how: Exclude<FaultHow, string>): Response {
  if (how.retryAfter !== undefined) c.header("Retry-After", String(how.retryAfter));
  return envelope(c, how.status as ContentfulStatusCode, how.message ?? "a fault that was asked for");
}

function withFaults(faults: Faults): MiddlewareHandler<Bindings> {
  return async (c, next) => {
    const how = faults.take(c.req.method, pathOf(c));
    if (how === undefined) return next();
    if (typeof how === "object") return refusal(c, how);
    // The whole request is read first: a client must have sent it before it sees the connection cut.
    await c.req.text();
    if (how === "hang") await faults.hang((release) => c.env.incoming.socket.once("close", release));
    if (how === "lost-answer") await next();
    c.res = cut(c);
    return;
  };
}

function authorized(apiKey: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header("Authorization") !== `Bearer ${apiKey}`) throw new ApiFailure(401, "unauthorized");
    await next();
  };
}

/** The methods that some route has for this path. */
function methodsOf(app: Hono<Bindings>, path: string): string[] {
  const parts = path.split("/");
  const routes = app.routes.filter((route) => {
    const pattern = route.path.split("/");
    return (
      route.method !== "ALL" &&
      pattern.length === parts.length &&
      pattern.every((part, index) => part.startsWith(":") || part === parts[index])
    );
  });
  return [...new Set(routes.map(({ method }) => method))];
}

/** Where an unexpected error was thrown. Its message is left out, because it may hold a value. */
function whereFrom(error: Error): string {
  return `${error.name} ${
    error.stack
      ?.split("\n")
      .find((line) => line.includes("rehearsal"))
      ?.trim() ?? ""
  }`;
}

/** The API, below `/v1`. */
export function createApp(context: ApiContext, faults: Faults, apiKey: string): Hono<Bindings> {
  const app = new Hono<Bindings>().basePath(BASE);
  app.use("*", withHeaders, withFaults(faults), authorized(apiKey));
  app.use("*", rateLimited(context.options.rateLimits === "enforce", pathOf));
  for (const routesOf of ROUTES) app.route("/", routesOf(context));
  app.notFound((c) => {
    const methods = methodsOf(app, c.req.path);
    const absent = absentPart(pathOf(c));
    // 501, as for no wrong id: a client must not take it for a thing that is gone.
    if (absent !== undefined && !methods.includes(c.req.method))
      return envelope(c, 501, `the embedded Render has no ${absent} (docs/rehearsal.md)`);
    if (methods.length === 0) return envelope(c, 404, "not found");
    c.header("Allow", methods.join(", "));
    return envelope(c, 405, "method not allowed");
  });
  app.onError((error, c) => {
    if (error instanceof ApiFailure) return envelope(c, error.status, error.message);
    return envelope(c, 500, `the embedded Render failed: ${whereFrom(error)}`);
  });
  return app;
}
