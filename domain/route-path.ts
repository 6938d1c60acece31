/**
 * A route's path in one notation for all frameworks: `{}` is one part of it, and `**` all that follows. A slash at its end
 * makes none another: FastAPI and Django redirect to the other one, and Express takes both.
 */
export function routePath(...parts: readonly string[]): string {
  const joined = parts.join("/").replace(/\/{2,}/g, "/");
  return `/${joined.replace(/^\/|\/$/g, "")}`;
}

/** Whether a route of the path answers a request for another one, whatever the letters' case. */
export function isAnswered(route: string, asked: string): boolean {
  const pattern = route
    .split("/")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("\\{\\}", "[^/]+"))
    .join("/")
    .replaceAll("\\*\\*", ".*");
  return new RegExp(`^${pattern.replace(/\/\.\*$/, "(?:/.*)?")}/?$`, "i").test(routePath(asked));
}
