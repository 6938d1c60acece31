import { parsePort } from "../port";
import { decode } from "./decode";
import type { Dialect } from "./dialect";
import type { Problems } from "./problem";

/** One host that a URL names. A host that begins with `/` is the folder of a socket; an empty one is the default. */
export interface Address {
  readonly host: string;
  /** Undefined where the URL names none: the driver then takes 5432. */
  readonly port: number | undefined;
}

/** Reads `host:port,host:port`; a raw `@` among them is the tail of a password. */
export function readAddresses(text: string, dialect: Dialect, problems: Problems): readonly Address[] {
  if (text.includes("@")) {
    problems.push({
      part: "password",
      expected: "`@` written %40",
      got: "a raw `@`, so that the host begins too early",
    });
  }
  const specs = text.split(",");
  if (specs.length > 1 && !dialect.manyHosts) {
    problems.push({ part: "host", expected: "one host", got: `${specs.length} hosts, separated by commas` });
  }
  if (specs.length > 1 && specs.includes("") && !dialect.emptyHosts) {
    problems.push({ part: "host", expected: "a host on either side of a comma", got: "none" });
  }
  return specs.map((spec) => readAddress(spec, dialect, problems));
}

function readAddress(spec: string, dialect: Dialect, problems: Problems): Address {
  if (spec.endsWith(":") && !dialect.emptyPort)
    problems.push({ part: "port", expected: "a port behind the colon", got: "none" });
  if (!spec.startsWith("[")) {
    const colon = spec.indexOf(":");
    const host = colon < 0 ? spec : spec.slice(0, colon);
    if (/[[\]]/.test(host))
      problems.push({ part: "host", expected: "brackets round the whole address", got: "a stray bracket" });
    return {
      host: dialect.decodesHost ? decode(host, "host", dialect, problems) : host,
      port: readPort(colon < 0 ? "" : spec.slice(colon + 1), dialect, problems),
    };
  }
  const close = spec.indexOf("]");
  const host = close < 0 ? spec.slice(1) : spec.slice(1, close);
  const rest = close < 0 ? "" : spec.slice(close + 1);
  const got = bracketProblem(close, host, rest, dialect);
  if (got !== undefined) {
    problems.push({
      part: "host",
      expected: "an IPv6 address in brackets, such as [::1], then a port or nothing",
      got,
    });
  }
  return {
    host: dialect.decodesHost ? decode(host, "host", dialect, problems) : host,
    port: readPort(rest.slice(1), dialect, problems),
  };
}

function bracketProblem(close: number, host: string, rest: string, dialect: Dialect): string | undefined {
  if (close < 0) return "no closing bracket";
  if (host === "") return "empty brackets";
  if (rest !== "" && !rest.startsWith(":")) return "something after the bracket";
  const address = /^[0-9a-f.]*:[0-9a-f.:]*(?:%[\w%]+)?$/i.test(host);
  return dialect.checksIpv6 && !address ? "something else in the brackets" : undefined;
}

/** An empty port is none. What is no port is often the tail of a password: it is not quoted. */
export function readPort(text: string, dialect: Dialect, problems: Problems): number | undefined {
  const decoded = decode(text, "port", dialect, problems);
  if (decoded === "") return undefined;
  const port = parsePort(decoded);
  if (port === undefined) problems.push({ part: "port", expected: "1 to 65535", got: "something else" });
  return port;
}
