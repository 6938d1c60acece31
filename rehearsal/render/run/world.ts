import { DEFAULT_TIMINGS, type RenderOptions, type Timings } from "../options";
import type { Deploy, Service, Snapshot, Store } from "../store";
import { openWorkFolder, type WorkFolder } from "./work-folder";

/** What every deploy of this embedded Render shares. */
export interface World {
  readonly store: Store;
  readonly options: RenderOptions;
  readonly timings: Timings;
  readonly workFolder: WorkFolder;
}

/** A deploy whose configuration is taken and whose working copy has its place: what a command needs to run. */
export interface Placed {
  readonly service: Service;
  readonly deploy: Deploy;
  readonly snapshot: Snapshot;
  /** The root of the working copy. */
  readonly folder: string;
}

export function openWorld(store: Store, options: RenderOptions): World {
  return {
    store,
    options,
    timings: { ...DEFAULT_TIMINGS, ...options.timings },
    workFolder: openWorkFolder(options.workFolder),
  };
}

/** The directory that stands for a repository, named with or without `.git`. */
export function sourceOf(options: RenderOptions, repo: string | undefined): string | undefined {
  if (repo === undefined) return undefined;
  const plain = (url: string): string => url.replace(/\/$/, "").replace(/\.git$/, "");
  const found = Object.entries(options.repositories).find(([url]) => plain(url) === plain(repo));
  return found?.[1];
}
