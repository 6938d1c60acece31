import { type Fact, factsOf } from "./fact";

const REDIS = /^\s*(rediss?):\/\/(?:[^/@\s]*@)?([^/:?#\s]+)(?::(\d+))?(?:\/(\d*))?(?=[?#\s]|$)/i;

/** A store of Redis and one of its databases, without a user and a password. */
export interface Broker {
  readonly place: Fact["place"];
  /** Host and port, `red-abc:6379`. */
  readonly store: string;
  readonly database: number;
}

/** Where the variable CELERY_BROKER_URL says that Celery's jobs are (docs.celeryq.dev, getting started: Redis). */
export function brokerOf(facts: readonly Fact[]): Broker | undefined {
  const fact = factsOf(facts, "variable").find(({ name }) => name === "CELERY_BROKER_URL");
  const [, , host, port = "6379", number = ""] = REDIS.exec(fact?.value.known ? fact.value.value : "") ?? [];
  return fact === undefined || host === undefined
    ? undefined
    : { place: fact.place, store: `${host.toLowerCase()}:${port}`, database: Number(number) };
}
