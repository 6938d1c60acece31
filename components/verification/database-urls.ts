import { DRIVERS, parseConnectionUrl } from "../../domain";
import type { DatabaseQuestion } from "../../probes";
import { isRenderError, readLinkedVariables, readVariables, type ServiceAtRender } from "../../render-api";
import type { VerificationInputs } from "./inputs";

/** One connection URL that the service has, and the variable that holds it. */
export interface ServiceUrl {
  readonly variable: string;
  /** A secret. */
  readonly url: string;
}

const DATABASE_URL = "DATABASE_URL";
const POSTGRESQL = /^\s*["']?postgres(ql)?(\+\w+)?:\/\//i;

/**
 * The connection URLs that the service really got: what Render has for it, whatever the stack or a hand in the
 * dashboard wrote there, and what the groups have that are linked to it. Its own variables win over a group's. Where
 * Render does not say, or has no DATABASE_URL, the stack's own is taken. A URL that two variables hold is asked once,
 * since a refused login counts at the pooler.
 */
export async function urlsOfService(
  service: ServiceAtRender,
  { databaseUrl }: VerificationInputs,
  signal: AbortSignal,
): Promise<readonly ServiceUrl[]> {
  const own = await unlessUnread(readVariables(service, signal), new Map<string, string>());
  const linked = await unlessUnread(readLinkedVariables(service, signal), []);
  // Which of two groups wins is not stable (docs/facts/render.md#r10): both are asked.
  const ofGroups = linked.flatMap((group) => [...group]).filter(([variable]) => !own.has(variable));
  const known = ofGroups.some(([variable]) => variable === DATABASE_URL) || own.has(DATABASE_URL);
  const variables = [...(known ? [] : [[DATABASE_URL, databaseUrl] as const]), ...own, ...ofGroups];
  const seen = new Set<string>();
  const first = variables.toSorted(([a], [b]) => Number(b === DATABASE_URL) - Number(a === DATABASE_URL));
  return first.flatMap(([variable, url]) => {
    const asked = (variable === DATABASE_URL && url !== "") || POSTGRESQL.test(url);
    if (!asked || seen.has(url.trim())) return [];
    seen.add(url.trim());
    return [{ variable, url }];
  });
}

function unlessUnread<T>(reading: Promise<T>, otherwise: T): Promise<T> {
  return reading.catch((error: unknown) => {
    if (!isRenderError(error)) throw error;
    return otherwise;
  });
}

/** What is asked with one of the URLs; what the stack declares of its role holds for that role alone. */
export function questionOf({ variable, url }: ServiceUrl, inputs: VerificationInputs): DatabaseQuestion {
  const { addresses, access, driver } = inputs;
  const declared = access !== undefined && userOf(url) === userOf(inputs.databaseUrl);
  return {
    ...{ url, variable, addresses },
    ...(declared && { access }),
    // Another variable's URL may be another driver's, such as that of the migrations.
    ...(driver !== undefined && variable === DATABASE_URL && { dialect: DRIVERS[driver].dialect }),
  };
}

export function secretsOfUrls(urls: readonly ServiceUrl[]): readonly string[] {
  return urls
    .flatMap(({ url }) => [url, parseConnectionUrl(url)?.url.password ?? ""])
    .filter((each) => each !== "");
}

const userOf = (url: string): string | undefined => parseConnectionUrl(url.trim())?.url.user;
