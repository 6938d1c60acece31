import { connectionParts } from "./connection-parts";
import type { Dialect } from "./connection-url";
import { LIBPQ, type ParsedUrl, parseConnectionUrl, SQLALCHEMY, targetsOf } from "./connection-url";
import { driverNamed } from "./driver";
import { type ConnectionFact, factsOf, type UrlFact } from "./fact";
import { type Knowable, known, unknown } from "./knowable";
import { oncePerFacts } from "./once-per-facts";
import type { Undecided } from "./rule";
import { statedUrls } from "./stated-urls";

/** A raw URL as it is written, with what its driver reads in it. */
export interface WrittenUrl {
  readonly fact: UrlFact;
  readonly text: string;
  readonly dialect: Dialect;
  readonly parsed: ParsedUrl;
}

interface WrittenUrls {
  readonly urls: readonly WrittenUrl[];
  readonly undecided: readonly Undecided[];
}

/** Every raw URL: stated as one, or standing in an environment variable. What is unknown yet is listed apart. */
export const writtenUrls = oncePerFacts((facts): WrittenUrls => {
  const urls: WrittenUrl[] = [];
  const undecided: Undecided[] = [];
  for (const fact of statedUrls(facts)) {
    if (!fact.url.known) {
      undecided.push({ place: fact.place, why: fact.url.why });
      continue;
    }
    const text = fact.url.value.trim();
    const dialect = dialectOf(fact, text);
    const parsed = parseConnectionUrl(text, dialect);
    if (parsed !== undefined) urls.push({ fact, text, dialect, parsed });
  }
  return { urls, undecided };
});

/** Every connection, declared or read from a raw URL, in one shape; one for each host of a URL with several. */
export const connections = oncePerFacts((facts): readonly ConnectionFact[] => {
  const stated = statedUrls(facts);
  const pending = stated.filter(({ url }) => !url.known);
  const withUrl = new Set(stated.map(({ service }) => service));
  return [
    ...factsOf(facts, "connection"),
    ...connectionParts(facts, (service) => withUrl.has(service)),
    ...writtenUrls(facts).urls.flatMap(connectionsOf),
    ...pending.map(pendingConnection),
  ];
});

/** The values of several knowables, or the first reason why one of them is not known. */
export function allKnown<T extends readonly Knowable<unknown>[]>(
  ...knowables: T
): Knowable<{ [K in keyof T]: T[K] extends Knowable<infer V> ? V : never }> {
  const missing = knowables.find((knowable) => !knowable.known);
  if (missing !== undefined && !missing.known) return missing;
  return known(knowables.map((knowable) => (knowable.known ? knowable.value : undefined)) as never);
}

/** The declared driver's reading; without one, what the scheme says, and libpq's as the one all tools know. */
function dialectOf({ driver }: UrlFact, text: string): Dialect {
  const row = driver.known ? driverNamed(driver.value) : undefined;
  if (row !== undefined) return row.dialect;
  return /^[a-z]+\+/i.test(text) ? SQLALCHEMY : LIBPQ;
}

/** Parts in which a problem means that the others may hold a piece of the password. */
const CUTTING: readonly string[] = ["password", "user", "host", "port"];

function connectionsOf({ fact, parsed, dialect }: WrittenUrl): readonly ConnectionFact[] {
  const { url, ...stated } = fact;
  const cut = parsed.problems.find(({ part }) => CUTTING.includes(part));
  // The parts of a URL that is cut in the wrong place must not be judged or reported.
  if (cut !== undefined)
    return [pendingConnection({ ...stated, url: unknown(`the URL's ${cut.part} is malformed`) })];
  return targetsOf(parsed.url, dialect).map(({ host, port, user, database }) => ({
    ...stated,
    kind: "connection",
    host: known(host),
    port: known(port ?? 5432),
    user:
      user === "" && isJavas(fact)
        ? unknown("Java's drivers take the user from a setting of its own")
        : known(user),
    database: known(database),
    parameters: known(parsed.url.parameters),
  }));
}

function isJavas({ driver }: UrlFact): boolean {
  return driver?.known === true && ["pgjdbc", "r2dbc"].includes(driver.value);
}

function pendingConnection({ kind: _, url, ...stated }: UrlFact): ConnectionFact {
  const why = url.known ? "" : url.why;
  const pending = unknown(why);
  return {
    ...stated,
    kind: "connection",
    host: pending,
    port: pending,
    user: pending,
    database: pending,
    parameters: pending,
  };
}
