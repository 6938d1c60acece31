import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../render-api";
import { pathTo } from "./fields";
import type { Properties } from "./plugin/property-values";
import type { ResourceKind } from "./resource-kind";

/** One property that differs, by its path. */
export interface Difference {
  readonly path: string;
  readonly kind: "add" | "delete" | "update";
}

/** Paths at which two property bags differ; a list counts as one property. */
export function differences(old: Properties, wanted: Properties, parent = ""): Difference[] {
  const names = new Set([...Object.keys(old), ...Object.keys(wanted)]);
  return [...names].flatMap((name): Difference[] => {
    const path = pathTo(parent, name);
    const before = own(old, name);
    const after = own(wanted, name);
    if (isDeepStrictEqual(before, after)) return [];
    if (before === undefined) return [{ path, kind: "add" }];
    if (after === undefined) return [{ path, kind: "delete" }];
    if (isRecord(before) && isRecord(after)) return differences(before, after, path);
    return [{ path, kind: "update" }];
  });
}

/** What a preview shows: where the wanted inputs mean something else than the old ones. */
export function changesOf(
  kind: Pick<ResourceKind, "canonical" | "settled">,
  old: Properties,
  wanted: Properties,
  state: Properties = {},
): Difference[] {
  const settled = kind.settled?.(old, wanted, state) ?? wanted;
  return differences(kind.canonical(old), kind.canonical(settled));
}

/** A variable may be called `constructor`: what a bag inherits is not in it. */
function own(bag: Properties, name: string): unknown {
  return Object.hasOwn(bag, name) ? bag[name] : undefined;
}

/** The top-level property of a path. */
export function rootOf(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}

/**
 * What was read, in the words of what was written: a property that means the same keeps the writer's
 * spelling, so that a preview after a refresh shows no change.
 */
export function inWordsOf(
  written: Properties,
  read: Properties,
  canonical: (inputs: Properties) => Properties,
): Record<string, unknown> {
  const meant = canonical(written);
  const found = canonical(read);
  const names = new Set([...Object.keys(written), ...Object.keys(read)]);
  const result: Record<string, unknown> = {};
  for (const name of names) {
    const value = isDeepStrictEqual(meant[name], found[name]) ? written[name] : read[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}
