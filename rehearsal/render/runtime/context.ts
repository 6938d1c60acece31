import { type CopiedSource, DEFAULT_TIMINGS, type RenderOptions, type Timings } from "../options";
import type { Deploy, Service, Snapshot, Store } from "../store";
import { type Checkouts, openCheckouts } from "./deploys/checkout";

/** What every deploy of this embedded Render shares. */
export interface RuntimeContext {
  readonly store: Store;
  readonly options: RenderOptions;
  readonly timings: Timings;
  /** The clock of every time limit, in milliseconds. */
  readonly now: () => number;
  readonly checkouts: Checkouts;
}

/** A deploy with its configuration and the folder of its checkout: what a command needs to run. */
export interface PreparedDeploy {
  readonly service: Service;
  readonly deploy: Deploy;
  readonly snapshot: Snapshot;
  /** The root of the checkout. */
  readonly folder: string;
}

export function createRuntimeContext(store: Store, options: RenderOptions): RuntimeContext {
  return {
    store,
    options,
    timings: { ...DEFAULT_TIMINGS, ...options.timings },
    now: options.now ?? Date.now,
    checkouts: openCheckouts(options.checkoutFolder),
  };
}

/** The local source of a repository, whose URL may end with `.git` or not. */
export function sourceOf(
  options: RenderOptions,
  repo: string | undefined,
): string | CopiedSource | undefined {
  if (repo === undefined) return undefined;
  const plain = (url: string): string => url.replace(/\/$/, "").replace(/\.git$/, "");
  const found = Object.entries(options.repositories).find(([url]) => plain(url) === plain(repo));
  return found?.[1];
}
