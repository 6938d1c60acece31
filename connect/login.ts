import type { ConnectionUrl } from "../domain";
import {
  type Answer,
  type DatabaseClient,
  databaseClient,
  loginAnswer,
  notDecided,
  pass,
  type Target,
  wantedTls,
} from "../probes";
import { askBehaviour, type Behaviour } from "./behaviour";
import type { Asking } from "./question";
import { askServer, type ServerReport } from "./server";
import { readTls, type TlsReport } from "./tls";

/** What one login showed. */
export interface LoginReport {
  readonly tls?: TlsReport;
  readonly mechanisms?: readonly string[];
  readonly login: Answer;
  readonly behaviour?: Behaviour;
  readonly server?: ServerReport;
}

const NAME = "portcullis-connect";

/**
 * Logs in once; where that succeeds, a second time for what one connection cannot show. A URL without a password is
 * asked up to the login and no further. Never throws but where it is cancelled.
 */
export async function askLogin(
  url: ConnectionUrl,
  target: Target,
  schemas: readonly string[],
  asking: Asking,
): Promise<LoginReport> {
  const tls = await wantedTls(url.host, url.parameters).catch(() => undefined);
  if (tls === undefined) {
    return {
      login: notDecided("the URL's sslrootcert is a file that is not on this machine", { final: true }),
    };
  }
  // Whether the certificate is trusted is reported beside the login, and not by a login that ends.
  const options = {
    ...tls.options,
    rejectUnauthorized: false,
    ...(asking.ca === undefined ? {} : { ca: asking.ca }),
  };
  const open = (encrypted: boolean): DatabaseClient =>
    databaseClient(url, target, encrypted ? options : undefined, { ...asking, name: NAME });
  let report = await logIn(open(tls.mode !== "off"), () => open(tls.mode !== "off"), url, schemas);
  const declined = /does not support SSL/.test(report.login.reason) || report.declinesTls;
  if (tls.mode === "if-offered" && declined)
    report = await logIn(open(false), () => open(false), url, schemas);
  asking.signal.throwIfAborted();
  const verified = tls.options.rejectUnauthorized === true;
  const { declinesTls: _, ...shown } = report;
  return verified ? { ...shown, login: untrusted(shown) ?? shown.login } : shown;
}

async function logIn(
  { client, seen, close }: DatabaseClient,
  another: () => DatabaseClient,
  url: ConnectionUrl,
  schemas: readonly string[],
): Promise<LoginReport & { readonly declinesTls: boolean }> {
  const where = `${url.host}:${url.port ?? 5432}`;
  let tls: TlsReport | undefined;
  client.connection.on("sslconnect", () => {
    const { stream } = client.connection;
    stream.once("secureConnect", () => {
      tls = readTls(stream);
    });
  });
  let stopped = false;
  if (url.password === undefined) {
    for (const asked of [
      "authenticationSASL",
      "authenticationMD5Password",
      "authenticationCleartextPassword",
    ]) {
      client.connection.prependListener(asked, () => {
        stopped = true;
        client.connection.stream.destroy();
      });
    }
  }
  const shown = () => ({
    ...(tls === undefined ? {} : { tls }),
    ...(seen.mechanisms === undefined ? {} : { mechanisms: seen.mechanisms }),
    declinesTls: seen.error !== undefined && /does not support SSL/.test(seen.error.message),
  });
  try {
    const started = performance.now();
    await client.connect();
    const milliseconds = Math.round(performance.now() - started);
    const server = await askServer(client, schemas);
    const login = pass(`${where} let ${server.role} in`, { milliseconds });
    return { ...shown(), login, server, ...(await behaviourOf(client, another())) };
  } catch (error) {
    seen.error = error as NodeJS.ErrnoException;
    if (stopped)
      return { ...shown(), login: notDecided("not asked: no password was given", { final: true }) };
    return { ...shown(), login: loginAnswer(where, seen) ?? notDecided(`${where} gave no answer`) };
  } finally {
    await close();
  }
}

/** A second login that is refused, for a pool that is full, leaves the behaviour unknown and the first login's answer. */
async function behaviourOf(
  first: DatabaseClient["client"],
  second: DatabaseClient,
): Promise<{ behaviour?: Behaviour }> {
  try {
    await second.client.connect();
    return { behaviour: await askBehaviour(first, second.client) };
  } catch {
    return {};
  } finally {
    await second.close();
  }
}

/** The driver of a URL that verifies would end where the certificate is not trusted. */
function untrusted({ tls }: LoginReport): Answer | undefined {
  if (tls === undefined || tls.trusted) return undefined;
  const error = Object.assign(new Error(tls.problem ?? "untrusted certificate"), {
    code: tls.problem ?? "CERT",
  });
  return loginAnswer("the server", { encrypted: true, error });
}
