import { providerOf } from "../databases";
import type { ConnectionUrl } from "../domain";
import type { DatabaseWay, RefusedLogins } from "../domain/database-provider";
import type { Answer } from "../probes";
import { askLogin, type Turn } from "./login";
import { LoginTurns } from "./login-turn";
import type { Asking, DatabaseQuestion, WayReport } from "./question";
import { type Reached, reach, unreached } from "./reach";

/**
 * Asks every way to a database: the declared one, and those that its provider has beside it. All at once; at a pooler
 * that counts refused logins the others log in when the declared way's login is answered, and not where it is refused.
 */
export async function askWays(question: DatabaseQuestion, asking: Asking): Promise<readonly WayReport[]> {
  const ways = waysOf(question);
  const hosts = [...new Set(ways.map(({ host }) => host))];
  const reports = await Promise.all(
    hosts.map((host) =>
      askHost(
        host,
        ways.filter((way) => way.host === host),
        question,
        asking,
      ),
    ),
  );
  asking.signal.throwIfAborted();
  return reports.flat();
}

/** The ways of the provider, the declared one among them whatever it is. */
export function waysOf({ address, poolerHost }: DatabaseQuestion): readonly DatabaseWay[] {
  const provider = providerOf(address.host);
  const known = provider.ways?.(address, poolerHost) ?? [];
  if (known.some((way) => isAt(way, address))) return known;
  const mode = provider.poolMode(address) ?? "session";
  return [{ ...address, name: "declared", mode }, ...known];
}

type At = Pick<DatabaseWay, "host" | "port">;
const isAt = (one: At, other: At): boolean => one.host === other.host && one.port === other.port;

async function askHost(
  host: string,
  ways: readonly DatabaseWay[],
  question: DatabaseQuestion,
  asking: Asking,
): Promise<readonly WayReport[]> {
  const counts = providerOf(host).refusedLogins?.(host);
  // The declared way first: its answer is the one that is asked for.
  const [first, ...others] = ways.toSorted(
    (one, other) => Number(isAt(other, question.address)) - Number(isAt(one, question.address)),
  );
  if (first === undefined) return [];
  const report = async (way: DatabaseWay, turn: Turn = {}): Promise<WayReport> =>
    askWay(way, await reach(way, asking), { question, asking, turn });
  // Without a password nothing is refused.
  if (counts === undefined || question.password === undefined) {
    return Promise.all(ways.map((way) => report(way)));
  }
  const turns = new LoginTurns();
  const declared = report(first, { onAnswer: (login) => turns.decide(!isRefusal(login)) })
    .then((answered) => withCount(answered, counts))
    // Where it was never asked, such as without a route, nothing was refused.
    .finally(() => turns.decide(true));
  const rest = others.map((way) => report(way, { mayLogIn: turns.decided }));
  const found = await Promise.all([declared, ...rest]);
  return ways.flatMap((way) => found.filter((one) => one.way === way));
}

interface AskedWay {
  readonly question: DatabaseQuestion;
  readonly asking: Asking;
  readonly turn: Turn;
}

async function askWay(
  way: DatabaseWay,
  { target, ...shown }: Reached,
  { question, asking, turn }: AskedWay,
): Promise<WayReport> {
  const declared = isAt(way, question.address);
  if (target === undefined) return { way, declared, ...shown, login: unreached(way, shown, question) };
  const schemas = question.schemas ?? ["public"];
  const login = await askLogin(urlOf(way, question), target, { schemas, asking, turn });
  return { way, declared, ...shown, ...login };
}

const REFUSED = new Set(["database/credentials", "database/tenant-not-found", "database/auth-blocked"]);
const isRefusal = ({ mode }: Answer): boolean => mode !== undefined && REFUSED.has(mode);

/** Says of a refused password how many more the pooler takes. */
function withCount(report: WayReport, { most, within, blockedFor }: RefusedLogins): WayReport {
  const { login } = report;
  if (login.mode !== "database/credentials") return report;
  const count = `${most} refused logins in ${within} s block this address for ${blockedFor} s: at most ${most - 1} are left`;
  return { ...report, login: { ...login, reason: `${login.reason} (${count})` } };
}

function urlOf(way: DatabaseWay, { database, password }: DatabaseQuestion): ConnectionUrl {
  const { host, port, user, parameters } = way;
  return {
    scheme: "postgresql",
    host,
    port,
    user,
    database,
    parameters,
    ...(password === undefined ? {} : { password }),
  } as ConnectionUrl;
}
