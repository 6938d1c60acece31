import type { DatabaseProvider } from "../domain/database-provider";
import type { Rule } from "../domain/rule";

/** A database provider as its folder registers it: what is known of it, and the rules that are its own. */
export interface RegisteredDatabaseProvider extends DatabaseProvider {
  readonly rules: readonly Rule[];
}
