import { isDeepStrictEqual } from "node:util";
import { DRIVERS, type DriverName, parseConnectionUrl } from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import type { DatabaseQuestion } from "../../probes";
import type { ExpectedAccess } from "../../probes/expected-access";
import { isRenderError, readLinkedVariables, readVariables, type ServiceAtRender } from "../../render-api";
import type { DatabaseWays, DeclaredDatabase, VerificationInputs } from "./inputs";

/** One connection URL that the service has, and the variable that holds it. */
export interface ServiceUrl {
  readonly variable: string;
  /** A secret. */
  readonly url: string;
}

const POSTGRESQL = /^\s*["']?postgres(ql)?(\+\w+)?:\/\//i;

/**
 * The connection URLs that the service really got: what Render has for it, whatever the stack or a hand in the
 * dashboard wrote there, and what the groups have that are linked to it. Its own variables win over a group's. Where
 * Render does not say, or has no variable of that name, the stack's own is taken. A URL that two variables hold is asked
 * once, since a refused login counts at the pooler.
 */
export async function urlsOfService(
  service: ServiceAtRender,
  inputs: VerificationInputs,
  signal: AbortSignal,
): Promise<readonly ServiceUrl[]> {
  const own = await unlessUnread(readVariables(service, signal), new Map<string, string>());
  const linked = await unlessUnread(readLinkedVariables(service, signal), []);
  // Which of two groups wins is not stable (docs/facts/render.md#r10): both are asked.
  const ofGroups = linked.flatMap((group) => [...group]).filter(([variable]) => !own.has(variable));
  const known = new Set([...own.keys(), ...ofGroups.map(([variable]) => variable)]);
  const declared = declaredIn(inputs);
  const unread = [...declared].filter(([variable]) => !known.has(variable));
  const variables = [...unread.map(([variable, { url }]) => [variable, url] as const), ...own, ...ofGroups];
  const seen = new Set<string>();
  const order = [...declared.keys()];
  const rank = (variable: string): number =>
    order.includes(variable) ? order.indexOf(variable) : order.length;
  return variables
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .flatMap(([variable, url]) => {
      const asked = (declared.has(variable) && url !== "") || POSTGRESQL.test(url);
      if (!asked || seen.has(url.trim())) return [];
      seen.add(url.trim());
      return [{ variable, url }];
    });
}

/** What the stack declares, by the variables; DATABASE_URL, which frameworks read, is the first and always asked. */
function declaredIn({
  databaseUrl: url,
  databases = {},
  driver,
  access,
  ways,
}: VerificationInputs): ReadonlyMap<string, DeclaredDatabase> {
  const main = { url, ...(driver && { driver }), ...(access && { access }), ...(ways && { ways }) };
  return new Map([[DATABASE_VARIABLE, main], ...Object.entries(databases)]);
}

function unlessUnread<T>(reading: Promise<T>, otherwise: T): Promise<T> {
  return reading.catch((error: unknown) => {
    if (!isRenderError(error)) throw error;
    return otherwise;
  });
}

/** What is asked with one of the URLs. */
export function questionOf({ variable, url }: ServiceUrl, inputs: VerificationInputs): DatabaseQuestion {
  const { addresses } = inputs;
  // Another variable's URL may be another driver's, such as that of the migrations.
  const { driver } = declaredIn(inputs).get(variable) ?? {};
  const access = accessOf({ variable, url }, inputs);
  return {
    ...{ url, variable, addresses },
    ...(access !== undefined && { access }),
    ...(driver !== undefined && { dialect: DRIVERS[driver].dialect }),
  };
}

/** What a stack declares of a role holds for that role alone, by whichever variable the service logs in with it. */
function accessOf({ variable, url }: ServiceUrl, inputs: VerificationInputs): ExpectedAccess | undefined {
  const declared = declaredIn(inputs);
  const own = declared.get(variable);
  const user = userOf(url);
  const isSame = (one: DeclaredDatabase): boolean => userOf(one.url) === user;
  if (own !== undefined && isSame(own)) return own.access;
  // Two databases may have roles of one name.
  const others = [...declared.values()].filter(isSame);
  const [first, ...more] = others.map(({ access }) => access);
  return more.every((access) => isDeepStrictEqual(access, first)) ? first : undefined;
}

/** What decides whether the URL's way serves the service; undefined where ways are not asked. */
export function waysOf({ variable }: ServiceUrl, inputs: VerificationInputs): DatabaseWays | undefined {
  return (declaredIn(inputs).get(variable) ?? inputs).ways;
}

/** How the service reads the URL; undefined where the stack does not say. */
export function driverOf({ variable }: ServiceUrl, inputs: VerificationInputs): DriverName | undefined {
  return declaredIn(inputs).get(variable)?.driver;
}

export function secretsOfUrls(urls: readonly ServiceUrl[]): readonly string[] {
  return urls
    .flatMap(({ url }) => [url, parseConnectionUrl(url)?.url.password ?? ""])
    .filter((each) => each !== "");
}

const userOf = (url: string): string | undefined => parseConnectionUrl(url.trim())?.url.user;
