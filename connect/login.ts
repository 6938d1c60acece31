import type { ConnectionUrl } from "../domain";
import { hostAndPort } from "../domain/bare-host";
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
import { type Held, holdLogin } from "./login-turn";
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

/** Of several logins at one server: what this one reports to the others, or when it may begin. */
export interface Turn {
  /** Called once its login is answered, before anything else is asked. */
  readonly onAnswer?: (login: Answer) => void;
  /** @default at once */
  readonly mayLogIn?: Promise<boolean>;
}

/** How one way is asked. */
export interface AskedLogin {
  readonly schemas: readonly string[];
  readonly asking: Asking;
  readonly turn: Turn;
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
export async function askLogin(url: ConnectionUrl, target: Target, asked: AskedLogin): Promise<LoginReport> {
  const { asking } = asked;
  const tls = await wantedTls(url.host, url.parameters).catch(() => undefined);
  if (tls === undefined) {
    return {
      login: notDecided("the URL's sslrootcert is a file that is not on this machine", { final: true }),
    };
  }
  // A URL that verifies sends no login to a server that it does not trust, and neither does this.
  const options = { ...tls.options, ...(asking.ca === undefined ? {} : { ca: asking.ca }) };
  // One that waits for its turn has that time, and its own.
  const loginTimeout = asked.turn.mayLogIn === undefined ? asking.timeout : 2 * asking.timeout;
  const attempt = (encrypted: boolean) => {
    const more = { ...asking, loginTimeout, name: NAME };
    return logIn(() => databaseClient(url, target, encrypted ? options : undefined, more), url, asked);
  };
  const first = await attempt(tls.mode !== "off");
  // A server that declines to encrypt has seen no login yet: the second attempt is the first login.
  const { report } = tls.mode === "if-offered" && declinesTls(first.error) ? await attempt(false) : first;
  asking.signal.throwIfAborted();
  asked.turn.onAnswer?.(report.login);
  return report;
}

/** One attempt: what it showed, and the error that ended it. */
async function logIn(
  open: () => DatabaseClient,
  url: ConnectionUrl,
  { schemas, asking, turn }: AskedLogin,
): Promise<{ readonly report: LoginReport; readonly error?: Error | undefined }> {
  const where = hostAndPort(url.host, url.port ?? 5432);
  const { client, seen, close } = open();
  const held = turn.mayLogIn === undefined ? undefined : holdLogin(client, turn.mayLogIn, asking.timeout);
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
    const milliseconds = Math.round(performance.now() - (held?.began ?? started));
    turn.onAnswer?.(pass(`${where} let the role in`));
    const server = await askServer(client, schemas);
    const login = pass(`${where} let ${server.role} in`, { milliseconds });
    return { report: { ...shown(), login, server, ...(await behaviourOf(client, open())) } };
  } catch (error) {
    seen.error = error as NodeJS.ErrnoException;
    const login =
      notAsked(stopped, held, url.host) ?? loginAnswer(where, seen) ?? notDecided(`${where} gave no answer`);
    return { report: { ...shown(), login }, error: seen.error };
  } finally {
    await close();
  }
}

function notAsked(stopped: boolean, held: Held | undefined, host: string): Answer | undefined {
  if (stopped) return notDecided("not asked: no password was given", { final: true });
  if (held?.kept !== true) return undefined;
  const reason = `not asked: ${host} has just refused this user, and counts what it refuses`;
  return notDecided(reason, { final: true });
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
