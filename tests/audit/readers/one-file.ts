import type { Repository } from "../../../audit/reader";

/** A repository in which a reader finds no other file. */
export const ONE_FILE: Repository = { has: () => false, text: () => undefined };
