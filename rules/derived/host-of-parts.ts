import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";

const HOST_NAME = /^((?:\w+_)?(?:PG|DB|DATABASE|POSTGRES|POSTGRESQL|PGSQL)_?)(?:HOST|HOSTNAME|SERVER)$/;

/** What is in the variable of a host beside it: its port where another variable has that too, or a scheme. */
export function hostProblem(
  { name, value, service }: VariableFact,
  facts: readonly Fact[],
): Pick<Violation, "expected" | "got" | "fix"> | undefined {
  const prefix = HOST_NAME.exec(name)?.[1];
  const text = value.known ? value.value.trim() : "";
  if (prefix === undefined || text === "") return undefined;
  const beside = (...words: readonly string[]) =>
    factsOf(facts, "variable").some(
      (one) => one.service === service && words.some((word) => one.name === `${prefix}${word}`),
    );
  const expected = "a host alone";
  // libpq takes no port there; code may make one address of a host and its port, and has then no use for the other.
  if (/^[^:,/[\]]+:\d+$/.test(text) && (name === "PGHOST" || beside("PORT")))
    return { expected, got: "a host and a port", fix: `Write the port into ${prefix}PORT alone.` };
  if (/^(?:postgres(?:ql)?|https?|tcp):\/\/[^@/?#\s]+\/?$/i.test(text) && beside("USER", "USERNAME", "PORT"))
    return { expected, got: "an address with a scheme", fix: "Remove the scheme." };
  return undefined;
}
