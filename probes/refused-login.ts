import { providerOf } from "../databases";
import type { ConnectionUrl } from "../domain";
import type { FailureMode } from "../domain/failure-mode";
import { type Answer, notDecided } from "./answer";
import type { Seen } from "./database-conversation";
import { whereOf } from "./database-hosts";

/** What one host of a URL came to. */
export interface Tried {
  readonly url: ConnectionUrl;
  /** What was seen there; undefined where it was not reached. */
  readonly seen?: Seen;
  /** Why it came to no answer; undefined where it let the login in. */
  readonly answer?: Answer;
}

/**
 * What a server says of a login whose role, password, database or grant it has not: 28P01, 28000, 3D000 and 42501
 * (errcodes-appendix). A copy of another server says so too, until it has followed.
 */
const MAY_FOLLOW = /^(?:28P01|28000|3D000|42501)$/;

/** A server that starts is passed over by libpq, unlike one that refuses a login (fe-connect.c: CANNOT_CONNECT_NOW). */
const STARTS = "57P03";

/** Whether the driver asks no further host. */
export const endsSearch = ({ answer, seen }: Tried): boolean =>
  answer !== undefined && seen?.refusal !== undefined && seen.refusal.code !== STARTS;

/** Whether another server may take a login that this one has refused. */
export const mayFollow = ({ answer, seen }: Tried): boolean =>
  answer?.outcome === "fail" && MAY_FOLLOW.test(seen?.refusal?.code ?? "");

/** Whether a host may be asked with a login that another has refused: a pooler counts those. */
export const mayBeAsked = ({ host }: ConnectionUrl): boolean =>
  providerOf(host).refusedLogins?.(host) === undefined;

/** What a refused login comes to, by what the other hosts of the URL say of it: it fails where each of them refuses it. */
export function refusedAt(refused: Tried, others: readonly Tried[]): Answer {
  const { answer = notDecided(`${whereOf(refused.url)} gave no answer`) } = refused;
  const [takes] = others.filter((other) => other.answer === undefined);
  if (takes !== undefined) return asFollowing(answer, whereOf(takes.url));
  const reasons = [answer, ...others.flatMap((other) => other.answer ?? [])].map(({ reason }) => reason);
  const reason = reasons.join("; ");
  if (others.every(mayFollow)) return { ...answer, reason };
  const { final: _, ...open } = answer;
  return {
    ...open,
    outcome: "not-decided",
    reason: `${reason}; whether that one takes the login is not known`,
  };
}

/** Modes of a login that is refused for its role, password, database or grant. */
const REFUSED: ReadonlySet<FailureMode | undefined> = new Set<FailureMode>([
  "database/credentials",
  "database/auth-blocked",
  "database/permission-denied",
  "configuration/invalid",
]);

/** Whether the login itself is what failed, for what another server of the same database may have already. */
export const isRefusedLogin = ({ outcome, mode, login }: Answer): boolean =>
  outcome === "fail" && login === undefined && REFUSED.has(mode);

/** A refused login that is taken elsewhere. `taker` says where: the refusal is no verdict on role and password. */
export function asFollowing({ final: _, ...answer }: Answer, taker: string): Answer {
  const late = "this server may not have followed yet, and then has the role or its password only later";
  const reason = `${answer.reason}; ${taker} takes the same login: ${late}`;
  return { ...answer, outcome: "not-decided", untilDeadline: true, reason };
}
