import type { Knowable } from "./knowable";
import type { Place } from "./place";
import type { Stated } from "./stated";

/** A part of a manifest that is no service, such as a database, a disk or an entry of an allow list. */
export interface ManifestPartFact extends Stated {
  readonly kind: "manifest-part";
  /** As `PlatformFact.platform` has it. */
  readonly platform: string;
  readonly part: ManifestPart;
  /** What its fields say: without a text where that is no scalar. */
  readonly fields: ReadonlyMap<string, { readonly text?: string; readonly place: Place }>;
  /** The plan of the service that it belongs to, where that is stated. */
  readonly plan?: string;
}

/** What a service's image is built from, as a compose file says. */
export interface BuildFact extends Stated {
  readonly kind: "build";
  /** The folder of its context, from the audited one; empty for that one itself. */
  readonly folder: string;
  /** Its Dockerfile, from the audited folder, whether it is there or not. */
  readonly imageFile: string;
  /** The stage of it that is built. @default the last one */
  readonly target?: string;
  /** Whether the place lists every variable that the container gets, beside the image's own. @default false */
  readonly listsVariables?: true;
  /** By which name its container is reached in compose's network, where its place says all that the container is given. */
  readonly reachedAs?: string;
}

/** A build argument, such as a Dockerfile's ARG: its value stays readable in the image's history. */
export interface BuildArgumentFact extends Stated {
  readonly kind: "build-argument";
  readonly name: string;
  readonly value: Knowable<string>;
  readonly secret: boolean;
}

export type ManifestPart =
  | "database"
  | "key value store"
  | "env group"
  | "disk"
  | "scaling"
  | "previews"
  | "environment's network"
  | "environment's permissions"
  | "custom domain"
  | "route"
  | "header"
  | "maintenance page"
  | "source"
  | "entry of ipAllowList";

/** A field that the format's own reader does not know, with the nearest one that it does. */
export interface UnknownFieldFact extends Stated {
  readonly kind: "unknown-field";
  readonly format: "render.yaml" | "railway";
  readonly field: string;
  readonly nearest: string | undefined;
  /** Where the field is right, and its value is none of those that it takes: these, and the value. */
  readonly taken?: { readonly values: readonly string[]; readonly got: string };
  /** A table of Railway's file that sets nothing, and what it is meant to set. */
  readonly insteadOf?: "services" | "variables";
  /** Where it is, if that decides what is to be done: at the file's root, or in a service of a kind that has no such field. */
  readonly within?:
    | "root"
    | "static site"
    | "cron job"
    | "background worker"
    | "private service"
    | "key value store"
    | "group's variable";
}

/** The type of a service that the format does not have, with what was probably meant, in words. */
export interface UnknownTypeFact extends Stated {
  readonly kind: "unknown-type";
  readonly format: "render.yaml";
  readonly type: string;
  readonly meant: string | undefined;
}
