import { retryAfter } from "../render-api";
import { type Answer, fail, notDecided } from "./answer";
import { type Endpoint, isHealthCheck } from "./endpoint";
import type { Response } from "./http-exchange";
import { redirectTarget } from "./sign-in-redirect";

/** Clocks of two machines, and the way of an answer, in seconds. */
const SLACK = 60;

/** Who asks to be left alone for longer is asked again all the same, in milliseconds. */
const LONGEST_PAUSE = 60_000;

const CACHED =
  "Let that path answer with `Cache-Control: no-store`, or empty the cache in front of the service.";

/** What is said to who asks, and nothing of the service: that it asks too often (RFC 6585, section 4), or is no browser. */
export function toWhoAsks(reason: string, { status, headers }: Response): Answer | undefined {
  if (headers["cf-mitigated"] !== undefined) {
    return notDecided(`${reason}: a challenge of Cloudflare's to who asks, in place of the service`, {
      correctiveAction: "Let Cloudflare ask no challenge at that path.",
    });
  }
  if (status !== 429) return undefined;
  return notDecided(`${reason}: it is asked too often`, {
    askAgainAfter: Math.min(retryAfter(headers["retry-after"] ?? null, Date.now()) ?? 0, LONGEST_PAUSE),
    correctiveAction:
      "Take that path out of the limit, or ask less often (`portcullis:verify.schedule.interval`).",
  });
}

/**
 * An answer by something in the service's place, whatever its status: a cache with what is older than the deploy (RFC 9111,
 * section 5.1), a page for a time of maintenance (RFC 9110, section 10.2.3: how long the service is to be away), or a way
 * that leads to itself; undefined where nothing shows it.
 *
 * @param since when the deploy that is to answer was made, in milliseconds since 1970
 */
export function standIn(
  endpoint: Endpoint,
  what: string,
  response: Response,
  since: number | undefined,
): Answer | undefined {
  const { status, headers } = response;
  const { age, date = "" } = headers;
  const made = Date.parse(date);
  if (since !== undefined && made < since - SLACK * 1000) {
    return notDecided(
      `${what}: ${status}, made before the deploy (\`date\`: ${new Date(made).toISOString()})`,
      { correctiveAction: CACHED },
    );
  }
  if (since !== undefined && /^\d+$/.test(age ?? "") && Number(age) > (Date.now() - since) / 1000 + SLACK) {
    return notDecided(`${what}: ${status} from a cache, ${age} s old: older than the deploy`, {
      correctiveAction: CACHED,
    });
  }
  if (!isHealthCheck(endpoint)) return undefined;
  if (
    status < 300 &&
    headers["retry-after"] !== undefined &&
    /\bhtml\b/.test(headers["content-type"] ?? "")
  ) {
    return fail(`${what}: ${status}, but \`retry-after\` says that its page is for the meantime`, {
      correctiveAction:
        "End the maintenance, or name a `healthCheckPath` that the page does not take the place of.",
    });
  }
  const to = redirectTarget(response);
  return to && wayOn(what, to, response);
}

/** Pages of frameworks and proxies for a time without the service, as a whole segment of a path. */
const IN_PLACE = /(?:^|\/)(?:maintenance|errors?|50[0-9]|unavailable|offline)(?:\.html?)?(?=\/|$)/i;

/** What is against where a health check leads to. */
function wayOn(what: string, to: URL, { status, url, headers }: Response): Answer | undefined {
  const page = IN_PLACE.exec(to.pathname);
  if (page !== null && !IN_PLACE.test(url.pathname)) {
    const place = `${to.origin === url.origin ? "" : to.host}${to.pathname.slice(0, page.index + page[0].length)}`;
    return fail(`${what}: got ${status} to ${place}, a page in place of the service`);
  }
  // Who keeps a cookie may get further on the second way.
  if (headers["set-cookie"] !== undefined || withoutHash(to) !== withoutHash(url)) return undefined;
  return fail(`${what}: got ${status} to itself: whoever follows it never arrives`, {
    correctiveAction:
      "Let the application believe `X-Forwarded-Proto`, by which Render says that TLS ended in front of it (Django: " +
      "`SECURE_PROXY_SSL_HEADER`, Express: `trust proxy`, Rails: `assume_ssl`).",
  });
}

const withoutHash = ({ origin, pathname, search }: URL): string => `${origin}${pathname}${search}`;
