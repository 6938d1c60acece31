import type { SealedCase } from "../sealed";
import { POSTED_COMMAND_FORMS } from "./posted-forms-broken-commands";
import { POSTED_FILE_FORMS } from "./posted-forms-broken-files";
import { POSTED_VARIABLE_FORMS } from "./posted-forms-broken-variables";
import { POSTED_WRAPPER_FORMS } from "./posted-forms-broken-wrappers";
import { POSTED_SOUND_FORMS } from "./posted-forms-sound";
import { POSTED_SOUND_COMMAND_FORMS } from "./posted-forms-sound-commands";

/** What small teams posted, in the forms that variables, files, shells and wrappers have. */
export const POSTED_FORMS_BROKEN: readonly SealedCase[] = [
  ...POSTED_VARIABLE_FORMS,
  ...POSTED_FILE_FORMS,
  ...POSTED_COMMAND_FORMS,
  ...POSTED_WRAPPER_FORMS,
];
export const POSTED_FORMS_SOUND: readonly SealedCase[] = [
  ...POSTED_SOUND_FORMS,
  ...POSTED_SOUND_COMMAND_FORMS,
];
