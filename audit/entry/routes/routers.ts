import { routePath } from "../../../domain/route-path";

/** A router or an application, with what is registered in it. */
export interface Router {
  readonly prefix: string;
  readonly paths: string[];
  readonly below: { readonly router: Router; readonly prefix: string }[];
}

export const newRouter = (prefix = ""): Router => ({ prefix, paths: [], below: [] });

/** Deeper than any application's routers; a router that is in itself ends here. */
const MAX_ROUTERS = 12;

/** All paths of a router and of those below it. */
export function pathsOf(router: Router, before = "", depth = 0): readonly string[] {
  if (depth > MAX_ROUTERS) return [];
  const prefix = `${before}/${router.prefix}`;
  return [
    ...router.paths.map((path) => routePath(prefix, path)),
    ...router.below.flatMap((one) => pathsOf(one.router, `${prefix}/${one.prefix}`, depth + 1)),
  ];
}

/** That a registration cannot be followed: then no path is known to be missing. */
class NotFollowed extends Error {}

export function notFollowed(): never {
  throw new NotFollowed();
}

/** What is read, or undefined where a registration cannot be followed. */
export function followed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof NotFollowed) return undefined;
    throw cause;
  }
}
