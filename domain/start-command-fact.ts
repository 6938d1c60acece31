import type { Knowable } from "./knowable";
import type { Place } from "./place";
import type { Stated } from "./stated";

/** The command that starts the service's process, as text. */
export interface StartCommandFact extends Stated {
  readonly kind: "start-command";
  readonly command: Knowable<string>;
  /** Whether an image has it from the one that it is built upon, and says nothing itself. @default false */
  readonly ofBase?: true;
  /** The folder in which it runs, from the audited one, where its file says so. @default that of its file, or another */
  readonly runsIn?: string;
  /** The root directory that its file states and that is not there, and where. */
  readonly missingRoot?: { readonly folder: string; readonly place: Place };
  /** Whether it is run in the image that the service is built as, in place of what that starts by itself. @default false */
  readonly inImage?: true;
  /** The address of the repository that it is started from, where its file says one. */
  readonly source?: string;
  /** Whether that is another repository than the audited one. @default false */
  readonly isElsewhere?: true;
}
