import { type ConnectionUrl, type Dialect, LIBPQ, SQLALCHEMY, targetsOf } from "../domain";
import { hostAndPort } from "../domain/bare-host";
import type { Answer } from "./answer";
import { fail, notDecided } from "./answer";
import type { Seen } from "./database-conversation";
import { resetOfReadOnly, whyReadOnly } from "./read-only-session";

/** The URL once for each host that its driver tries, in that order. */
export function hostsOf(url: ConnectionUrl, dialect: Dialect = LIBPQ): readonly ConnectionUrl[] {
  const { furtherHosts: _, ...one } = url;
  return targetsOf(url, dialect).map((target) => ({ ...one, ...target }));
}

/** `host:port`, for messages. */
export const whereOf = ({ host, port }: ConnectionUrl): string => hostAndPort(host, port ?? 5432);

/** Whether a driver begins with any of the hosts, so that each must do (libpq-connect: load_balance_hosts, from 16). */
export const beginsAnywhere = ({ parameters }: ConnectionUrl, dialect: Dialect = LIBPQ): boolean =>
  dialect === LIBPQ && parameters.load_balance_hosts === "random";

/** What a URL asks of the server that it takes (libpq-connect: target_session_attrs). */
const ATTRIBUTES: Readonly<Record<string, (seen: Seen) => boolean>> = {
  "read-write": ({ readOnly }) => readOnly === undefined,
  "read-only": ({ readOnly }) => readOnly !== undefined,
  primary: ({ readOnly }) => readOnly?.standby !== true,
  standby: ({ readOnly }) => readOnly?.standby === true,
  // Where none of the hosts is one, any server is taken.
  "prefer-standby": ({ readOnly }) => readOnly?.standby === true,
};

const PREFERRED = "prefer-standby";

/** Whether a driver is content with the server, or looks whether a later host is better. */
export function isTaken(url: ConnectionUrl, seen: Seen, dialect: Dialect = LIBPQ): boolean {
  return ATTRIBUTES[attributeOf(url, dialect)]?.(seen) ?? true;
}

/** What is said of a server that the driver does not take; undefined where it does after all. */
export function notTaken(
  where: string,
  url: ConnectionUrl,
  { readOnly }: Seen,
  dialect: Dialect = LIBPQ,
): Answer | undefined {
  const wanted = attributeOf(url, dialect);
  if (wanted === PREFERRED) return undefined;
  const is = readOnly === undefined ? "the server takes writes" : whyReadOnly(readOnly);
  const why = `the URL asks for \`target_session_attrs=${wanted}\`, so that its driver does not take ${where}: ${is}`;
  // Which of two servers follows the other may change at any time; a setting stays.
  if (wanted === "read-write" && readOnly?.standby === false)
    return fail(why, { correctiveAction: resetOfReadOnly(readOnly) });
  const which =
    wanted === "standby" || wanted === "read-only" ? "one that only reads" : "one that takes writes";
  return notDecided(why, {
    correctiveAction: `Let the URL lead to ${which}, or take \`target_session_attrs\` out of it.`,
  });
}

/** What drivers of one host alone do not read. SQLAlchemy gives its driver what is behind the `?`. */
function attributeOf({ parameters }: ConnectionUrl, dialect: Dialect): string {
  return dialect.manyHosts || dialect === SQLALCHEMY ? (parameters.target_session_attrs ?? "any") : "any";
}
