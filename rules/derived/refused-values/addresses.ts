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

/** A host's name without a scheme. */
const BARE = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?$/i;

/** An origin is scheme, host and port (RFC 6454): a browser sends no slash behind it. */
const ORIGINS: Row = {
  names:
    /(?:^|_)(?:CORS(?:_ALLOW(?:ED)?)?_ORIGINS?|ALLOW(?:ED)?_ORIGINS?|CORS_ORIGIN_WHITELIST|CSRF_TRUSTED_ORIGINS)$/,
  refused: (value) => {
    if (/[\\^$]/.test(value)) return undefined;
    const origins = value.split(/[\s,;"'[\]]+/).filter((one) => /^https?:\/\//i.test(one));
    if (origins.some((one) => /^https?:\/\/[^/]+\//i.test(one)))
      return {
        expected: "origins, which end behind the host or its port",
        got: "one with a slash or a path",
        fix: "Remove what is behind the host.",
        unless: CODE,
      };
    const pieces = value.split(/[\s,;"'[\]]+/).filter((one) => one !== "");
    const isLocal = (one: string) => isLoopback(/^https?:\/\/([^/:]+)/i.exec(one)?.[1] ?? "");
    if (pieces.length > 0 && pieces.every(isLocal))
      return {
        expected: "the origins of the pages that ask",
        got: "those of a developer's machine alone, so that browsers block every other page",
        fix: "Add the site's own origin, such as `https://shop.example.org`.",
        unless: "the code may add others",
      };
    if (pieces.some((one) => BARE.test(one)))
      return {
        expected: "origins with their scheme",
        got: "one without, which no browser sends",
        fix: "Write `https://` before it.",
        unless: CODE,
      };
    const hosts = origins.flatMap((one) => /^http:\/\/([^/:]+)/i.exec(one)?.[1] ?? []);
    return hosts.some((host) => /\.[a-z]{2,}$/i.test(host) && !isLoopback(host))
      ? {
          expected: "origins of HTTPS, as pages of the internet are",
          got: "one of HTTP",
          fix: "Write `https://`.",
          unless: "a page of HTTP may ask",
        }
      : undefined;
  },
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

/** opentelemetry.io/docs/specs: an endpoint has its scheme, and headers are pairs (read 2026-11-30). */
const EXPORTERS: readonly Row[] = [
  {
    names: /(?:^|_)OTLP_(?:\w+_)?ENDPOINT$/,
    refused: (value) =>
      /^[\w.-]+:\d+$/.test(value)
        ? {
            expected: "an address with its scheme",
            got: "a host and a port",
            fix: "Write `https://` before it.",
            unless: "the exporter may take it",
          }
        : undefined,
  },
  {
    names: /(?:^|_)OTLP_(?:\w+_)?HEADERS$/,
    refused: (value) =>
      value.split(",").some((one) => !/^\s*[\w-]+=/.test(one))
        ? {
            expected: "pairs with an equals sign, and commas between them",
            got: "another text",
            fix: "Write `name=value`.",
            unless: "the exporter may take it",
          }
        : undefined,
  },
];

/** RFC 8292: a contact is an address of `mailto:` or `https:`. */
const SUBJECT: Row = {
  names: /(?:^|_)VAPID_(?:SUBJECT|CONTACT|SUB)$/,
  refused: (value) =>
    /^[^:\s]+@\S+$/.test(value)
      ? {
          expected: "an address with `mailto:`",
          got: "one without, which web-push refuses",
          fix: "Write `mailto:` before it.",
          unless: "the code may write it",
        }
      : undefined,
};

/** Scheme, key, host and the project's number (develop.sentry.dev: SDK overview, parsing the DSN; read 2026-12-01). */
const SENTRY: Row = {
  names: /(?:^|_)SENTRY_DSN$/,
  refused: (value) =>
    /^https?:\/\/[^@/\s]+@[^/\s]+\/(?:\S*\/)?\d+\/?$/i.test(value)
      ? undefined
      : {
          expected: "the DSN of a project, `https://key@host/number`",
          got: "another text",
          fix: "Copy the DSN from the project's settings, under Client Keys.",
          unless: "a client may go on without it",
        },
};

/** A client of AWS reads it as it is (docs.aws.amazon.com/sdkref: service-specific endpoints; read 2026-12-01). */
const AWS_ENDPOINT: Row = {
  names: /^AWS_ENDPOINT_URL(?:_[A-Z0-9]+)*$/,
  refused: (value) =>
    /^https?:\/\//i.test(value)
      ? undefined
      : {
          expected: "a URL with its scheme",
          got: "one without, which AWS' clients refuse",
          fix: "Write `https://` before it.",
          unless: "the code may add it",
        },
};

export const ADDRESS_VALUES: readonly Row[] = [
  COOKIES,
  ORIGINS,
  URLS,
  BOUND,
  ...EXPORTERS,
  SUBJECT,
  SENTRY,
  AWS_ENDPOINT,
];
