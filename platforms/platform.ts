import type { Platform } from "../domain/platform";
import type { Rule } from "../domain/rule";

/** A platform as its folder registers it: what is known of it, and the rules that are its own. */
export interface RegisteredPlatform extends Platform {
  readonly rules: readonly Rule[];
}
