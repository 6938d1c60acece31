/** What was derived from one list. */
interface Derived {
  /** A list that has grown since is another list. */
  readonly length: number;
  /** By what derived it, with nothing more. */
  readonly plain: Map<unknown, unknown>;
  readonly within: { readonly derive: unknown; readonly context: unknown; readonly value: unknown }[];
}

/** All in one map: each weak map, and each of its keys, is one more thing that every garbage collection looks at. */
const derivedOf = new WeakMap<object, Derived>();
/** Rule after rule asks of the same list. */
let last: { readonly list: object; readonly derived: Derived } | undefined;

function derivedFrom(list: readonly unknown[]): Derived {
  if (last?.list === list && last.derived.length === list.length) return last.derived;
  const before = derivedOf.get(list);
  const derived =
    before?.length === list.length ? before : { length: list.length, plain: new Map(), within: [] };
  if (derived !== before) derivedOf.set(list, derived);
  last = { list, derived };
  return derived;
}

/** Drops what was derived from a list that is asked of no more: the map alone would keep it until a whole collection. */
export function forgetDerived(list: readonly unknown[]): void {
  derivedOf.delete(list);
  if (last?.list === list) last = undefined;
}

/** What derives something from a list once, and may be given it. */
export interface OncePerList<I, T, C> {
  (list: readonly I[], context?: C): T;
  /** States what would be derived from a list, where what the list was made of says it. */
  state(list: readonly I[], value: T): void;
}

/**
 * Derives something from a list once, however often it is asked for; what was derived goes with the list.
 *
 * @param derive may depend on one thing more
 */
export function oncePerList<I, T, C extends object = object>(
  derive: (list: readonly I[], context: C) => T,
): OncePerList<I, T, C> {
  const derived = (list: readonly I[], context?: C): T => {
    if (context !== undefined) return derivedWithin(list, context);
    const { plain } = derivedFrom(list);
    const before = plain.get(derive);
    if (before !== undefined || plain.has(derive)) return before as T;
    const value = derive(list, {} as C);
    plain.set(derive, value);
    return value;
  };
  const derivedWithin = (list: readonly I[], context: C): T => {
    const { within } = derivedFrom(list);
    const before = within.find((one) => one.derive === derive && one.context === context);
    if (before !== undefined) return before.value as T;
    const value = derive(list, context);
    within.push({ derive, context, value });
    return value;
  };
  const state = (list: readonly I[], value: T): void => {
    derivedFrom(list).plain.set(derive, value);
  };
  return Object.assign(derived, { state });
}
