import type { SealedCase } from "../sealed";
import { POSTED_ADDRESSES } from "./posted-settings-broken-addresses";
import { POSTED_BUILDS } from "./posted-settings-broken-builds";
import { POSTED_DEPLOYS } from "./posted-settings-broken-deploys";
import { POSTED_SETTINGS_KEYS } from "./posted-settings-broken-keys";
import { POSTED_SOUND_SETTINGS } from "./posted-settings-sound";
import { POSTED_SOUND_DEPLOYS } from "./posted-settings-sound-deploys";

/** What small teams posted of single services: origins, keys, mail, disks, builds and sources. */
export const POSTED_SETTINGS_BROKEN: readonly SealedCase[] = [
  ...POSTED_ADDRESSES,
  ...POSTED_SETTINGS_KEYS,
  ...POSTED_DEPLOYS,
  ...POSTED_BUILDS,
];
export const POSTED_SETTINGS_SOUND: readonly SealedCase[] = [
  ...POSTED_SOUND_SETTINGS,
  ...POSTED_SOUND_DEPLOYS,
];
