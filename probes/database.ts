import { providerOf } from "../databases";
import { type ConnectionUrl, type Dialect, parseConnectionUrl } from "../domain";
import { type Answer, fail, notDecided } from "./answer";
import { askHosts } from "./ask-hosts";
import { type Clock, SYSTEM_CLOCK } from "./clock";
import { closedExtensionsWords } from "./closed-extensions";
import { closedViewsWords } from "./closed-views";
import { judgeAccess } from "./database-access";
import { type Addresses, findAddress } from "./database-address";
import { converse, type Seen } from "./database-conversation";
import { hostsOf, whereOf } from "./database-hosts";
import { declinesTls, loginAnswer } from "./database-login";
import { wantedTls } from "./database-tls";
import { exhaustedWords } from "./exhausted-sequences";
import { type ExpectedAccess, isDeclared } from "./expected-access";
import { withNeeds } from "./judge-needs";
import { atStandby } from "./read-only-session";
import type { Tried } from "./refused-login";
import type { Relation } from "./relations";
import {
  endedByTimeout,
  endsTooEarly,
  failsAtPolicies,
  type SessionSettings,
  settingsWords,
} from "./session-settings";

export interface DatabaseQuestion {
  /** The very URL that the service got; a secret. */
  readonly url: string;
  readonly addresses: Addresses;
  /** What the role is to be able to do. @default whatever it can, if that is anything */
  readonly access?: ExpectedAccess | undefined;
  /** The variable that holds the URL, for messages. @default DATABASE_URL */
  readonly variable?: string | undefined;
  /** As the service's driver reads a URL. @default as libpq does */
  readonly dialect?: Dialect | undefined;
  /** Milliseconds for the connection, and again for each query. @default 10000 */
  readonly timeout?: number;
  /** @default the system's */
  readonly clock?: Clock;
}

/** PostgreSQL's `invalid_password` (errcodes-appendix). */
const WRONG_PASSWORD = "28P01";

const FIX_URL =
  "Declare the connection by `portcullis:database` instead of typing its URL, or correct the URL's encoding.";

/**
 * Whether a service that holds this URL gets an answer from its database: address, TLS, login and a query, on the
 * wire. A pooler blocks an address for two minutes after ten refused logins (docs/facts/supabase.md#s13), the service's own
 * included: a refused login is a final answer, after a second attempt at a pooler that may not know a new password yet.
 */
export async function askDatabase(question: DatabaseQuestion, signal: AbortSignal): Promise<Answer> {
  const started = SYSTEM_CLOCK.now();
  const parsed = parseConnectionUrl(question.url.trim(), question.dialect);
  const [problem] = parsed?.problems ?? [];
  const hosts = parsed === undefined ? [] : hostsOf(parsed.url, question.dialect);
  if (problem !== undefined || hosts.every(({ host }) => host === "")) {
    const why = problem
      ? `${problem.part}: expected ${problem.expected}, got ${problem.got}`
      : "it names no host";
    const mode = { mode: "database/url-malformed", correctiveAction: FIX_URL, final: true } as const;
    return fail(`${question.variable ?? "DATABASE_URL"} cannot be read: ${why}`, mode);
  }
  const { dialect, access = {} } = question;
  const answer = await askHosts(hosts, {
    dialect,
    ask: (url) => askHost(url, question, signal),
    judge: (url, seen) => judge(url, seen, access),
  });
  signal.throwIfAborted();
  return { ...answer, milliseconds: Math.round(SYSTEM_CLOCK.now() - started) };
}

/** One host, up to what it says of the login. */
async function askHost(url: ConnectionUrl, question: DatabaseQuestion, signal: AbortSignal): Promise<Tried> {
  // A client that is made after the question was cancelled is not ended by it.
  signal.throwIfAborted();
  const seen = await askServer(url, question, signal);
  if ("outcome" in seen) return { url, answer: seen };
  const answer = notConnected(url, seen);
  return { url, seen, ...(answer !== undefined && { answer }) };
}

async function askServer(
  url: ConnectionUrl,
  question: DatabaseQuestion,
  signal: AbortSignal,
): Promise<Seen | Answer> {
  const { addresses, timeout = 10_000, access = {} } = question;
  const target = await findAddress(url.host, url.port ?? 5432, addresses);
  if ("outcome" in target) return target;
  const tls = await wantedTls(url.host, url.parameters).catch(() => undefined);
  if (tls === undefined) {
    return notDecided("the URL's sslrootcert is a file that is not on this machine", { final: true });
  }
  const options = { timeout, signal, schemas: access.schemas ?? ["public"] };
  let encrypted = tls.mode === "off" ? undefined : tls.options;
  let seen = await converse(url, target, encrypted, options);
  // A server that declines to encrypt has seen no login yet: the second attempt is the first login.
  if (tls.mode === "if-offered" && declinesTls(seen.error)) {
    encrypted = undefined;
    seen = await converse(url, target, encrypted, options);
  }
  const { learnsPasswordWithin } = providerOf(url.host).refusedLogins?.(url.host) ?? {};
  if (seen.refusal?.code === WRONG_PASSWORD && learnsPasswordWithin !== undefined) {
    await (question.clock ?? SYSTEM_CLOCK).wait(learnsPasswordWithin * 1000, signal);
    seen = await converse(url, target, encrypted, options);
  }
  return seen;
}

/** What is said of an attempt that came to no answer; undefined where it did. */
function notConnected(url: ConnectionUrl, seen: Seen): Answer | undefined {
  const where = whereOf(url);
  return (
    endedByTimeout(where, providerOf(url.host).roleOf(url), seen.error) ??
    loginAnswer(where, seen) ??
    (seen.settings === undefined ? notDecided(`${where} answered the query with nothing`) : undefined)
  );
}

function judge(url: ConnectionUrl, seen: Seen, access: ExpectedAccess): Answer {
  const where = whereOf(url);
  if (seen.settings === undefined) return notDecided(`${where} answered the query with nothing`);
  const { role, login } = seen.settings;
  const how = `${seen.encrypted ? "TLS" : "no TLS"}, ${seen.mechanisms?.join(" or ") ?? "no SASL"}`;
  const answered = `${where} answered a query as ${role} (${how})`;
  const { relations = [], needed, triggers } = seen;
  const granted = judgeAccess(role, relations, access, seen.readOnly);
  const needs = withNeeds(role, granted, { relations, needed, triggers }, access);
  const decided = withSettings(role, needs, seen.settings, { relations, access });
  const allowed = seen.readOnly?.standby === true ? atStandby(decided) : decided;
  const reason = [
    ...[answered, allowed.reason, closedViewsWords(role, seen.closedViews ?? [])],
    closedExtensionsWords(role, seen.closedExtensions ?? []),
    settingsWords(seen.settings, relations),
    exhaustedWords(seen.exhausted ?? []),
  ];
  return { ...allowed, login, reason: reason.filter(Boolean).join("; ") };
}

/** What the session's settings decide where the grants are in order. */
function withSettings(
  role: string,
  granted: Answer,
  settings: SessionSettings,
  { relations, access }: { readonly relations: readonly Relation[]; readonly access: ExpectedAccess },
): Answer {
  if (granted.outcome !== "pass") return granted;
  const early = endsTooEarly(role, settings);
  if (early !== undefined) return early;
  const barred = failsAtPolicies(settings, relations);
  if (barred === undefined) return granted;
  // Of another's role it is not known that it has a use for these tables.
  return isDeclared(access.privileges)
    ? barred
    : { ...granted, reason: `${granted.reason}; ${barred.reason}` };
}
