import type { FailureMode } from "../../domain/failure-mode";
import type { LogLine } from "../diagnosis";
import type { LogReading, SignatureMatch } from "../log/log-reading";
import type { CompetingCause, Signature, Stage } from "../signature";
import { withQuotes } from "./telling";

/** One failure that a log shows, by one line or by several together. */
export interface Hypothesis {
  readonly mode: FailureMode;
  readonly stage: Stage;
  readonly certainty: "certain" | "possible" | "open";
  /** What would explain more, of one that is open. */
  readonly asksFor?: readonly string[];
  readonly meaning: string;
  readonly cause: string;
  readonly correctiveAction: string;
  readonly rule: string | undefined;
  readonly competing: readonly CompetingCause[];
  /** The lines that show it, in their order. */
  readonly evidence: readonly LogLine[];
  /** The line before it, which may say what ended so. */
  readonly before?: LogLine;
  /** The numbers of the first and the last line that show it. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** Whether it alone says that the deploy will not become live. */
  readonly decisive: boolean;
  /** Whether it is a failure of a service that is live. */
  readonly harmsLive: boolean;
  /** Whether it is a warning: what fails besides it comes before it. */
  readonly warns?: true;
  /** Whether its logger calls its lines information, or a warning at most. */
  readonly mild?: true;
  /** Whether its lines say that the program goes on without it. */
  readonly without?: true;
  /** Whether its sentence misses what the log's other lines may name. @default it does not */
  readonly vague?: true;
}

/** What a program lacks while it is built is the build's failure. */
const OF_THE_BUILD: readonly string[] = ["file/missing", "value/invalid"];

/**
 * A host of a domain, and not of a container's network: that its name does not resolve may be a project that is paused
 * or deleted, a host with IPv6 only, or a password whose `@` cuts the URL.
 */
const WITH_DOMAIN =
  /(?:lookup |ENOTFOUND |EAI_AGAIN |host name "|resolve host '|UnknownHostException: |server host '|getaddrinfo for )[\w@-]+(?:\.[\w-]+)*\.[a-z]{2,}\b|\([\w-]+(?:\.[\w-]+)*\.[a-z]{2,}:\d/i;

/** A place in a package's own source, or the sentence of a tool that could not compile one. */
const PACKAGE_SOURCE =
  /\bcould not compile dependency\b|(?:^|[\s("'])(?:\S*\/)?(?:deps|vendor|node_modules|site-packages|pkg\/mod|registry\/src)\/\S+:\d+:\d+/i;

const AT_DATABASE: readonly FailureMode[] = ["database/dns", "database/refused"];

/** Whether a connection's line names a cache or a broker, by its client or by its host, and no database. */
export const isOfBroker = (text: string): boolean =>
  /redis|valkey|rabbit|amqp|kafka|memcache|sidekiq|celery|kombu|\bbullm?q?\b|nats:|\b(?:6379|5672|9092|11211|4222)\b/i.test(
    text,
  ) && !/postgres|mysql|maria|mongo|database|\bsql\b|\bdb\b/i.test(text);

/** An import within a package, of which the line says so. */
const OF_PACKAGE = /\b(?:at|from|in) (?:file:\/\/)?\/?\S*(?:node_modules|site-packages)\/\S+:\d+/;

/** What a row of the table says by itself. */
export function hypothesisOf(match: SignatureMatch): Hypothesis {
  const { signature, first, last, count, values, details, inBuild } = match;
  const said = inBuild === true && OF_THE_BUILD.includes(signature.id) ? "build/failed" : signature.mode;
  const mode = AT_DATABASE.includes(said) && isOfBroker(first.text) ? "broker/refused" : said;
  const specific = isSpecific(signature, values);
  const { meaning, cause, correctiveAction, rule, competing = [] } = signature;
  // That a build's tool was killed is why the build failed.
  const killed = inBuild === true && mode === "process/killed";
  const stage = killed ? "root" : signature.stage;
  // Where the lines do not name what the row is about, they do not decide it.
  const unsure =
    (signature.decidesUnnamed !== true && isNameless(signature, values)) ||
    (mode === "database/dns" && WITH_DOMAIN.test(first.text)) ||
    // A package that asks another one for what it does not have may be too new, or the other one too old.
    (mode.startsWith("import/") && OF_PACKAGE.test(first.text)) ||
    // A package that does not compile may be too old or too new for the language's version.
    (mode === "build/failed" && PACKAGE_SOURCE.test(first.text));
  const certainty =
    (signature.certainty === "certain" && unsure) || killed ? "possible" : signature.certainty;
  const { decisive, harmsLive = decisive } = signature;
  return {
    mode,
    stage,
    certainty,
    meaning,
    // A sentence that misses a name is given with the line itself.
    ...(!specific && { vague: true as const }),
    cause: specific
      ? `${filled(cause, values)}${values.importer === undefined ? "" : ` (imported by ${values.importer.join(", ")})`}`
      : withQuotes(filled(cause, values), [first, ...details]),
    correctiveAction: filled(correctiveAction, values),
    ...(signature.warns && { warns: true as const }),
    ...(match.mild && { mild: true as const }),
    ...(match.without && { without: true as const }),
    ...(signature.asksFor !== undefined && { asksFor: signature.asksFor }),
    rule,
    competing,
    evidence: [first, ...details, ...(last.text === first.text ? [] : [last])],
    ...(match.before !== undefined && { before: match.before }),
    first: first.line,
    last: last.line,
    count,
    decisive,
    harmsLive,
  };
}

const namesOf = (cause: string): readonly string[] =>
  [...cause.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

function isNameless({ cause }: Signature, values: SignatureMatch["values"]): boolean {
  const names = namesOf(cause);
  return names.length > 0 && names.every((name) => values[name] === undefined);
}

/** Whether a row's sentence says by itself what is wrong: no name is missing, and a build's failure has one. */
function isSpecific({ cause, mode, certainty }: Signature, values: SignatureMatch["values"]): boolean {
  const names = namesOf(cause);
  if (names.length === 0 && mode === "build/failed" && certainty !== "open") return false;
  // What may have other causes in a build is said with the lines around it.
  if (mode === "build/failed" && certainty === "possible") return false;
  return names.every((name) => values[name] !== undefined);
}

/** A sentence with what the lines named: `{name}` is all that the group of that name took. */
function filled(sentence: string, values: SignatureMatch["values"]): string {
  // Where the lines did not name it, a colon has nothing to go before.
  const named = sentence.replaceAll(/: \{(\w+)\}(?=$|[.;,])/g, (whole, name: string) =>
    values[name] === undefined ? "" : whole,
  );
  return named.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name]?.join(", ") ?? "it");
}

export function matchesOf({ matches }: LogReading, mode: FailureMode): readonly SignatureMatch[] {
  return matches.filter(({ signature }) => signature.mode === mode);
}
