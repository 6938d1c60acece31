import ignore from "ignore";
import type { Fact } from "../../domain";
import { fileOf } from "../services/service-folders";

/** Which environment the files of a pattern, which is one of .gitignore's, are for. */
export interface FileEnvironment {
  readonly pattern: string;
  readonly name: string;
}

/** Facts with the environment that is set for their file; where several patterns fit, the last one counts. */
export function inEnvironments(
  facts: readonly Fact[],
  environments: readonly FileEnvironment[],
): readonly Fact[] {
  if (environments.length === 0) return facts;
  const rows = environments.map(({ pattern, name }) => ({ files: ignore().add(pattern), name }));
  const named = new Map<string, string | undefined>();
  return facts.map((fact) => {
    const file = fileOf(fact);
    if (file === "") return fact;
    if (!named.has(file)) named.set(file, rows.findLast(({ files }) => files.ignores(file))?.name);
    const environment = named.get(file);
    if (environment === undefined) return fact;
    return fact.kind === "environment"
      ? { ...fact, environment, name: environment }
      : { ...fact, environment };
  });
}
