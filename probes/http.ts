import { type Answer, fail, notDecided, pass } from "./answer";
import { SYSTEM_CLOCK } from "./clock";
import type { Endpoint, Expectation } from "./endpoint";
import { firstLineOf } from "./first-line";
import { type Response, receive } from "./http-exchange";
import { JsonValueAt, textOfJson } from "./json-value";
import { signInRedirect } from "./sign-in-redirect";
import { TextSearch } from "./text-search";

/** What a proxy before the service answers when the service does not: Render's edge, or the embedded one. */
const GATEWAY = new Set([502, 503, 504]);

/**
 * Asks one endpoint at the service's public address, and reads its answer to the end, decoded, however large it is. A
 * wrong answer fails, one that does not decode too; none (refused, reset, not at its end in time, or an edge that has
 * no one to ask) is not decided. The reason quotes neither what was sent nor what came back, but for the first line,
 * masked, of a health check's answer that failed.
 */
export async function askEndpoint(endpoint: Endpoint, address: string, signal: AbortSignal): Promise<Answer> {
  const started = SYSTEM_CLOCK.now();
  const what = `${endpoint.method} ${endpoint.path}`;
  const limit = AbortSignal.timeout(endpoint.timeout);
  const took = () => ({ milliseconds: Math.round(SYSTEM_CLOCK.now() - started) });
  let began = false;
  try {
    const url = new URL(endpoint.path, address);
    const response = await receive(url, endpoint, AbortSignal.any([signal, limit]));
    began = true;
    const head = judgeHead(endpoint, what, response);
    const answer =
      head === undefined
        ? await judgeBody(endpoint, what, response)
        : await withFirstLine(head, endpoint, response);
    response.close();
    return { ...answer, ...took() };
  } catch (error) {
    signal.throwIfAborted();
    const late = began ? "its answer had not ended after" : "no answer within";
    const why = limit.aborted ? `${late} ${endpoint.timeout / 1000} s` : networkReason(error);
    return notDecided(`${what}: ${why}`, took());
  }
}

/** What the status decides by itself. */
function judgeHead({ expect }: Endpoint, what: string, response: Response): Answer | undefined {
  const { status } = response;
  const [from, to] = typeof expect.status === "number" ? [expect.status, expect.status] : expect.status;
  if (status < from || status > to) {
    const reason = `${what}: expected ${from === to ? from : `${from} to ${to}`}, got ${status}`;
    const nobody = GATEWAY.has(status) && isEdge(response);
    return nobody ? notDecided(`${reason} from the platform's edge`) : fail(reason);
  }
  const missing = headerProblem(expect, response);
  if (missing !== undefined) return fail(`${what}: ${status}, but ${missing}`);
  const asked = signInRedirect(response);
  return from !== to && asked !== undefined
    ? fail(`${what}: got ${status} to ${asked}, which asks for a sign-in: nothing of the service is proven`, {
        correctiveAction: "Name a `healthCheckPath` that answers without a sign-in.",
      })
    : undefined;
}

/** A failed health check with what it said, which is gone once the deploy is rolled back. */
async function withFirstLine(answer: Answer, endpoint: Endpoint, response: Response): Promise<Answer> {
  if (answer.outcome !== "fail" || typeof endpoint.expect.status === "number") return answer;
  // An answer that breaks off or does not decode has failed by its status already.
  const line = await firstLineOf(response, endpoint).catch(() => undefined);
  return line === undefined ? answer : { ...answer, reason: `${answer.reason}; it says: ${line}` };
}

/** A redirect's target, what a browser of another origin may do, and the like. What was answered is not quoted. */
function headerProblem({ headers = {} }: Expectation, response: Response): string | undefined {
  for (const [name, pattern] of Object.entries(headers)) {
    const value = response.headers[name.toLowerCase()];
    if (value === undefined) return `the answer has no header \`${name}\``;
    const text = Array.isArray(value) ? value.join(", ") : value;
    if (!new RegExp(pattern, "u").test(text)) return `its header \`${name}\` does not match \`${pattern}\``;
  }
  return undefined;
}

async function judgeBody(
  { expect, name, headers }: Endpoint,
  what: string,
  response: Response,
): Promise<Answer> {
  const { text, jsonPath } = expect;
  const wanted = typeof jsonPath === "string" ? { path: jsonPath } : jsonPath;
  const search = text === undefined ? undefined : new TextSearch(text);
  const value = wanted === undefined ? undefined : new JsonValueAt(wanted);
  const stated = isHealth({ expect, name, headers }, response)
    ? new JsonValueAt({ path: "status" })
    : undefined;
  try {
    for await (const chunk of response.body()) {
      search?.add(chunk);
      value?.add(chunk);
      stated?.add(chunk);
    }
  } catch (error) {
    const encoding = response.undecodable(error);
    if (encoding === undefined) throw error;
    return fail(`${what}: its answer is no ${encoding}, although its content-encoding says so`);
  }
  if (search?.found === false) {
    return fail(`${what}: expected the text \`${text}\` in the answer, which has it not`);
  }
  const problem = value?.problem();
  if (problem !== undefined) return fail(`${what}: expected ${problem}`);
  const said = textOfJson(stated?.value);
  if (said !== undefined && UNHEALTHY.test(said)) {
    return fail(`${what}: ${response.status}, but its JSON says \`status\`: \`${said}\``);
  }
  return pass(`${what}: ${response.status}`);
}

/** What a health check's JSON calls a service that fails (draft-inadarei-api-health-check, section 3.1). */
const UNHEALTHY = /^(fail|error|down|unhealthy)$/i;

/** A health check, of which only a range of statuses is expected, and which says more as JSON. */
function isHealth({ expect }: Pick<Endpoint, "expect" | "name" | "headers">, { headers }: Response): boolean {
  return typeof expect.status !== "number" && /[/+]json\b/.test(headers["content-type"] ?? "");
}

/**
 * Whether a gateway's status is the edge's own. Render's edge names the server that answered behind it
 * (`x-render-origin-server: uvicorn`; `Render` for its own pages), and is itself served through Cloudflare; a
 * server of the service's own names itself in `server`.
 */
function isEdge({ headers }: Response): boolean {
  const origin = headers["x-render-origin-server"];
  if (origin !== undefined) return String(origin).toLowerCase() === "render";
  const { server } = headers;
  return server === undefined || /^(cloudflare|render)/i.test(String(server));
}

/** The system's words for a request without an answer. */
function networkReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return `no answer (${message || String(code)})`;
}
