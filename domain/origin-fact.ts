import type { Knowable } from "./knowable";
import type { Place } from "./place";
import type { Stated } from "./stated";

/** Where a platform takes the service's code or its image from, as it is given to the platform. */
export interface OriginFact extends Stated {
  readonly kind: "origin";
  readonly of: "repository" | "image";
  readonly url: Knowable<string>;
  /** Of a repository: which of its branches is deployed, and where that is written. */
  readonly branch?: { readonly name: string; readonly place: Place };
  /** Of an image, where they are given beside its name. */
  readonly tag?: string;
  readonly digest?: string;
}
