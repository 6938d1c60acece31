import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { Judged } from "../../domain/verdict";

const HOST_NAME = /^((?:\w+_)?(?:PG|DB|DATABASE|POSTGRES|POSTGRESQL|PGSQL)_?)(?:HOST|HOSTNAME|SERVER)$/;

const ADDRESS = /^(?:postgres(?:ql)?(?:\+\w+)?|https?|tcp):\/\/\S+$/i;

/** Variables of a database's host that have more in them: its port where another variable has that too, or a scheme. */
export function hostsOfParts(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap((variable): readonly Judged[] => {
    const { name, place } = variable;
    const got = more(variable, facts);
    if (got === undefined) return [];
    if (name !== "PGHOST")
      return place.source === "resource"
        ? [{ place, why: `${name} is expected to be a host alone, and is ${got}: code may take it apart` }]
        : [];
    return [
      {
        place,
        what: `variable ${name}`,
        expected: "a host alone, as libpq and the drivers after it take it",
        got,
        fix: "Write the host alone, and the port into PGPORT.",
      },
    ];
  });
}

function more({ name, value, service }: VariableFact, facts: readonly Fact[]): string | undefined {
  const prefix = HOST_NAME.exec(name)?.[1];
  const text = value.known ? value.value.trim() : "";
  if (prefix === undefined || text === "") return undefined;
  const beside = (...words: readonly string[]) =>
    factsOf(facts, "variable").some(
      (one) => one.service === service && words.some((word) => one.name === `${prefix}${word}`),
    );
  if (/^[^:,/[\]]+:\d+$/.test(text) && (name === "PGHOST" || beside("PORT"))) return "a host and a port";
  if (!ADDRESS.test(text) || !beside("USER", "USERNAME", "PORT")) return undefined;
  return /@|:\/\/[^/]+\/./.test(text) ? "a whole URL" : "an address with a scheme";
}
