import type { PlatformId } from "./fact";
import type { Place } from "./place";
import type { Stated } from "./stated";

/** A part of a manifest that is no service, such as a database, a disk or an entry of an allow list. */
export interface ManifestPartFact extends Stated {
  readonly kind: "manifest-part";
  readonly platform: PlatformId;
  readonly part: ManifestPart;
  /** What its fields say: without a text where that is no scalar. */
  readonly fields: ReadonlyMap<string, { readonly text?: string; readonly place: Place }>;
  /** The plan of the service that it belongs to, where that is stated. */
  readonly plan?: string;
}

export type ManifestPart =
  | "database"
  | "key value store"
  | "disk"
  | "scaling"
  | "previews"
  | "environment's network"
  | "environment's permissions"
  | "entry of ipAllowList";
