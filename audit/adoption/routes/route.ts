import type { Place } from "../../../domain";
import type { Repository } from "../../reader";

/** A path that the service's code answers to a GET, with where the code says so. */
export interface Route {
  /** With a slash first, and every prefix under which it is served. */
  readonly path: string;
  readonly place: Place;
}

/** The files of a service whose routes are read. */
export interface RouteSource {
  readonly files: readonly string[];
  readonly repository: Repository;
}

/** `join("/api/", "/health")` is `/api/health`; a slash at the end stays, since frameworks distinguish both. */
export function joined(prefix: string, path: string): string {
  const whole = `/${prefix}/${path}`.replaceAll(/\/{2,}/g, "/");
  return path === "" && whole.length > 1 ? whole.replace(/\/$/, "") : whole;
}
