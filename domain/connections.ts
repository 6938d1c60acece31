import { looksLikeConnectionUrl, type ParsedUrl, parseConnectionUrl } from "./connection-url";
import { type ConnectionFact, type Fact, factsOf, type UrlFact } from "./fact";
import { type Knowable, known, unknown } from "./knowable";
import type { Undecided } from "./rule";

/** A raw URL that somebody wrote, with what its text says. */
export interface WrittenUrl {
  readonly fact: UrlFact;
  readonly text: string;
  readonly parsed: ParsedUrl;
}

/** Every raw URL: stated as one, or standing in an environment variable. What is unknown yet is listed apart. */
export function writtenUrls(facts: readonly Fact[]): {
  urls: readonly WrittenUrl[];
  undecided: readonly Undecided[];
} {
  const urls: WrittenUrl[] = [];
  const undecided: Undecided[] = [];
  const stated = [...factsOf(facts, "url"), ...urlsInVariables(facts)];
  for (const fact of stated) {
    if (!fact.url.known) {
      undecided.push({ place: fact.place, why: fact.url.why });
      continue;
    }
    const parsed = parseConnectionUrl(fact.url.value.trim());
    if (parsed !== undefined) urls.push({ fact, text: fact.url.value.trim(), parsed });
  }
  return { urls, undecided };
}

/** A variable holds a URL for the driver that its service declares. */
function urlsInVariables(facts: readonly Fact[]): UrlFact[] {
  const found: UrlFact[] = [];
  for (const variable of factsOf(facts, "variable")) {
    if (!variable.value.known || !looksLikeConnectionUrl(variable.value.value)) continue;
    const declared = factsOf(facts, "driver").find((fact) => fact.service === variable.service);
    const { name: _, secret: __, value, ...subject } = variable;
    found.push({
      ...subject,
      kind: "url",
      url: value,
      driver: declared?.driver ?? unknown("no driver is declared"),
      driverSettings: declared?.driverSettings ?? unknown("no driver is declared"),
    });
  }
  return found;
}

/** Every connection, declared or read from a raw URL, in one shape. */
export function connections(facts: readonly Fact[]): readonly ConnectionFact[] {
  return [...factsOf(facts, "connection"), ...writtenUrls(facts).urls.map(connectionOf)];
}

function connectionOf({ fact, parsed }: WrittenUrl): ConnectionFact {
  const { url } = parsed;
  const { kind: _, url: __, ...stated } = fact;
  return {
    ...stated,
    kind: "connection",
    host: known(url.host),
    port: known(url.port ?? 5432),
    user: known(url.user),
    database: known(url.database),
    parameters: known(url.parameters),
  };
}

/** The values of several knowables, or the first reason why one of them is not known. */
export function all<T extends readonly Knowable<unknown>[]>(
  ...knowables: T
): Knowable<{ [K in keyof T]: T[K] extends Knowable<infer V> ? V : never }> {
  const missing = knowables.find((knowable) => !knowable.known);
  if (missing !== undefined && !missing.known) return missing;
  return known(knowables.map((knowable) => (knowable.known ? knowable.value : undefined)) as never);
}
