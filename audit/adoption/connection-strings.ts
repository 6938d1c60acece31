import path from "node:path";
import { type Fact, factsOf, known, type WantedVariableFact } from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import { sameSubject } from "../../domain/stated";
import { placeAt } from "../../domain/text-place";
import type { Repository } from "../reader";
import { fileOf, folderOf } from "../services/service-folders";

/** What a name of a connection string is as a variable: `__` is `:` there, and the section is `ConnectionStrings`. */
const SECTION = "ConnectionStrings__";

export function isConnectionString(name: string): boolean {
  return name.startsWith(SECTION);
}

/** A whole statement of C#, or a comment before it, which no name is taken from. */
const STATEMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|[^;/]+|[;/]/g;
const READ = /\bGetConnectionString\s*\(\s*"(\w+)"\s*\)/;

/**
 * The variables of the connection strings by which a program of .NET connects with Npgsql: those read where Npgsql is
 * called, else the only one. A service that names DATABASE_URL reads that one.
 *
 * @see https://learn.microsoft.com/aspnet/core/fundamentals/configuration (environment variables, `__`)
 */
export function connectionStrings(
  facts: readonly Fact[],
  repository: Repository,
): readonly WantedVariableFact[] {
  const driver = factsOf(facts, "driver").find(
    (fact) => fact.driver.known && fact.driver.value === "npgsql" && /\.\w+proj$/.test(fileOf(fact)),
  );
  const isNamed = facts.some(
    (fact) =>
      (fact.kind === "variable" || fact.kind === "wanted-variable") && fact.name === DATABASE_VARIABLE,
  );
  if (driver === undefined || isNamed) return [];
  const found = repository
    .below(folderOf(fileOf(driver)), ".cs")
    .flatMap((file) =>
      readIn(file, repository.text(file) ?? "").map((one) => ({ ...one, ...sameSubject(driver) })),
    );
  const called = found.filter(({ isCalled }) => isCalled);
  const names = new Set((called.length > 0 ? called : found).map(({ name }) => name));
  if (called.length === 0 && names.size > 1) return [];
  return [...names].flatMap((name) => {
    const first = found.find((one) => one.name === name);
    if (first === undefined) return [];
    const { isCalled: _, ...stated } = first;
    return [{ kind: "wanted-variable", ...stated, required: known(true) } as const];
  });
}

function readIn(file: string, text: string) {
  return [...text.matchAll(STATEMENT)].flatMap(({ index: at, 0: statement }) => {
    const read = statement.startsWith("/") ? null : READ.exec(statement);
    if (read === null) return [];
    const place = placeAt(path.posix.normalize(file), text, at + read.index);
    return [{ name: `${SECTION}${read[1]}`, place, isCalled: /Npgsql/.test(statement) }];
  });
}
