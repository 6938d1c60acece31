import { LIBPQ, parseConnectionUrl } from "../../domain/connection-url";
import { driverNamed, fateOf } from "../../domain/driver";
import type { Fact } from "../../domain/fact";
import { POSTGRES_CLIENTS } from "../../domain/postgres-clients";
import type { Violation } from "../../domain/rule";
import { simpleCommands } from "../../domain/start-command/shell";
import { statedCommands } from "../../domain/stated-commands";
import { variableOf } from "../../domain/variables";

const PROGRAM = new RegExp(`^(?:\\S*/)?(${POSTGRES_CLIENTS.join("|")})$`);
const VARIABLE = /^(?:-d|--dbname=)?\$\{?([A-Za-z_]\w*)\}?$/;
/** How libpq's URLs begin; SQLAlchemy's and others' names of a driver are no part of it. */
const OF_LIBPQ = /^postgres(?:ql)?:\/\//;
const WITH_DRIVER = /^postgres(?:ql)?\+\w+:\/\//;

interface Handed {
  readonly place: Violation["place"];
  readonly program: string;
  readonly variable: string;
  readonly value: string;
}

/** The variables with a URL that a deploy's commands hand to one of these programs. */
function handedUrls(facts: readonly Fact[]): readonly Handed[] {
  return statedCommands(facts).flatMap(({ fact }) => {
    const { command, place } = fact;
    if (!command.known) return [];
    const look = (name: string) => variableOf(facts, fact, name);
    return simpleCommands(command.value, look).flatMap(({ words: [first = "", ...words], outer }) => {
      const program = PROGRAM.exec(first)?.[1];
      if (program === undefined) return [];
      return words.flatMap((word): readonly Handed[] => {
        const variable = VARIABLE.exec(word)?.[1] ?? "";
        const value = Object.hasOwn(outer, variable) ? undefined : look(variable);
        return value?.includes("://") === true ? [{ place, program, variable, value: value.trim() }] : [];
      });
    });
  });
}

/** `psql "$DATABASE_URL"` where the URL is SQLAlchemy's: psql takes the whole of it for a database's name. */
export const schemesForLibpq = (facts: readonly Fact[]): readonly Violation[] =>
  handedUrls(facts)
    .filter(({ value }) => !OF_LIBPQ.test(value) && WITH_DRIVER.test(value))
    .map(({ place, program, variable }) => ({
      place,
      what: `what ${program} reads from ${variable}`,
      expected: "a URL that begins with `postgresql://`",
      got: "one with a driver's name behind the scheme, which libpq takes for a database's name",
      fix: `Hand ${program} a variable with libpq's URL.`,
    }));

/** `psql "$DATABASE_URL"` where the URL has a word of Prisma's: libpq refuses each parameter that it does not know. */
export function parametersForLibpq(facts: readonly Fact[]): readonly Violation[] {
  const libpq = driverNamed("psycopg2");
  if (libpq === undefined) return [];
  return handedUrls(facts).flatMap(({ place, program, variable, value }) => {
    const parsed = OF_LIBPQ.test(value) ? parseConnectionUrl(value, LIBPQ) : undefined;
    const parameters: Readonly<Record<string, string>> = parsed?.url.parameters ?? {};
    const [key] = Object.keys(parameters).filter(
      (each) => fateOf(libpq, each, parameters[each]) === "refused",
    );
    if (key === undefined) return [];
    return [
      {
        place,
        what: /^\w+$/.test(key)
          ? `URL parameter \`${key}\` of ${variable}`
          : `a URL parameter of ${variable} that is no word`,
        expected: `one that ${program} understands`,
        got: "one that libpq refuses",
        fix: `Hand ${program} a variable without it.`,
      },
    ];
  });
}
