import type { ServiceType } from "../../../domain/service-type";

/** What else is known of the service whose variable is read. */
export interface Beside {
  /** A variable of the same service. */
  readonly look: (name: string) => string | undefined;
  /** Its commands: to build, before a deploy, and to start. */
  readonly commands: readonly string[];
  readonly runtime: string | undefined;
  /** The image that it runs, without its registry's own words and its tag. */
  readonly image: string | undefined;
  readonly type: ServiceType | undefined;
}

/** Why a value's reader does not take it. Nothing here quotes the value. */
export interface Refusal {
  readonly expected: string;
  readonly got: string;
  readonly fix: string;
  /** Why the service may do without, or change it before; none where its reader certainly ends or does nothing with it. */
  readonly unless?: string;
}

/** Variables by their names, and what their reader takes. */
export interface Row {
  readonly names: RegExp;
  /** Whether its reader fills in no reference, so that one is judged as any other text. */
  readonly literal?: true;
  readonly refused: (value: string, beside: Beside, name: string) => Refusal | undefined;
}

export const isOn = (text: string | undefined): boolean => /^(?:true|1|yes|on)$/i.test(text?.trim() ?? "");

export const hasCommand = ({ commands }: Beside, of: RegExp): boolean =>
  commands.some((command) => of.test(command));
