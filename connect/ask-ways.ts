import { providerOf } from "../databases";
import type { ConnectionUrl } from "../domain";
import type { DatabaseWay, RefusedLogins } from "../domain/database-provider";
import { type Answer, notDecided } from "../probes";
import { askLogin } from "./login";
import type { Asking, DatabaseQuestion, WayReport } from "./question";
import { type Reached, reach, unreached } from "./reach";

/**
 * Asks every way to a database: the declared one, and those that its provider has beside it. All at once, but for
 * logins at one pooler: what it refused once is not tried there again, since it counts refused logins.
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
  const reached = new Map(ways.map((way) => [way, reach(way, asking)]));
  const report = async (way: DatabaseWay): Promise<WayReport> =>
    askWay(way, await (reached.get(way) ?? reach(way, asking)), question, asking);
  if (counts === undefined) return Promise.all(ways.map(report));
  const answered = withCount(await report(first), counts);
  const rest = isRefusal(answered.login)
    ? others.map(async (way) => notAsked(way, await reached.get(way)))
    : others.map(report);
  const found = [answered, ...(await Promise.all(rest))];
  return ways.flatMap((way) => found.filter((one) => one.way === way));
}

async function askWay(
  way: DatabaseWay,
  { target, ...shown }: Reached,
  question: DatabaseQuestion,
  asking: Asking,
): Promise<WayReport> {
  const declared = isAt(way, question.address);
  if (target === undefined) return { way, declared, ...shown, login: unreached(way, shown) };
  const schemas = question.schemas ?? ["public"];
  return { way, declared, ...shown, ...(await askLogin(urlOf(way, question), target, schemas, asking)) };
}

function notAsked(way: DatabaseWay, { target: _, ...shown }: Reached = { routes: [] }): WayReport {
  const reason = `not asked: ${way.host} has just refused these credentials, and counts what it refuses`;
  return { way, declared: false, ...shown, login: notDecided(reason, { final: true }) };
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
