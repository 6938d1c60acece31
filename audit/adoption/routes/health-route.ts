import path from "node:path";
import type { Repository } from "../../reader";
import { MAIN_SOURCES } from "../../walk/left-out";
import { aspNetRoutes } from "./aspnet-routes";
import { phoenixRoutes, railsRoutes } from "./block-routes";
import { goRoutes } from "./go-routes";
import { javaScriptRoutes } from "./javascript-routes";
import { nestRoutes } from "./nest-routes";
import { nextRoutes } from "./next-routes";
import { pythonRoutes } from "./python-routes";
import type { Route } from "./route";
import { rustRoutes } from "./rust-routes";
import { springRoutes } from "./spring-routes";

/** What teams call the route that a platform asks, the one that says most first. */
const NAMES =
  /^(?:_?health|_?healthz|health[-_]?checks?|health[-_]status|livez|live(?:ness)?|readyz|ready|readiness|heartbeat|alive|up|ping|status)$/i;
const ORDER: readonly RegExp[] = [/^_?healthz?$/i, /^health/i, /^(?:livez|live|liveness|alive|up)$/i, /./];

/** Tests ask routes, and dependencies have routes of their own. */
const NOT_SERVED =
  /(?:^|\/)(?:tests?|__tests__|e2e|node_modules|\.?venv|examples?|docs)\/|(?:^|\/)test_|\.(?:test|spec)\./;

const EXTENSIONS = [
  ".py",
  ".js",
  ".jsx",
  ".ts",
  ".tsx",
  ".mjs",
  ".cjs",
  ".mts",
  ".cts",
  ".ex",
  ".cs",
  ".java",
  ".kt",
  ".go",
  ".rs",
];

/** Many more files than a service has: a repository of another kind is not read whole for one line. */
const MAX_FILES = 3000;

export interface ServedRoutes {
  /** The route that looks like a health check. */
  readonly health: Route | undefined;
  /** The one of the root, which answers where nothing else is known. */
  readonly root: Route | undefined;
}

/**
 * Which of the routes that a service's code states is its health check.
 *
 * @param folder the service's own, from the repository's root
 * @param others folders of other services, whose code is not this one's
 * @param reached files that its start command runs, in whatever folder
 */
export function servedRoutes(
  folder: string,
  others: readonly string[],
  repository: Repository,
  reached: readonly string[] = [],
): ServedRoutes {
  const files = EXTENSIONS.flatMap((extension) => repository.ending(extension));
  const own = files.filter(
    (file) => isIn(folder, file) && (!NOT_SERVED.test(file) || MAIN_SOURCES.test(file)),
  );
  const foreign = others.filter((other) => other !== folder && isIn(folder, `${other}/x`));
  const served = own.filter((file) => !foreign.some((other) => isIn(other, file))).slice(0, MAX_FILES);
  const source = { files: [...new Set([...reached, ...served])], repository };
  const routes = [
    ...pythonRoutes(source),
    ...javaScriptRoutes(source),
    ...nextRoutes(folder, source),
    ...railsRoutes(folder, source),
    ...phoenixRoutes(source),
    ...aspNetRoutes(source),
    ...nestRoutes(source),
    ...goRoutes(source),
    ...rustRoutes(source),
    ...springRoutes(folder, source),
  ];
  const health = routes.filter(({ path: at }) => NAMES.test(lastOf(at)) && !/[{}<>:*()[\]]/.test(at));
  const [first] = health.toSorted((one, other) => rank(one) - rank(other));
  return { health: first, root: routes.find(({ path: at }) => at === "/") };
}

const isIn = (folder: string, file: string): boolean => folder === "" || file.startsWith(`${folder}/`);
const lastOf = (at: string): string => path.posix.basename(at.replace(/\/$/, ""));

/** The name that says most; of the same name, the shortest path. */
function rank({ path: at }: Route): number {
  return ORDER.findIndex((name) => name.test(lastOf(at))) * 1000 + at.length;
}
