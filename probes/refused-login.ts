import { providerOf } from "../databases";
import type { ConnectionUrl } from "../domain";
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
  const takes = others.filter((other) => other.answer === undefined).map(({ url }) => whereOf(url));
  const open = others.filter((other) => other.answer !== undefined && !mayFollow(other));
  const { mode, correctiveAction } = answer;
  const more = {
    ...(mode !== undefined && { mode }),
    ...(correctiveAction !== undefined && { correctiveAction }),
  };
  if (takes.length > 0) {
    const late = `${whereOf(refused.url)} may be a copy that has not followed yet`;
    return notDecided(`${answer.reason}; ${takes.join(", ")} takes the same login: ${late}`, more);
  }
  const reasons = [answer, ...others.flatMap((other) => other.answer ?? [])].map(({ reason }) => reason);
  if (open.length === 0) return { ...answer, reason: reasons.join("; ") };
  return notDecided(`${reasons.join("; ")}; whether another host takes the login is not known`, more);
}
