import { type Fact, factsOf } from "./fact";
import { variableOf } from "./variables";

const REDIS = /^\s*rediss?:\/\/(?:[^/@\s]*@)?([^/:?#\s]+)(?::(\d+))?(?:\/(\d*))?(?=[?#\s]|$)/i;
/** Variables that name the store of a queue (docs.celeryq.dev; sidekiq wiki: Using Redis; python-rq.org). */
const NAMES = /^(?:CELERY_BROKER_URL|BROKER_URL|(?:SIDEKIQ_|RESQUE_|RQ_|BULL_|BULLMQ_|QUEUE_)?REDIS_URL)$/;

/** n8n names the host alone (docs.n8n.io: queue mode). */
const OF_N8N = "QUEUE_BULL_REDIS_HOST";

/** A store of Redis and one of its databases, without a user and a password. */
export interface Broker {
  readonly place: Fact["place"];
  readonly variable: string;
  /** Host and port, `red-abc:6379`. */
  readonly store: string;
  readonly database: number;
}

/** Where a service's variables say that its jobs may be. */
export function brokersOf(facts: readonly Fact[]): readonly Broker[] {
  return factsOf(facts, "variable").flatMap(({ name, value, place, service }) => {
    if (name === OF_N8N && value.known && /^[\w.-]+$/.test(value.value.trim())) {
      const port =
        variableOf(facts, service === undefined ? {} : { service }, "QUEUE_BULL_REDIS_PORT") ?? "6379";
      return [{ place, variable: name, store: `${value.value.trim().toLowerCase()}:${port}`, database: 0 }];
    }
    const [, host, port = "6379", number = ""] =
      REDIS.exec(NAMES.test(name) && value.known ? value.value : "") ?? [];
    return host === undefined
      ? []
      : [{ place, variable: name, store: `${host.toLowerCase()}:${port}`, database: Number(number) }];
  });
}
