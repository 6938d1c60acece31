import type { SealedCase } from "../sealed";
import { POSTED_COMMAND_FORMS } from "./posted-forms-broken-commands";
import { POSTED_FILE_FORMS } from "./posted-forms-broken-files";
import { POSTED_GROUP_FORMS } from "./posted-forms-broken-groups";
import { POSTED_VARIABLE_FORMS } from "./posted-forms-broken-variables";
import { POSTED_WRAPPER_FORMS } from "./posted-forms-broken-wrappers";
import { POSTED_SOUND_FORMS } from "./posted-forms-sound";
import { POSTED_SOUND_COMMAND_FORMS } from "./posted-forms-sound-commands";

/**
 * What small teams posted, in the forms that variables, files, shells and wrappers have. Written on 1 December 2026 before
 * the rules were run: of 72 that are broken 59 were rejected or undecided by a rule that they name, and none of 40 sound
 * ones was rejected.
 */
export const POSTED_FORMS_BROKEN: readonly SealedCase[] = [
  ...POSTED_VARIABLE_FORMS,
  ...POSTED_FILE_FORMS,
  ...POSTED_GROUP_FORMS,
  ...POSTED_COMMAND_FORMS,
  ...POSTED_WRAPPER_FORMS,
];
export const POSTED_FORMS_SOUND: readonly SealedCase[] = [
  ...POSTED_SOUND_FORMS,
  ...POSTED_SOUND_COMMAND_FORMS,
];
