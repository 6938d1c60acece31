import type { SealedCase } from "../sealed";
import {
  NEXT_TO_POSTED_ADVISED,
  NEXT_TO_POSTED_SETTINGS,
  SOUND_NEXT_TO_POSTED_SETTINGS,
} from "./next-to-posted-settings";
import { POSTED_ADDRESSES } from "./posted-settings-broken-addresses";
import { POSTED_BUILDS } from "./posted-settings-broken-builds";
import { POSTED_DEPLOYS } from "./posted-settings-broken-deploys";
import { POSTED_SETTINGS_KEYS } from "./posted-settings-broken-keys";
import { POSTED_SOUND_SETTINGS } from "./posted-settings-sound";
import { POSTED_SOUND_DEPLOYS } from "./posted-settings-sound-deploys";

/**
 * What small teams posted of single services: origins, keys, mail, disks, builds and sources. Written on 1 December 2026
 * before the rules were read or run: of 77 that are broken 34 were rejected and 33 undecided by a rule that they name, 4
 * judged by others alone, and of 6 nothing was said; none of 45 sound ones was rejected. One named the service's own port.
 */
export const POSTED_SETTINGS_BROKEN: readonly SealedCase[] = [
  ...POSTED_ADDRESSES,
  ...POSTED_SETTINGS_KEYS,
  ...POSTED_DEPLOYS,
  ...POSTED_BUILDS,
  ...NEXT_TO_POSTED_SETTINGS,
  ...NEXT_TO_POSTED_ADVISED,
];
export const POSTED_SETTINGS_SOUND: readonly SealedCase[] = [
  ...POSTED_SOUND_SETTINGS,
  ...POSTED_SOUND_DEPLOYS,
  ...SOUND_NEXT_TO_POSTED_SETTINGS,
];

/** What deploys and sends no mail. */
export const POSTED_SETTINGS_ADVISED: readonly SealedCase[] = POSTED_SETTINGS_BROKEN.filter((one) =>
  /no mail server runs|mailpit is a name|mails are /.test(JSON.stringify(one)),
);
