import { ONLY_DATABASE } from "../../config/services";
import { isMapping } from "./written-services";

/** A database as a stack file writes it; every value of it may be missing or of another kind. */
export interface WrittenDatabase {
  /** As its services use it. */
  readonly name: string;
  /** The keys that lead to it in the stack's configuration. */
  readonly path: readonly string[];
  readonly database: Readonly<Record<string, unknown>>;
}

/** Every database that a stack's configuration declares: the short form for one, and the mapping of several. */
export function writtenDatabases(config: Readonly<Record<string, unknown>>): readonly WrittenDatabase[] {
  const several = config["portcullis:databases"];
  const written = [
    [ONLY_DATABASE, ["portcullis:database"], config["portcullis:database"]] as const,
    ...Object.entries(isMapping(several) ? several : {}).map(
      ([name, database]) => [name, ["portcullis:databases", name], database] as const,
    ),
  ];
  return written.flatMap(([name, path, database]) => (isMapping(database) ? [{ name, path, database }] : []));
}
