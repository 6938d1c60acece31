import { type FromVariable, isLoopback } from "../../../domain";
import { type FlagAddress, flagAddress } from "./go-flags";

/** An address in Go code, with its index in the text. */
export interface GoAddress {
  readonly host: string;
  /** Undefined where code computes it. */
  readonly port: string | undefined;
  readonly at: number;
  /** Whether it is opened beside the program, as for a profiler. */
  readonly aside?: boolean;
  /** The variable that counts where it is set. */
  readonly from?: FromVariable;
  /** The flag that counts where the program is given it. */
  readonly flag?: string;
  /** The parts of it that flags of their own give. */
  readonly parts?: FlagAddress;
  /** Whether it cannot be followed. */
  readonly open?: true;
}

/** Calls that listen, up to their address: net/http, net, gin, echo, fiber, chi over http (pkg.go.dev). */
const LISTENS =
  /\b(?:http\.ListenAndServe(?:TLS)?\(\s*|net\.Listen\(\s*"tcp4?",\s*|\w+\.(?:Run|Start|Listen|StartTLS|ListenTLS)\(\s*|http\.Server\s*\{[^{}]*?\bAddr\s*:\s*)/g;
const EXPRESSION =
  /(?:fmt\.Sprintf\(\s*)?"([^"\n]{0,200})"(\s*\+)?|net\.JoinHostPort\(\s*"([^"\n]{0,200})"\s*,\s*(?:"(\d+)")?|\*?([A-Za-z_]\w{0,100})/y;

/**
 * What the calls of a file bind, as far as it is written out: `"127.0.0.1:8080"`, `"127.0.0.1:" + port`,
 * `fmt.Sprintf("localhost:%s", port)`, `net.JoinHostPort("127.0.0.1", port)`, or a name to which one of these is given, also
 * where a variable of the environment may give another.
 */
export function goAddresses(text: string): readonly GoAddress[] {
  const calls = [...text.matchAll(LISTENS)].map((match) => ({
    isServer: IS_SERVER.test(text.slice(match.index, match.index + MAX_EXPRESSION)),
    at: match.index,
    address: addressAt(text, match.index + match[0].length),
    certain: !/\.(?:Run|Start|Listen|StartTLS|ListenTLS)\(/.test(match[0]) || /^net\./.test(match[0]),
    aside: ASIDE.test(text.slice(Math.max(0, match.index - 120), match.index)),
  }));
  // Beside one that the program waits for, one in a goroutine is for metrics or a profiler.
  const isMain = calls.some(
    ({ address, certain, aside, isServer }) =>
      !aside && (address === undefined ? certain || isServer : !isOwn(address)),
  );
  const others = calls.some(
    ({ address, certain, aside }) =>
      !(aside && isMain) &&
      ((address === undefined && certain) || (address !== undefined && !isOwn(address))),
  );
  const [only] = calls;
  if (only?.address === undefined && only?.certain === true && calls.length === 1)
    return [{ host: "", port: undefined, at: only.at, open: true }];
  // What is opened on loopback beside the service's own port is for a profiler or for metrics.
  return calls.flatMap(({ address, aside }) =>
    address === undefined || (aside ? isMain : isOwn(address) && others)
      ? []
      : [isOwn(address) && aside ? { ...address, aside } : address],
  );
}

/** `r.Run()` of gin, which takes PORT, and what is given an address that is not followed. */
const IS_SERVER =
  /^(?:(?:r|g|e|app|api|srv|server|engine|router)\.Run\(\s*\)|\w+\.(?:Run|Start|Listen)\([^()\n]*(?:addr|port|listen)\w*[^()\n]*\))/i;

/** The longest expression of an address that is looked at. */
const MAX_EXPRESSION = 300;

const textOf = (part: FlagAddress["host"]): string | undefined =>
  part === undefined ? undefined : "text" in part ? part.text : part.flag.otherwise;

const isOwn = ({ host }: GoAddress): boolean => isLoopback(host);

/** `go http.ListenAndServe(…)`, or as the first thing in a function that runs beside the program. */
const ASIDE = /\bgo\s+(?:func\s*\(\)\s*\{\s*(?:[\w.]+\(|\w+\s*:?=\s*|if\s+\w+\s*:=\s*|_\s*=\s*)?)?$/;

function addressAt(text: string, at: number, followed = false): GoAddress | undefined {
  const parts = flagAddress(text.slice(at, at + MAX_EXPRESSION), text);
  if (parts !== undefined) return { host: textOf(parts.host) ?? "", port: textOf(parts.port), at, parts };
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
  const values = [...text.matchAll(new RegExp(`\\b${name}\\s*(?:,\\s*\\w+\\s*)?(?::=|=(?!=))\\s*`, "g"))];
  const given = byFlag(text, name, before, values.length === 1 ? values[0] : undefined);
  if (given !== undefined && values.length < 2) return given;
  const [first, second, ...others] = values.map(({ index, 0: { length } }) => ({
    index,
    at: index + length,
  }));
  if (first === undefined || first.index > before || others.length > 0) return undefined;
  if (second === undefined) return orVariable(text, first.at) ?? addressAt(text, first.at, true);
  if (second.index > before) return undefined;
  return variableFirst(text, name, first.at, second) ?? variableLast(text, first.at, second);
}

/**
 * What a flag gives, of Go's own package or pflag: `addr := flag.String("addr", ":8080", "…")` or
 * `flag.StringVar(&addr, "addr", ":8080", "…")` (pkg.go.dev/flag, pkg.go.dev/github.com/spf13/pflag).
 */
function byFlag(
  text: string,
  name: string,
  before: number,
  assignment: RegExpExecArray | undefined,
): GoAddress | undefined {
  const into = new RegExp(
    `(?:\\b\\w+|\\))\\.StringVarP?\\(\\s*&${name}\\s*,\\s*"([\\w-]+)"\\s*,\\s*(?:"\\w?"\\s*,\\s*)?(?=")`,
    "g",
  );
  const own = /\b\w+\.StringP?\(\s*"([\w-]+)"\s*,\s*(?:"\w?"\s*,\s*)?(?=")/y;
  own.lastIndex = assignment === undefined ? 0 : assignment.index + assignment[0].length;
  const [first, ...others] = text.matchAll(into);
  const match = assignment === undefined ? (others.length === 0 ? first : undefined) : own.exec(text);
  // What a flag gives a variable of the package is there before a command's function runs, wherever it is set.
  if (match?.[1] === undefined || (assignment !== undefined && match.index > before)) return undefined;
  const address = addressAt(text, match.index + match[0].length, true);
  return address && { ...address, flag: match[1] };
}

interface Assignment {
  readonly index: number;
  /** Where its value begins. */
  readonly at: number;
}

/** `cmp.Or(os.Getenv("ADDR"), "localhost:8080")`, or a function of the program's own: `getEnv("ADDR", "localhost:8080")`. */
const OR_VARIABLE =
  /(?:cmp\.Or\(\s*os\.Getenv\(\s*"(\w{1,100})"\s*\)|(?:\w+\.)?(?:get_?env|env_?or)\w{0,40}\(\s*"(\w{1,100})")\s*,\s*(?=")/iy;

function orVariable(text: string, at: number): GoAddress | undefined {
  OR_VARIABLE.lastIndex = at;
  const [whole, either, own] = OR_VARIABLE.exec(text) ?? [];
  const variable = either ?? own;
  if (whole === undefined || variable === undefined) return undefined;
  return withVariable(addressAt(text, at + whole.length, true), variable);
}

const READS = /os\.(?:Getenv|LookupEnv)\(\s*"(\w{1,100})"\s*\)/y;

/** `addr := os.Getenv("ADDR")`, and then in a condition that it is empty: `addr = "localhost:8080"`. */
function variableFirst(text: string, name: string, at: number, second: Assignment): GoAddress | undefined {
  READS.lastIndex = at;
  const [whole, variable] = READS.exec(text) ?? [];
  if (whole === undefined || variable === undefined) return undefined;
  const between = text.slice(at + whole.length, second.index);
  const isEmpty = new RegExp(
    `^\\s*;?\\s*if\\s+(?:${name}\\s*==\\s*""|len\\(${name}\\)\\s*==\\s*0|!\\w+)\\s*\\{\\s*$`,
  );
  return isEmpty.test(between) ? withVariable(addressAt(text, second.at, true), variable) : undefined;
}

/** `addr := "localhost:8080"`, and then in a condition that a variable is set: `addr = v`. */
const IS_SET =
  /\n?\s*if\s+(\w+)(?:,\s*\w+)?\s*:=\s*os\.(?:Getenv|LookupEnv)\(\s*"(\w{1,100})"\s*\)\s*;\s*(?:\1\s*!=\s*""|\w+)\s*\{\s*$/;

function variableLast(text: string, at: number, second: Assignment): GoAddress | undefined {
  const [, value, variable] = IS_SET.exec(text.slice(at, second.index)) ?? [];
  if (value === undefined || variable === undefined) return undefined;
  const isValue = new RegExp(`^${value}\\b`).test(text.slice(second.at, second.at + 101));
  return isValue ? withVariable(addressAt(text, at, true), variable) : undefined;
}

function withVariable(address: GoAddress | undefined, variable: string): GoAddress | undefined {
  if (address === undefined) return undefined;
  const { host, port } = address;
  const portText = port === undefined ? "" : `:${port}`;
  return { ...address, from: { variable, otherwise: host, portText } };
}

function addressOf(host: string, port: string | undefined, at: number): GoAddress | undefined {
  if (/[%\s/]/.test(host)) return undefined;
  return { host: host === "" ? "0.0.0.0" : host, port, at };
}
