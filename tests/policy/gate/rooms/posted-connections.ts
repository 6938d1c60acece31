import type { SealedCase } from "../sealed";
import { POSTED_URLS } from "./posted-connections-broken-urls";
import { POSTED_VALUES } from "./posted-connections-broken-values";
import { POSTED_SOUND_CONNECTIONS } from "./posted-connections-sound";

/** What small teams posted of single services: URLs, parts, keys, values and files. */
export const POSTED_CONNECTIONS_BROKEN: readonly SealedCase[] = [...POSTED_URLS, ...POSTED_VALUES];
export const POSTED_CONNECTIONS_SOUND: readonly SealedCase[] = POSTED_SOUND_CONNECTIONS;
