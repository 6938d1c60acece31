import { isLoopback } from "../../../domain";

/** An address in Go code, with its index in the text. */
export interface GoAddress {
  readonly host: string;
  /** Undefined where code computes it. */
  readonly port: string | undefined;
  readonly at: number;
  /** Whether it is opened beside the program, as for a profiler. */
  readonly aside?: boolean;
}

/** Calls that listen, up to their address: net/http, net, gin, echo, fiber, chi over http (pkg.go.dev). */
const LISTENS =
  /\b(?:http\.ListenAndServe(?:TLS)?\(\s*|net\.Listen\(\s*"tcp4?",\s*|\w+\.(?:Run|Start|Listen|StartTLS|ListenTLS)\(\s*|http\.Server\s*\{[^{}]*?\bAddr\s*:\s*)/g;
const EXPRESSION =
  /(?:fmt\.Sprintf\(\s*)?"([^"\n]{0,200})"(\s*\+)?|net\.JoinHostPort\(\s*"([^"\n]{0,200})"\s*,\s*(?:"(\d+)")?|([A-Za-z_]\w{0,100})/y;

/**
 * What the calls of a file bind, as far as it is written out: `"127.0.0.1:8080"`, `"127.0.0.1:" + port`,
 * `fmt.Sprintf("localhost:%s", port)`, `net.JoinHostPort("127.0.0.1", port)`, or a name to which one of these is given.
 */
export function goAddresses(text: string): readonly GoAddress[] {
  const calls = [...text.matchAll(LISTENS)].map((match) => ({
    address: addressAt(text, match.index + match[0].length),
    certain: !/\.(?:Run|Start|Listen|StartTLS|ListenTLS)\(/.test(match[0]) || /^net\./.test(match[0]),
    aside: ASIDE.test(text.slice(Math.max(0, match.index - 120), match.index)),
  }));
  const others = calls.some(
    ({ address, certain }) =>
      (address === undefined && certain) || (address !== undefined && !isOwn(address)),
  );
  // What is opened on loopback beside the service's own port is for a profiler or for metrics.
  return calls.flatMap(({ address, aside }) =>
    address === undefined || (isOwn(address) && others)
      ? []
      : [isOwn(address) && aside ? { ...address, aside } : address],
  );
}

const isOwn = ({ host }: GoAddress): boolean => isLoopback(host);

/** `go http.ListenAndServe(…)`, or as the first thing in a function that runs beside the program. */
const ASIDE = /\bgo\s+(?:func\s*\(\)\s*\{\s*(?:[\w.]+\(|\w+\s*:?=\s*|if\s+\w+\s*:=\s*|_\s*=\s*)?)?$/;

function addressAt(text: string, at: number, followed = false): GoAddress | undefined {
  EXPRESSION.lastIndex = at;
  const [, written, more, joined, joinedPort, name] = EXPRESSION.exec(text) ?? [];
  if (joined !== undefined) return addressOf(joined, joinedPort, at);
  if (name !== undefined) return followed ? undefined : assigned(text, name, at);
  if (written === undefined) return undefined;
  const [, host, port] = /^(.*):(\d+|%[sdv])?$/.exec(written) ?? [];
  // Text without a colon is no address: `t.Run("a name")`.
  if (host === undefined || (port === undefined && more === undefined)) return undefined;
  return addressOf(host, port?.startsWith("%") === true ? undefined : port, at);
}

/** The one value that a name is given in the file; of several it is not known which one counts. */
function assigned(text: string, name: string, before: number): GoAddress | undefined {
  const values = [...text.matchAll(new RegExp(`\\b${name}\\s*(?::=|=(?!=))\\s*`, "g"))];
  const [only] = values;
  if (values.length !== 1 || only === undefined || only.index > before) return undefined;
  return addressAt(text, only.index + only[0].length, true);
}

function addressOf(host: string, port: string | undefined, at: number): GoAddress | undefined {
  if (/[%\s/]/.test(host)) return undefined;
  return { host: host === "" ? "0.0.0.0" : host, port, at };
}
