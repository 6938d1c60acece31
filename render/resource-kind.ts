import type { RenderClient } from "../render-api";
import type { Fields, Problem } from "./fields";
import type { Notes, Touched } from "./notes";
import type { Properties } from "./plugin/property-values";

/** What a resource may use while it works. */
export interface Context {
  readonly client: RenderClient;
  /** The resource's address in its stack. */
  readonly urn: string;
  readonly notes: Notes;
  /** The ids that a creation may take over because the user says so. */
  readonly takeOver: readonly string[];
  readonly ownerId: string;
  readonly waitForDeployCompletion: boolean;
  readonly skipDeployAfterServiceUpdate: boolean;
  /** Aborted when the user cancels, or when the operation's time is over. */
  readonly signal: AbortSignal;
  /** A line in the engine's diagnostics of this resource; `passing` for one that the next replaces. */
  log(message: string, severity?: "info" | "warning", passing?: boolean): void;
}

/** A resource as it is at Render. */
export interface Found {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** A resource as the engine knows it before an update. */
export interface Old {
  readonly inputs: Properties;
  readonly state: Properties;
  /** What an interrupted update may have changed beside that. @default nothing */
  readonly touched?: readonly Touched[];
}

/** One kind of resource: a row of the provider's table. Bags hold plain values, without secret marks. */
export interface ResourceKind {
  readonly token: string;
  readonly fields: Fields;
  /** Paths of secret values in inputs and outputs; `*` matches every key. */
  readonly secrets: readonly (readonly string[])[];
  /**
   * What holds the id where a program asks for what is there already: one field; or none, where the workspace has one
   * alone, by the workspace's id. @default the field `id`
   */
  readonly foundBy?: Fields;
  /** Properties that cannot change in place. */
  readonly replacedBy: readonly string[];
  /** True where Render has each name once: a replacement of the same name must wait for the old one's end. */
  readonly uniqueName?: true;
  /** Outputs beyond the inputs, and whether an update of these properties leaves them as they are. */
  readonly computed: Readonly<Record<string, (changed: readonly string[]) => boolean>>;
  /** Outputs that the inputs do not have, or have in another shape. */
  readonly outputs: Fields;

  /**
   * Outputs that carry an input's name and say more than it, as far as a preview can know them: what it
   * cannot know is UNKNOWN. `old` is empty for a creation.
   */
  planned?(inputs: Properties, old: { readonly inputs: Properties; readonly state: Properties }): Properties;

  /** Problems between fields; each field reports its own. */
  check?(inputs: Properties): readonly Problem[];
  /**
   * The wanted inputs with what Render fills in by itself, or an import has found, and the program leaves out, as it
   * was: to leave it out is no change. Without this an absent property is one that is removed.
   */
  settled?(old: Properties, wanted: Properties, state: Properties): Properties;
  /** Inputs that mean the same are the same after this: defaults gone, sets in order. */
  canonical(inputs: Properties): Properties;

  create(
    context: Context,
    inputs: Properties,
  ): Promise<{ readonly id: string; readonly outputs: Properties }>;
  /** Undefined where Render has no such resource. `inputs` are empty for an import. */
  read(context: Context, id: string, inputs: Properties, state: Properties): Promise<Found | undefined>;
  /** Gives the new outputs. */
  update(context: Context, id: string, old: Old, inputs: Properties): Promise<Properties>;
  /** Returns when the resource is gone; that it was gone before is no error. */
  delete(context: Context, id: string, state: Properties): Promise<void>;
}
