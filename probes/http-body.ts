import { type Answer, fail, notDecided, pass } from "./answer";
import { BodySchema } from "./body-schema";
import { SYSTEM_CLOCK } from "./clock";
import { type Endpoint, isHealthCheck } from "./endpoint";
import type { Response } from "./http-exchange";
import { JsonValueAt } from "./json-value";
import { redirectTarget } from "./sign-in-redirect";
import { StatedLoosely } from "./stated-loosely";
import { StatedPage } from "./stated-page";
import { StatedText } from "./stated-text";
import type { Stated } from "./stated-words";
import { TextSearch } from "./text-search";

/** Reads a body, and judges it. Of a stream no more is read than is asked of it. */
export async function judgeBody(
  endpoint: Endpoint,
  what: string,
  response: Response,
  started: number,
): Promise<Answer> {
  const { text, jsonPath, firstByte } = endpoint.expect;
  const wanted = typeof jsonPath === "string" ? { path: jsonPath } : jsonPath;
  const search = text === undefined ? undefined : new TextSearch(text, response.headers["content-type"]);
  const value = wanted === undefined ? undefined : new JsonValueAt(wanted);
  const schema = schemaOf(endpoint);
  const stated = isHealthCheck(endpoint) ? statedIn(response, endpoint.path) : undefined;
  const readers = [search, value, schema, stated].filter((each) => each !== undefined);
  let first: number | undefined;
  try {
    for await (const chunk of response.body()) {
      first ??= chunk.length === 0 ? undefined : Math.round(SYSTEM_CLOCK.now() - started);
      for (const reader of readers) reader.add(chunk);
      if (firstByte === undefined || first === undefined) continue;
      const whole = value !== undefined || schema !== undefined;
      if (first > firstByte || (!whole && search?.found !== false)) break;
    }
  } catch (error) {
    const encoding = response.undecodable(error);
    if (encoding === undefined) throw error;
    // Render reads no body; what a proxy encodes unasked says nothing of the service.
    if (response.unknownEncoding !== undefined && isHealthCheck(endpoint) && readers.length <= 1)
      return pass(
        `${what}: ${response.status}; its body is in ${response.unknownEncoding}, and was not read`,
      );
    return fail(`${what}: its answer is no ${encoding}, although its content-encoding says so`);
  }
  const late = lateness(firstByte, first);
  if (late !== undefined) return fail(`${what}: ${response.status}, but ${late}`);
  if (search?.found === false) {
    return fail(`${what}: expected the text \`${text}\` in the answer, which has it not`);
  }
  const problem = value?.problem();
  if (problem !== undefined) return fail(`${what}: expected ${problem}`);
  const unlike = schema?.problem(what);
  if (unlike !== undefined) return unlike;
  const against = stated?.problem();
  if (against !== undefined) return fail(`${what}: ${response.status}, but ${against}`);
  const doubt = stated?.doubt();
  if (doubt !== undefined) return notDecided(`${what}: ${response.status}, but ${doubt}`);
  const remark = isHealthCheck(endpoint) ? (elsewhere(response) ?? stated?.remark()) : undefined;
  const more = remark === undefined ? "" : `; ${remark}`;
  const began = firstByte === undefined ? "" : `, its first byte after ${first} ms (at most ${firstByte} ms)`;
  return pass(`${what}: ${response.status}${began}${more}`);
}

function schemaOf({ expect: { bodySchema } }: Endpoint): BodySchema | undefined {
  return bodySchema === undefined ? undefined : new BodySchema(bodySchema);
}

/** What is against the time of the first byte; undefined where nothing is. */
function lateness(limit: number | undefined, first: number | undefined): string | undefined {
  if (limit === undefined) return undefined;
  if (first === undefined) return "its body is empty: `firstByte` expected a byte";
  if (first <= limit) return undefined;
  return `its first byte came after ${first} ms; expected at most ${limit} ms`;
}

/** A way to another host, where another service may be. */
function elsewhere(response: Response): string | undefined {
  const to = redirectTarget(response);
  return to === undefined || to.hostname === response.url.hostname ? undefined : `it leads to ${to.host}`;
}

function statedIn({ headers }: Response, path: string): Stated | undefined {
  const type = headers["content-type"] ?? "";
  if (/^text\/html\b/.test(type)) return new StatedPage(path);
  if (/[/+]xml\b/.test(type)) return new StatedLoosely(type);
  return type === "" || /^text\/plain\b|[/+]json\b/.test(type) ? new StatedText(type) : undefined;
}
