import { type Knowable, known, unknown } from "../../domain";
import type { ReadResource } from "./resource";

/** Reads one value of a resource. In a preview, reading a value that is not known yet throws. */
export function property<T>(read: () => T): Knowable<T> {
  try {
    return known(read());
  } catch (error) {
    if (error instanceof Error && error.message.includes("can't be known during preview")) {
      return unknown("known only after the deployment");
    }
    throw error;
  }
}

/** The items of a list; none while it is not known. */
export function listed(props: ReadResource["props"], name: string): readonly ReadResource["props"][] {
  const list = property(() => props[name] as unknown);
  return list.known && Array.isArray(list.value) ? list.value : [];
}

/** A mapping of texts, such as URL parameters; unknown as a whole where one of its values is. */
export function textMap(read: () => unknown): Knowable<Readonly<Record<string, string>>> {
  return property(() => {
    const mapping = read() as Readonly<Record<string, unknown>> | undefined;
    return Object.fromEntries(Object.keys(mapping ?? {}).map((key) => [key, String(mapping?.[key])]));
  });
}
