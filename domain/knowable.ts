/**
 * A value that a source states, or the reason why it cannot be known yet: an output in a preview, a variable
 * that is only set at run time. Rules answer *unknown* for these, never *holds*.
 */
export type Knowable<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: string };

export function known<T>(value: T): Knowable<T> {
  return { known: true, value };
}

export function unknown<T = never>(why: string): Knowable<T> {
  return { known: false, why };
}

/** A value that counts only where its reading ended nowhere. */
export function knownUnless<T>(unsure: string | undefined, value: T): Knowable<T> {
  return unsure === undefined ? known(value) : unknown(unsure);
}
