import type { SealedCase } from "../sealed";
import { POSTED_BINDS } from "./posted-services-broken-binds";
import { POSTED_STARTS } from "./posted-services-broken-starts";
import { POSTED_SOUND_STARTS } from "./posted-services-sound-starts";

/** What small teams posted of single services: start commands, ports, addresses, health checks and versions. */
export const POSTED_SERVICES_BROKEN: readonly SealedCase[] = [...POSTED_STARTS, ...POSTED_BINDS];
export const POSTED_SERVICES_SOUND: readonly SealedCase[] = POSTED_SOUND_STARTS;
