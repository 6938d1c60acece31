import { type FactOf, type Knowable, known, unknown } from "../domain";
import type { FactReader } from "./facts";
import type { Linked } from "./links";

/** The secret files that a service gets: its own and those of its env groups, as far as the program says. */
export function linkedSecretFiles(
  reader: FactReader,
  { service, groups, complete }: Linked,
): FactOf<"secret-files"> {
  const place = { source: "resource", urn: service.urn, property: "secretFiles" } as const;
  const each = [service, ...groups].map(({ urn }) => reader.secretFilesOf(urn));
  return { kind: "secret-files", place, names: complete ? inOne(each) : unknown(LINKED_BY_ID) };
}

const LINKED_BY_ID = "an env group that is linked by its id may have more files";

function inOne(each: readonly Knowable<readonly string[]>[]): Knowable<readonly string[]> {
  const all: string[] = [];
  for (const names of each) {
    if (!names.known) return names;
    all.push(...names.value);
  }
  return known(all);
}
