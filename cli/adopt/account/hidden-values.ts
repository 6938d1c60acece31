import { isMapping } from "../../stacks/written-services";

/** In a stack file: the value is in the secret `values`, at the same place. */
export const HIDDEN = { secret: true } as const;

/** A value without its secrets, and those alone, at the same places. */
export interface Hidden {
  readonly shown: unknown;
  /** Undefined where there is none. */
  readonly values: unknown;
}

/**
 * Takes the values at these paths out; `*` matches every key. An absent value stays absent.
 *
 * @param paths as a kind of resource states where its secrets are
 */
export function hide(value: unknown, paths: readonly (readonly string[])[]): Hidden {
  if (paths.some((path) => path.length === 0)) return { shown: HIDDEN, values: value };
  if (!isMapping(value)) return { shown: value, values: undefined };
  const parts = Object.entries(value).map(([key, inner]) => {
    const within = paths.flatMap(([first, ...rest]) => (first === key || first === "*" ? [rest] : []));
    return [key, hide(inner, within)] as const;
  });
  const values = parts.flatMap(([key, part]) =>
    part.values === undefined ? [] : [[key, part.values] as const],
  );
  return {
    shown: Object.fromEntries(parts.map(([key, part]) => [key, part.shown])),
    values: values.length === 0 ? undefined : Object.fromEntries(values),
  };
}
