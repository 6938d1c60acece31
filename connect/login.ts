import type { ConnectionUrl } from "../domain";
import {
  type Answer,
  type DatabaseClient,
  databaseClient,
  declinesTls,
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

/** What a server says when it wants a password, as pg's connection calls it. */
const PASSWORD_REQUESTS = [
  "authenticationSASL",
  "authenticationMD5Password",
  "authenticationCleartextPassword",
];

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
  // A URL that verifies sends no login to a server that it does not trust, and neither does this.
  const options = { ...tls.options, ...(asking.ca === undefined ? {} : { ca: asking.ca }) };
  const attempt = (encrypted: boolean) =>
    logIn(
      () => databaseClient(url, target, encrypted ? options : undefined, { ...asking, name: NAME }),
      url,
      schemas,
    );
  const first = await attempt(tls.mode !== "off");
  // A server that declines to encrypt has seen no login yet: the second attempt is the first login.
  const { report } = tls.mode === "if-offered" && declinesTls(first.error) ? await attempt(false) : first;
  asking.signal.throwIfAborted();
  return report;
}

/** One attempt: what it showed, and the error that ended it. */
async function logIn(
  open: () => DatabaseClient,
  url: ConnectionUrl,
  schemas: readonly string[],
): Promise<{ readonly report: LoginReport; readonly error?: Error | undefined }> {
  const where = `${url.host}:${url.port ?? 5432}`;
  const { client, seen, close } = open();
  let tls: TlsReport | undefined;
  client.connection.on("sslconnect", () => {
    const { stream } = client.connection;
    stream.once("secureConnect", () => {
      tls = readTls(stream);
    });
  });
  let stopped = false;
  for (const asked of url.password === undefined ? PASSWORD_REQUESTS : []) {
    client.connection.prependListener(asked, () => {
      stopped = true;
      client.connection.stream.destroy();
    });
  }
  const shown = () => ({
    ...(tls === undefined ? {} : { tls }),
    ...(seen.mechanisms === undefined ? {} : { mechanisms: seen.mechanisms }),
  });
  try {
    const started = performance.now();
    await client.connect();
    const milliseconds = Math.round(performance.now() - started);
    const server = await askServer(client, schemas);
    const login = pass(`${where} let ${server.role} in`, { milliseconds });
    return { report: { ...shown(), login, server, ...(await behaviourOf(client, open())) } };
  } catch (error) {
    seen.error = error as NodeJS.ErrnoException;
    const login = stopped
      ? notDecided("not asked: no password was given", { final: true })
      : (loginAnswer(where, seen) ?? notDecided(`${where} gave no answer`));
    return { report: { ...shown(), login }, error: seen.error };
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
