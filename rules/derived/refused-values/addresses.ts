import { isLoopback } from "../../../domain/start-command";
import type { Row } from "./row";

const CODE = "the code may change it before a browser has it";

/** Domains below which anybody has a name: browsers keep no cookie for them (publicsuffix.org/list, read 2026-11-30). */
const SUFFIX =
  /^\.?(?:onrender\.com|vercel\.app|netlify\.app|herokuapp\.com|fly\.dev|github\.io|pages\.dev)$/i;

const COOKIES: Row = {
  names: /(?:^|_)(?:COOKIES?_DOMAIN|SESSION_DOMAIN)$/,
  refused: (value) => {
    const expected = "a domain of your own, or none";
    if (SUFFIX.test(value))
      return {
        expected,
        got: "a public suffix, for which browsers keep no cookie",
        fix: "Leave it out, or name your own domain.",
      };
    return /:\/\/|[/:]/.test(value) || isLoopback(value)
      ? {
          expected,
          got: "another thing than a domain of the internet",
          fix: "Write the domain alone.",
          unless: CODE,
        }
      : undefined;
  },
};

/** An origin is scheme, host and port (RFC 6454): a browser sends no slash behind it. */
const ORIGINS: Row = {
  names:
    /(?:^|_)(?:CORS(?:_ALLOW(?:ED)?)?_ORIGINS?|ALLOW(?:ED)?_ORIGINS?|CORS_ORIGIN_WHITELIST|CSRF_TRUSTED_ORIGINS)$/,
  refused: (value) =>
    !/[\\^$]/.test(value) && value.split(/[\s,;"'[\]]+/).some((one) => /^https?:\/\/[^/]+\//i.test(one))
      ? {
          expected: "origins, which end behind the host or its port",
          got: "one with a slash or a path",
          fix: "Remove what is behind the host.",
          unless: CODE,
        }
      : undefined,
};

const URLS: Row = {
  names:
    /(?:^|_)(?:FRONTEND|CLIENT|APP|SITE|WEB|WEBSITE|BASE|BACKEND|PUBLIC|SERVER|API|REDIRECT|CALLBACK|WEBHOOK|RETURN|SUCCESS|CANCEL|EXTERNAL)_UR[LI]$/,
  refused: (value) =>
    /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:\/\S*)?$/i.test(value) && !/\.(?:html?|json|php|js)$/i.test(value)
      ? {
          expected: "an address with its scheme",
          got: "one without, which a browser takes for a path",
          fix: "Write `https://` before it.",
          unless: "the code may put a scheme before it",
        }
      : undefined,
};

/** What a server binds is an address of its own machine. */
const BOUND: Row = {
  names: /^HOST$/,
  refused: (value) =>
    value.includes("://") || /\.onrender\.com$/i.test(value)
      ? {
          expected: "an address of the machine, such as 0.0.0.0, where the server reads HOST",
          got: "the name at which browsers ask",
          fix: "Write 0.0.0.0.",
          unless: "the program may read it for another thing",
        }
      : undefined,
};

export const ADDRESS_VALUES: readonly Row[] = [COOKIES, ORIGINS, URLS, BOUND];
