import type { Reader } from "../reader";

/** Every reader; a file is read by all that accept it. */
export const READERS: readonly Reader[] = [];
