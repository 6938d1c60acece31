import type { ProgramCase } from "./eighteenth-form";
import { SOUND_DATABASES_OF_EIGHTEENTH } from "./eighteenth-sound-databases";
import { SOUND_PROGRAMS_OF_EIGHTEENTH } from "./eighteenth-sound-programs-services";
import { SOUND_PROGRAM_VALUES_OF_EIGHTEENTH } from "./eighteenth-sound-programs-values";
import { SOUND_SERVICES_OF_EIGHTEENTH } from "./eighteenth-sound-services";
import type { SealedCase } from "./sealed";

/**
 * The sound half of the eighteenth batch, a sealed one, written on 30 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them. Each works, though it looks suspicious: no rule may reject it.
 */
export const EIGHTEENTH_SOUND: readonly SealedCase[] = [
  ...SOUND_SERVICES_OF_EIGHTEENTH,
  ...SOUND_DATABASES_OF_EIGHTEENTH,
];

/** One that the gate rejects: the domain of its PHX_HOST is for documentation alone (docs/facts/values.md#v6). */
export const EIGHTEENTH_ARGUED: readonly SealedCase[] = EIGHTEENTH_SOUND.filter(
  ({ variables = {} }) => "PHX_HOST" in variables,
);

/** Its programs of several resources, or of other services than web services. */
export const EIGHTEENTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAMS_OF_EIGHTEENTH,
  ...SOUND_PROGRAM_VALUES_OF_EIGHTEENTH,
];
