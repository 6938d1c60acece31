import { MAX_POOL_SIZE } from "./connection-url";
import { type Fact, factsOf, type PlatformFact, type Subject } from "./fact";
import type { Place } from "./place";
import type { DefaultWorkers } from "./platform";
import { isSet, variableOf } from "./variables";

type Settings = Readonly<Record<string, string>>;

interface Size {
  readonly key: string;
  readonly inUrl?: boolean;
  readonly more?: string;
  /** The variable that a framework reads it from. */
  readonly variable?: string;
}

/**
 * Where each driver's pool says how large it may grow, in code, in the URL or in a variable; SQLAlchemy adds an overflow.
 * Phoenix writes POOL_SIZE into config/runtime.exs, Spring Boot binds Hikari's property (hexdocs.pm/phoenix/deployment.html,
 * docs.spring.io/spring-boot/appendix/application-properties), and Npgsql's key is in its string (npgsql.org/doc).
 */
const SIZES: Readonly<Record<string, Size>> = {
  asyncpg: { key: "max_size" },
  psycopg: { key: "max_size" },
  "sqlalchemy-asyncpg": { key: "pool_size", more: "max_overflow" },
  "sqlalchemy-psycopg": { key: "pool_size", more: "max_overflow" },
  "sqlalchemy-psycopg2": { key: "pool_size", more: "max_overflow" },
  "node-postgres": { key: "max" },
  "postgres-js": { key: "max", inUrl: true },
  prisma: { key: "connection_limit", inUrl: true },
  pgx: { key: "pool_max_conns", inUrl: true },
  postgrex: { key: "pool_size", variable: "POOL_SIZE" },
  pgjdbc: { key: "maximum-pool-size", variable: "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE" },
  npgsql: { key: MAX_POOL_SIZE, inUrl: true },
};

/** SQLAlchemy's default (sqlalchemy: lib/sqlalchemy/pool/impl.py, QueuePool). */
const MAX_OVERFLOW = 10;

/**
 * How many connections one process may open by its written settings; undefined where there are none, since what a
 * driver does then depends on how it is called.
 */
export function poolSize(
  driver: string,
  settings: Settings,
  parameters: Settings,
  look: (variable: string) => string | undefined = () => undefined,
): number | undefined {
  const row = Object.hasOwn(SIZES, driver) ? SIZES[driver] : undefined;
  if (row === undefined || settings.poolclass === "NullPool") return undefined;
  const inUrl = row.inUrl === true ? parameters[row.key] : undefined;
  const size = count(settings[row.key] ?? inUrl ?? (row.variable && look(row.variable)));
  if (size === undefined || row.more === undefined) return size;
  const more = settings[row.more];
  const overflow = more === undefined ? MAX_OVERFLOW : count(more);
  // An overflow of -1 has no end, and says nothing of how many there will be.
  return overflow === undefined ? undefined : size + overflow;
}

/** The one driver that a runtime's services have: Elixir's. */
export function driverOfRuntime(facts: readonly Fact[], { service }: Subject): string | undefined {
  const own = factsOf(facts, "platform").filter((fact) => fact.service === service);
  return own.some(({ runtime }) => runtime === "elixir") ? "postgrex" : undefined;
}

/** The processes that each open a pool, and where that is said. */
export interface Processes {
  readonly count: number;
  readonly places: readonly Place[];
  /** Why there are as many workers as that, where no file says it. */
  readonly because?: string;
}

/**
 * Workers of the start command or WEB_CONCURRENCY, times the instances that the platform runs.
 *
 * @param defaultWorkers what the platform sets WEB_CONCURRENCY to where the service does not
 */
export function processesOf(
  facts: readonly Fact[],
  subject: Subject,
  defaultWorkers: (fact: PlatformFact) => DefaultWorkers | undefined = () => undefined,
): Processes {
  const own = <F extends Subject>(fact: F): boolean => fact.service === subject.service;
  const command = factsOf(facts, "start-command").find((fact) => own(fact) && fact.command.known);
  const text = command?.command.known === true ? command.command.value : "";
  const flag = /(?:^|\s)(?:--workers|-w)[ =](\d{1,4})(?=\s|$)/.exec(text)?.[1];
  // What starts no server of its own does not read WEB_CONCURRENCY.
  const reads = /\b(?:uvicorn|gunicorn)\b/.test(text);
  const stated = flag ?? (reads ? variableOf(facts, subject, "WEB_CONCURRENCY") : undefined);
  const assumed =
    stated === undefined && reads && !isSet(facts, subject, "WEB_CONCURRENCY")
      ? factsOf(facts, "platform")
          .filter(own)
          .flatMap((fact) => defaultWorkers(fact) ?? [])[0]
      : undefined;
  const workers = count(stated) ?? assumed?.count ?? 1;
  const platform = factsOf(facts, "platform").find((fact) => own(fact) && fact.instances !== undefined);
  const instances = platform?.instances ?? 1;
  return {
    count: workers * instances,
    places: [
      ...(workers > 1 && command !== undefined ? [command.place] : []),
      ...(instances > 1 && platform !== undefined ? [platform.place] : []),
    ],
    ...(assumed !== undefined && { because: assumed.because }),
  };
}

function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined;
}
