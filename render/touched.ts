import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../render-api";
import type { Difference } from "./difference";
import { rootOf } from "./difference";
import { pathTo } from "./fields";
import type { Touched } from "./notes";
import type { Properties } from "./plugin/property-values";

/** What an update between the two may change: the roots that differ, with the entries where they have any. */
export function touchedBetween(
  roots: ReadonlySet<string>,
  old: Properties,
  wanted: Properties,
): readonly Touched[] {
  return [...roots].flatMap((root): Touched[] => {
    const before = entriesOf(old[root]);
    const after = entriesOf(wanted[root]);
    const names = [...new Set([...before.keys(), ...after.keys()])];
    const differing = names.filter((name) => !isDeepStrictEqual(before.get(name), after.get(name)));
    return differing.length > 0 ? differing.map((name): Touched => [root, name]) : [[root]];
  });
}

/** Variables, files and environments by their keys, domains by their names, services by their ids. */
function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  if (isRecord(value)) return new Map(Object.entries(value));
  const list: unknown[] = Array.isArray(value) ? value : [];
  return new Map(
    list.flatMap((item): [string, unknown][] => {
      if (typeof item === "string") return [[item, item]];
      return isRecord(item) && typeof item.name === "string" ? [[item.name, item]] : [];
    }),
  );
}

/** What a preview shows of what an interrupted update has touched, beside the differences that it shows anyway. */
export function touchedDifferences(
  touched: readonly Touched[],
  shown: readonly Difference[],
  old: Properties,
  wanted: Properties,
): readonly Difference[] {
  const paths = new Set(shown.map(({ path }) => path));
  return touched.flatMap(([root, entry]): Difference[] => {
    const listed = [old[root], wanted[root]].some(Array.isArray);
    const path = entry === undefined || listed ? root : pathTo(root, entry);
    const has = (bag: Properties): boolean =>
      entry === undefined ? bag[root] !== undefined : entriesOf(bag[root]).has(entry);
    if (
      [...paths].some(
        (one) => one === path || one.startsWith(`${path}.`) || (entry === undefined && rootOf(one) === root),
      )
    )
      return [];
    paths.add(path);
    const kind = !has(wanted) ? "delete" : has(old) || listed ? "update" : "add";
    return [{ path, kind }];
  });
}

/** The names of a property's entries that the program has, or an interrupted update may have, put there. */
export function ownEntries(
  root: string,
  bags: readonly Properties[],
  touched: readonly Touched[] = [],
): ReadonlySet<string> {
  const named = bags.flatMap((bag) => [...entriesOf(bag[root]).keys()]);
  const left = touched.flatMap(([one, entry]) => (one === root && entry !== undefined ? [entry] : []));
  return new Set([...named, ...left]);
}
