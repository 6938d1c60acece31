import type { ErrorLine } from "../log/error-words";
import type { SeenException } from "../log/exception";
import type { LogReading } from "../log/log-reading";
import type { Stage } from "../signature";
import { endsOf } from "./ends";
import { type Hypothesis, isOfBroker } from "./hypothesis";
import { NEAR } from "./meant-line";

/** What an exception says that the program caught and went on from, before another one, is at most a warning. */
export function caught(one: Hypothesis, reading: LogReading): Hypothesis {
  const within = exceptionAround(one, reading);
  const later = reading.exceptions.find(({ first }) => within !== undefined && first > within.last);
  if (within === undefined || later === undefined) return one;
  if (within.passed !== true && !(within.handled === true && isOfItsOwn(later, within))) return one;
  return endsOf(reading).some((end) => end > within.last && end < later.first) ? one : { ...one, mild: true };
}

/** The exception whose lines a hypothesis is of. */
export const exceptionAround = (one: Hypothesis, { exceptions }: LogReading): SeenException | undefined =>
  exceptions.find(({ first, last }) => one.first >= first && one.last <= last);

/**
 * Whether an exception that was raised in the handler of another is no other name for it: a handler that does not go on
 * wraps what it caught, in words of its own or with its message.
 */
function isOfItsOwn({ type, message, code }: SeenException, handled: SeenException): boolean {
  if (code === undefined || code.startsWith("raise ") || handled.code === undefined) return false;
  return OF_A_VALUE.test(type) && !message.includes(handled.message) && code !== handled.code;
}

/** What a program's own statement raises, and no `raise` of a handler. */
const OF_A_VALUE = /^(?:Value|Type|Key|Index|Attribute|Name|ZeroDivision|UnicodeDecode|FileNotFound)Error$/;

/** Words of a database, without which an address may be of any service. */
const OF_DATABASE = /postgres|mysql|mongo|database|sqlx|\bsql\b|\bdb\b|\bpg\b|5432|3306|27017/i;
/** What a client of HTTP says of the request that failed. */
const OF_HTTP =
  /\b(?:error sending request|fetch failed|HTTPS?ConnectionPool|ConnectError|AxiosError|reqwest|HttpRequestException)\b/;

/** So many lines are between an error and the one that a client makes of it. */
const CHAINED_WITHIN = 12;

/** A socket's own error names no service: the client's, which follows from it, says whether it is of a broker. */
export function ofItsClient(one: Hypothesis, { exceptions, errorLines }: LogReading): Hypothesis {
  if (one.mode === "database/tls-untrusted") return ofHttpsHost(one, errorLines);
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

/** A certificate that a client of HTTP does not trust is no database's. */
function ofHttpsHost(one: Hypothesis, errorLines: readonly ErrorLine[]): Hypothesis {
  const near = errorLines.filter(({ line }) => Math.abs(line - one.first) <= NEAR);
  const isOfDatabase = [...one.evidence, ...near].some(({ text }) => OF_DATABASE.test(text));
  if (isOfDatabase || !near.some(({ text }) => OF_HTTP.test(text))) return one;
  return {
    ...one,
    certainty: "possible",
    cause:
      "the certificate of a host that is asked by HTTPS is signed by no authority that the program knows",
    correctiveAction:
      "Give the program that authority's certificate (Node.js: `NODE_EXTRA_CA_CERTS`; Python: `SSL_CERT_FILE`), or correct the host's chain of certificates.",
    competing: [],
  };
}

/** So many times the same is what a program is stuck at, whatever its logger calls it. */
export const STUCK = 3;

/** What its own line calls information, a warning, or something that is done without, is no certain cause. */
export function asMild(one: Hypothesis, reading: LogReading): Hypothesis {
  if (one.mild !== true || one.certainty === "open") return one;
  const failed = reading.matches.some(
    ({ signature: { stage }, last }) => OF_END.includes(stage) && last.line > one.first,
  );
  if (failed || one.without !== true || one.count >= STUCK) return { ...one, certainty: "possible" };
  return {
    ...one,
    certainty: "open",
    asksFor: ["Did the program end after this line? Copy the lines that follow."],
  };
}

const OF_END: readonly Stage[] = ["step", "process", "port", "platform"];
