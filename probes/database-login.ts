import { databaseRefusal } from "../domain/database-refusal";
import { type Answer, fail, notDecided } from "./answer";
import type { LoginSeen } from "./database-client";
import { quoted } from "./quoted";

/** Whether the server has no TLS to offer: it has seen no login then. */
export const declinesTls = (error: Error | undefined): boolean =>
  error !== undefined && /does not support SSL/.test(error.message);

/** What a login that did not succeed says about the connection; undefined where it did. `where` is `host:port`. */
export function loginAnswer(where: string, seen: LoginSeen): Answer | undefined {
  if (seen.saslError !== undefined) return saslRefusal(where, seen.saslError);
  if (seen.refusal !== undefined) return refusal(where, seen.refusal);
  return seen.error === undefined ? undefined : networkAnswer(where, seen.error);
}

/**
 * What a server says of itself and not of the login: it stops, starts, lacks something, cancels, or has an
 * error of its own (errcodes-appendix, classes 08, 40, 53, 55, 57, 58 and XX; 57P04 is of a database that is dropped).
 */
const isItsOwn = (code: string): boolean => /^(?:08|40|53|55|57(?!P04)|58|XX)/.test(code);

/** Supavisor before 2.6.0 says a wrong password here, where asyncpg looks for a signature and finds none. */
function saslRefusal(where: string, said: string): Answer {
  const row = databaseRefusal(`e=${said}`);
  const reason = `${where} refused the login inside SASL (\`e=${said}\`)`;
  if (row === undefined) return notDecided(reason, { final: true });
  const fix = { mode: row.mode, correctiveAction: row.correctiveAction, final: true };
  return fail(
    `${reason}: ${row.cause}. asyncpg reports this as 'NoneType' object has no attribute 'group'`,
    fix,
  );
}

function refusal(where: string, { message, code }: { message: string; code: string }): Answer {
  const reason = `${where} refused (${code}: ${message})`;
  const closed = closedToRole(message);
  if (closed !== undefined) return fail(reason, { ...closed, final: true });
  const row = databaseRefusal(message, code);
  if (row === undefined && isItsOwn(code)) return notDecided(reason, { mode: "database/refused" });
  if (row === undefined) return fail(reason, { mode: "unknown", final: true });
  const more = { mode: row.mode, correctiveAction: row.correctiveAction, final: !row.transient };
  const words = `${reason}: ${row.cause}`;
  // What is said of this machine's address need not hold for the service's.
  return row.transient || row.aboutAddress === true ? notDecided(words, more) : fail(words, more);
}

/** What holds for the role from any address, and what lets it in; PostgreSQL says a database's name in quotes at a login alone. */
function closedToRole(message: string): Pick<Answer, "mode" | "correctiveAction"> | undefined {
  const type = "Type as an administrator: ";
  if (/is not permitted to log in/.test(message))
    return { mode: "database/auth-blocked", correctiveAction: `${type}ALTER ROLE … LOGIN;` };
  const database = /^permission denied for database "(.+)"$/.exec(message)?.[1];
  if (database === undefined) return undefined;
  const grant = `GRANT CONNECT ON DATABASE ${quoted(database)} TO …;`;
  return { mode: "database/permission-denied", correctiveAction: `${type}${grant}` };
}

const UNTRUSTED = /certificate|self.signed|CERT|UNABLE_TO_VERIFY/;

function networkAnswer(where: string, error: NodeJS.ErrnoException): Answer {
  const { code = "", message } = error;
  if (declinesTls(error)) {
    const correctiveAction =
      "Correct host and port, or write `sslmode: disable` where encryption is not wanted.";
    return fail(`${where} offers no TLS, and the URL asks for it`, {
      mode: "database/tls-required",
      correctiveAction,
      final: true,
    });
  }
  if (UNTRUSTED.test(`${code} ${message}`)) {
    const correctiveAction =
      "Give the URL the server's root certificate (`sslrootcert`), or ask for `sslmode=require`.";
    return fail(`${where} shows a certificate that is not trusted (${code || message})`, {
      mode: "database/tls-untrusted",
      correctiveAction,
      final: true,
    });
  }
  if (code === "ENETUNREACH" || code === "EHOSTUNREACH") {
    return notDecided(`${where} cannot be reached from here (${code})`, {
      mode: "database/ipv6-unreachable",
    });
  }
  const words = /timeout/i.test(message) ? "gave no answer in time" : `gave no answer (${code || message})`;
  return notDecided(`${where} ${words}`, { mode: "database/refused" });
}
