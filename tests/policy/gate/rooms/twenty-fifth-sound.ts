import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { SOUND_BINDS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-binds";
import { SOUND_DATABASES_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-databases";
import { SOUND_IMAGES_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-images";
import { SOUND_NETWORKS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-networks";
import { SOUND_PEERS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-peers";
import { SOUND_PLANS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-plans";
import { SOUND_PRODUCTS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-products";
import { SOUND_SITES_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-sites";
import { SOUND_STACKS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-stacks";
import { SOUND_STARTS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-starts";
import { SOUND_URLS_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-urls";
import { SOUND_VALUES_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-values";
import { SOUND_WORKSPACES_OF_TWENTY_FIFTH } from "./twenty-fifth-sound-workspaces";

/**
 * The sound half of the twenty-fifth batch, written on 1 December 2026 before the rules' and the pack's code was read
 * or run.
 */
export const TWENTY_FIFTH_SOUND: readonly SealedCase[] = [
  ...SOUND_BINDS_OF_TWENTY_FIFTH,
  ...SOUND_STARTS_OF_TWENTY_FIFTH,
  ...SOUND_VALUES_OF_TWENTY_FIFTH,
  ...SOUND_DATABASES_OF_TWENTY_FIFTH,
  ...SOUND_URLS_OF_TWENTY_FIFTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_FIFTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_NETWORKS_OF_TWENTY_FIFTH,
  ...SOUND_PEERS_OF_TWENTY_FIFTH,
  ...SOUND_PLANS_OF_TWENTY_FIFTH,
  ...SOUND_IMAGES_OF_TWENTY_FIFTH,
  ...SOUND_PRODUCTS_OF_TWENTY_FIFTH,
  ...SOUND_STACKS_OF_TWENTY_FIFTH,
  ...SOUND_WORKSPACES_OF_TWENTY_FIFTH,
  ...SOUND_SITES_OF_TWENTY_FIFTH,
];
