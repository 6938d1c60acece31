import { timeLimit } from "../system";
import { type Answer, fail, notDecided } from "./answer";
import { SYSTEM_CLOCK } from "./clock";
import { isFromEdge, networkReason } from "./edge";
import { type Endpoint, isHealthCheck, urlAt } from "./endpoint";
import { headerProblem } from "./expected-headers";
import { firstLineOf } from "./first-line";
import { type AskAt, followed } from "./followed";
import { judgeBody } from "./http-body";
import { type Response, receive, type Trust } from "./http-exchange";
import { wantedBy, warmingUp } from "./refused-request";
import { signInRedirect } from "./sign-in-redirect";
import { standIn, toWhoAsks } from "./stand-in";
import { expiredProblem, expiryProblem } from "./tls-expiry";
import { askWebSocket } from "./web-socket";

interface Since {
  /** When the deploy that is to answer was made, in milliseconds since 1970. @default not known */
  readonly since?: number | undefined;
}

/**
 * Asks one endpoint at the service's public address, and reads its answer to the end, decoded, however large it is. A
 * wrong answer fails, one that does not decode too; none (refused, reset, not at its end in time, or an edge that has
 * no one to ask) is not decided. The reason quotes neither what was sent nor what came back, but for the first line,
 * masked, of a health check's answer that failed, and of an error's.
 */
export async function askEndpoint(
  endpoint: Endpoint,
  address: string,
  signal: AbortSignal,
  { since, ...trust }: Trust & Since = {},
): Promise<Answer> {
  const started = SYSTEM_CLOCK.now();
  const what = `${endpoint.method} ${endpoint.path}`;
  const limit = timeLimit(endpoint.timeout);
  const took = () => ({ milliseconds: Math.round(SYSTEM_CLOCK.now() - started) });
  let began = false;
  if (endpoint.webSocket !== undefined) {
    const answer = await askWebSocket(endpoint, address, { signal, limit, trust });
    signal.throwIfAborted();
    return { ...answer, ...took() };
  }
  try {
    const askAt: AskAt = async (asked, words) => {
      const url = urlAt(address, asked.path);
      const response = await receive(url, asked, AbortSignal.any([signal, limit]), trust);
      began = true;
      const head = judgeHead(asked, words, response, since);
      const answer =
        head === undefined
          ? await judgeBody(asked, words, response, started)
          : warmingUp(await withFirstLine(head, asked, response), response);
      response.close();
      return { answer, response };
    };
    const first = await askAt(endpoint, what);
    const follows = first.answer.outcome === "pass" && isHealthCheck(endpoint) && endpoint.method === "GET";
    return { ...(follows ? await followed(endpoint, first, askAt) : first.answer), ...took() };
  } catch (error) {
    signal.throwIfAborted();
    const expired = expiredProblem(endpoint.expect.tlsExpiry, error, what);
    if (expired !== undefined) return { ...expired, ...took() };
    const late = began ? "its answer had not ended after" : "no answer within";
    const why = limit.aborted ? `${late} ${endpoint.timeout / 1000} s` : networkReason(error);
    return notDecided(`${what}: ${why}`, took());
  }
}

/** What the status decides by itself. */
function judgeHead(
  endpoint: Endpoint,
  what: string,
  response: Response,
  since: number | undefined,
): Answer | undefined {
  const { expect } = endpoint;
  const { status } = response;
  const [from, to] = typeof expect.status === "number" ? [expect.status, expect.status] : expect.status;
  const reason = `${what}: expected ${from === to ? from : `${from} to ${to}`}, got ${status}`;
  // Nothing of the service, even where it is the status that is expected.
  if (isFromEdge(status, response.headers)) return notDecided(`${reason} from the platform's edge`);
  const asked = signInRedirect(response);
  if (status < from || status > to) {
    const limited = toWhoAsks(reason, response);
    if (limited !== undefined) return limited;
    return fail(
      asked === undefined ? reason : `${reason} to ${asked}, which asks for a sign-in`,
      wantedBy(response),
    );
  }
  const other = standIn(endpoint, what, response, since);
  if (other !== undefined) return other;
  const missing = headerProblem(expect, response.headers);
  if (missing !== undefined) return fail(`${what}: ${status}, but ${missing}`);
  const expiry = expiryProblem(expect.tlsExpiry, response.certificateEnd, what);
  if (expiry !== undefined) return expiry;
  return from !== to && asked !== undefined
    ? fail(`${what}: got ${status} to ${asked}, which asks for a sign-in: nothing of the service is proven`, {
        correctiveAction: "Name a `healthCheckPath` that answers without a sign-in.",
      })
    : undefined;
}

/** The first status of an error: what came with another may hold anything. */
const ERROR = 400;

/** A failed check with what it said, which is gone once the deploy is rolled back. */
async function withFirstLine(answer: Answer, endpoint: Endpoint, response: Response): Promise<Answer> {
  if (answer.outcome !== "fail" || !(isHealthCheck(endpoint) || response.status >= ERROR)) return answer;
  // An answer that breaks off or does not decode has failed by its status already.
  const line = await firstLineOf(response, endpoint).catch(() => undefined);
  return line === undefined ? answer : { ...answer, reason: `${answer.reason}; it says: ${line}` };
}
