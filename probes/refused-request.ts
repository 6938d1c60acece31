import { retryAfter } from "../render-api";
import type { Answer } from "./answer";
import type { Response } from "./http-exchange";
import { NOT_YET } from "./stated-words";

/** What an answer wants of who asks: credentials (RFC 9110, section 11.6.1), or another method (15.5.6). */
export function wantedBy({ status, headers }: Response): Partial<Answer> {
  const scheme = /^[A-Za-z]+/.exec(String(headers["www-authenticate"] ?? ""))?.[0];
  if (status === 401 && scheme !== undefined) {
    return {
      correctiveAction: `It wants credentials by ${scheme}: give the endpoint a header \`authorization\`, or name a path that wants none.`,
    };
  }
  const methods = (headers.allow ?? "").match(/\b[A-Z]+\b/g) ?? [];
  return status === 405 && methods.length > 0
    ? { correctiveAction: `Ask that path with a method that it takes: ${methods.join(", ")}.` }
    : {};
}

/** How long a service may say of itself that it is not ready yet, from the first question, in milliseconds. Our own choice. */
const WARM_UP = 120_000;
const LONGEST_PAUSE = 10_000;

/** A service's own 503 that is for a while: it says when to ask again (RFC 9110, section 15.6.4), or that it starts. */
export function warmingUp(answer: Answer, { status, headers }: Response): Answer {
  if (status !== 503 || answer.outcome !== "fail") return answer;
  const after = headers["retry-after"];
  const said = answer.reason.split("; it says: ")[1] ?? "";
  if (after === undefined && !NOT_YET.test(said.replace(/^status /, ""))) return answer;
  const pause = Math.min(retryAfter(after ?? null, Date.now()) ?? 0, LONGEST_PAUSE);
  return { ...answer, warmsUpWithin: WARM_UP, ...(pause > 0 && { askAgainAfter: pause }) };
}
