import path from "node:path";
import { type Fact, factsOf, known, type VariableFact } from "../../domain";
import type { Repository } from "../reader";
import type { EnvironmentFacts } from "./environments";

/** What a section of libpq's service file sets, as the variables that mean the same (postgresql.org: libpq-pgservice). */
const VARIABLES = new Map([
  ["host", "PGHOST"],
  ["port", "PGPORT"],
  ["user", "PGUSER"],
  ["dbname", "PGDATABASE"],
  ["sslmode", "PGSSLMODE"],
]);

/**
 * With what PGSERVICE's section says, where PGSERVICEFILE names a file of the repository: it wins over variables, as
 * libpq asks it first.
 */
export function withServiceFile<T extends EnvironmentFacts>(
  one: T,
  folder: string,
  repository: Repository,
): T {
  const variables = factsOf(one.facts, "variable");
  const value = (name: string): string | undefined => {
    const found = variables.find((variable) => variable.name === name)?.value;
    return found?.known === true ? found.value.trim() : undefined;
  };
  const [section, written] = [value("PGSERVICE"), value("PGSERVICEFILE")];
  const file = section && written ? fileOf(written, folder, repository) : undefined;
  if (section === undefined || file === undefined) return one;
  const stated = sectionOf(file, repository.text(file) ?? "", section, one);
  if (stated.length === 0) return one;
  const names = new Set(stated.map(({ name }) => name));
  const others = one.facts.filter((fact) => fact.kind !== "variable" || !names.has(fact.name));
  return { ...one, facts: [...others, ...stated] };
}

/** Beside the service, or the only one of its name where the path is that of an image. */
function fileOf(written: string, folder: string, repository: Repository): string | undefined {
  if (!path.posix.isAbsolute(written))
    return [path.posix.join(folder, written), path.posix.normalize(written)].find((file) =>
      repository.has(file),
    );
  const named = repository.named(path.posix.basename(written));
  return named.length === 1 ? named[0] : undefined;
}

function sectionOf(
  file: string,
  text: string,
  section: string,
  { service, environment }: EnvironmentFacts,
): readonly VariableFact[] {
  let inside = false;
  return text.split(/\r?\n/).flatMap((line, index): readonly VariableFact[] => {
    const head = /^\s*\[([^\]]+)\]/.exec(line)?.[1];
    if (head !== undefined) inside = head === section;
    const [, key = "", value = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    const name = inside ? VARIABLES.get(key) : undefined;
    if (name === undefined) return [];
    const place = { source: "file", file, line: index + 1, column: line.indexOf(value) + 1, key } as const;
    const subject: Pick<Fact, "service" | "environment"> =
      environment === undefined ? { service } : { service, environment };
    return [{ kind: "variable", ...subject, place, name, value: known(value), secret: false }];
  });
}
