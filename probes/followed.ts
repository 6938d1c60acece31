import { type Answer, fail, notDecided } from "./answer";
import type { Endpoint } from "./endpoint";
import type { Response } from "./http-exchange";
import { redirectTarget } from "./sign-in-redirect";

/** So many ways on are followed; browsers and curl end later (fetch.spec.whatwg.org: 20, curl --max-redirs: 50). */
const MOST = 10;

/** How a place is asked to which a health check leads. */
export type AskAt = (
  endpoint: Endpoint,
  what: string,
) => Promise<{ readonly answer: Answer; readonly response: Response }>;

/**
 * A health check that Render takes for healthy by its 3xx, judged by what it leads to on the same host: an error there is
 * the service's. What is refused or missing there is named, since Render goes by the first answer
 * (docs/facts/render.md#r33).
 *
 * @param first the answer that leads on, and what was said of it
 * @throws what a request throws that gets no answer
 */
export async function followed(
  endpoint: Endpoint,
  first: { readonly answer: Answer; readonly response: Response },
  askAt: AskAt,
): Promise<Answer> {
  const seen = new Set([pathOf(first.response.url)]);
  let { response, answer: last } = first;
  let keeps = response.headers["set-cookie"] !== undefined;
  for (let times = 0; times < MOST; times++) {
    const to = onSameHost(response);
    if (to === undefined) return last;
    const path = pathOf(to);
    if (seen.has(path)) {
      // Who keeps a cookie may get further on the second way.
      return keeps ? last : fail(`${wayTo(first, to)} and round in a circle: whoever follows never arrives`);
    }
    seen.add(path);
    const way = wayTo(first, to);
    const next = await askAt({ ...endpoint, path }, way);
    response = next.response;
    keeps ||= response.headers["set-cookie"] !== undefined;
    const { status } = response;
    if (next.answer.outcome !== "pass") return judged(way, first.answer, next.answer, status);
    last = passedOn(first.answer, next.answer);
    if (status < 300) return last;
  }
  return notDecided(`${wayTo(first, first.response.url)} and on, ${MOST} times`);
}

/** The answer of the health check, with what is remarked of the one that it leads to. */
const passedOn = (first: Answer, last: Answer): Answer => {
  const remark = last.reason.split("; ").slice(1).join("; ");
  return remark === "" ? first : { ...first, reason: `${first.reason}; where it leads, ${remark}` };
};

function judged(way: string, first: Answer, last: Answer, status: number): Answer {
  const isOfWhoAsks = last.outcome === "fail" && status >= 400 && status < 500;
  return isOfWhoAsks ? { ...first, reason: `${way}, which answers ${status}` } : last;
}

const pathOf = ({ pathname, search }: URL): string => `${pathname}${search}`;

/** A part of a path that may be a token is not shown, and nothing behind the path. */
const shown = ({ pathname }: URL): string =>
  pathname.replace(/[^/]+/g, (part) =>
    /^[\w.-]{1,24}$/.test(part) && !/\d.*[A-Za-z].*\d/.test(part) ? part : "…",
  );

const wayTo = ({ response }: { readonly response: Response }, to: URL): string =>
  `GET ${shown(response.url)}: ${response.status} to ${shown(to)}`;

/** Render's edge takes plain HTTP back to TLS: both are the same service. */
function onSameHost(response: Response): URL | undefined {
  const to = redirectTarget(response);
  return to?.host === response.url.host ? to : undefined;
}
