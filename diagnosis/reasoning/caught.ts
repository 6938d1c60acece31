import type { LogReading } from "../log/log-reading";
import { endsOf } from "./ends";
import { type Hypothesis, isOfBroker } from "./hypothesis";
import { NEAR } from "./meant-line";

/** What an exception says that the program caught and went on from, before another one, is at most a warning. */
export function caught(one: Hypothesis, reading: LogReading): Hypothesis {
  const { exceptions } = reading;
  const within = exceptions.find(({ first, last }) => one.first >= first && one.last <= last);
  const later = exceptions.find(({ first }) => within !== undefined && first > within.last);
  if (within?.passed !== true || later === undefined) return one;
  return endsOf(reading).some((end) => end > within.last && end < later.first) ? one : { ...one, mild: true };
}

/** Words of a database, without which an address may be of any service. */
const OF_DATABASE = /postgres|mysql|mongo|database|sqlx|\bsql\b|\bdb\b|\bpg\b|5432|3306|27017/i;
/** What a client of HTTP says of the request that failed. */
const OF_HTTP =
  /\b(?:error sending request|fetch failed|HTTPS?ConnectionPool|ConnectError|AxiosError|reqwest|HttpRequestException)\b/;

/** So many lines are between an error and the one that a client makes of it. */
const CHAINED_WITHIN = 12;

/** A socket's own error names no service: the client's, which follows from it, says whether it is of a broker. */
export function ofItsClient(one: Hypothesis, { exceptions, errorLines }: LogReading): Hypothesis {
  if (one.mode !== "database/dns" && one.mode !== "database/refused") return one;
  const [text = ""] = one.evidence.map((line) => line.text);
  if (OF_DATABASE.test(text)) return one;
  const near = errorLines.filter(({ line }) => Math.abs(line - one.first) <= NEAR);
  const asked = near.find((line) => OF_HTTP.test(line.text));
  if (asked !== undefined && !near.some((line) => OF_DATABASE.test(line.text)))
    return {
      ...one,
      mode: "broker/refused",
      certainty: "possible",
      cause: `a service that is asked by HTTP is not reached: ${asked.text}`,
    };
  const client = exceptions.find(
    ({ first, last }) => last >= one.last && first <= one.last + CHAINED_WITHIN && last > one.last,
  );
  return client !== undefined && isOfBroker(client.text)
    ? { ...one, mode: "broker/refused", cause: `the cache or broker is not reached: ${client.text}` }
    : one;
}
