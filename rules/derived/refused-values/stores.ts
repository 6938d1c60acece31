import { MONGO_VALUES } from "./mongodb";
import { hasCommand, type Row } from "./row";

const listed = (value: string): readonly string[] => value.split(/[\s,;]+/).filter((one) => one !== "");

/** github.com/sidekiq/sidekiq/wiki/Using-Redis: REDIS_PROVIDER is the name of the variable (read 2026-11-30). */
const PROVIDER: Row = {
  names: /^REDIS_PROVIDER$/,
  refused: (value) =>
    value.includes("://")
      ? {
          expected: "the name of the variable that holds the address",
          got: "the address itself, so that Sidekiq looks for Redis on its own machine",
          fix: "Write the address into REDIS_URL, and remove REDIS_PROVIDER.",
        }
      : undefined,
};

const ADDRESS: Row = {
  names: /^(?:REDIS|VALKEY|KV|CELERY_BROKER|BROKER)_UR[LI]$/,
  refused: (value) => {
    const expected = "`redis://` or `rediss://`";
    if (/^(?:REDISCLI_AUTH=\S+\s+)?(?:redis|valkey)-cli\s/.test(value))
      return { expected, got: "a command line", fix: "Copy the URL alone, out of the command." };
    if (/^[\w.-]+:\d{2,5}(?:\/\d+)?$/.test(value))
      return {
        expected,
        got: "a host and a port without a scheme",
        fix: "Write `redis://` before it.",
        unless: "the code may put a scheme before it",
      };
    return /^https?:\/\//i.test(value)
      ? {
          expected,
          got: "an address of HTTP, which no client of Redis takes",
          fix: "Copy the address of Redis, and not that of the REST API.",
          unless: "the code may ask the REST API there",
        }
      : undefined;
  },
};

/** Upstash takes connections with TLS (upstash.com/docs/redis/howto/connectclient, read 2026-12-01). */
const UPSTASH: Row = {
  names: /REDIS|VALKEY|BROKER|KV|QUEUE|CACHE|RESULT_BACKEND/,
  refused: (value) =>
    /^redis:\/\/(?:[^@/\s]*@)?[\w.-]+\.upstash\.io(?=[:/?]|$)/i.test(value) && !/[?&](?:ssl|tls)/i.test(value)
      ? {
          expected: "`rediss://`, since Upstash asks for TLS",
          got: "`redis://`",
          fix: "Write `rediss://`.",
          unless: "the code may turn TLS on",
        }
      : undefined,
};

/** n8n gives it to its client as the host (docs.n8n.io/hosting/scaling/queue-mode, read 2026-12-01). */
const OF_N8N = "QUEUE_BULL_REDIS_HOST";

const HOST: Row = {
  names: /(?:^|_)(?:REDIS|VALKEY|RABBITMQ|MONGO|MONGODB|ELASTICSEARCH)_HOST(?:NAME)?$/,
  refused: (value, _, name) => {
    const isUrl = value.includes("://") && !/^https?:/i.test(value);
    const hasPort = /(?:REDIS|VALKEY)_HOST/.test(name) && /^[\w.-]+:\d{2,5}$/.test(value);
    if (!isUrl && !hasPort) return undefined;
    return {
      expected: "a host alone",
      got: isUrl ? "a whole address" : "a host and a port",
      fix: isUrl
        ? "Write the host alone, or the address into the variable of a URL."
        : "Write the port into the variable of the port.",
      ...(name !== OF_N8N && { unless: "the code may take the host out of it" }),
    };
  },
};

/** kafka.apache.org/documentation: bootstrap.servers has hosts and ports, and a listener's name at most (read 2026-11-30). */
const KAFKA: Row = {
  names: /(?:^|_)KAFKA_(?:BROKERS?|BOOTSTRAP_SERVERS?|BOOTSTRAP_BROKERS?|HOSTS?)$/,
  refused: (value) =>
    listed(value).some((one) => /^https?:\/\//i.test(one))
      ? { expected: "hosts and ports", got: "an address of HTTP", fix: "Remove the scheme." }
      : undefined,
};

const AMQP: Row = {
  names: /^(?:(?:RABBITMQ|AMQP|CLOUDAMQP)_UR[LI]|CELERY_BROKER_URL)$/,
  refused: (value) =>
    /^https?:\/\//i.test(value)
      ? {
          expected: "`amqp://` or `amqps://`",
          got: "an address of HTTP, where the management page is",
          fix: "Copy the address of AMQP.",
          unless: "the code may ask the management page",
        }
      : /^amqps:\/\/[^/?#]*:5672(?:[/?#]|$)|^amqp:\/\/[^/?#]*:5671(?:[/?#]|$)/i.test(value)
        ? {
            expected: "port 5671 with `amqps://`, and 5672 with `amqp://`",
            got: "the port of the other one (rabbitmq.com/docs/networking)",
            fix: "Write the scheme and the port of one of the two, or no port.",
            unless: "a server may have other ports",
          }
        : undefined,
};

const MAIL: Row = {
  names: /(?:^|_)(?:EMAIL|SMTP|MAIL)_(?:HOST|SERVER)$/,
  refused: (value) =>
    value.includes("://") || /^[^:[\]]+:\d+$/.test(value)
      ? {
          expected: "a host alone",
          got: "a host with a scheme or a port",
          fix: "Write the port into the variable of the port.",
          unless: "the code may take the host out of it",
        }
      : undefined,
};

const OTHERS = /mysql|maria|mssql|sqlserver|sqlsrv|oracle/i;
const OF_POSTGRESQL = /[.-]pooler\.|^db\.[a-z]{20}\.|^dpg-\w+-a/i;

/** The kind of a database whose host is a server of PostgreSQL. */
const KIND: Row = {
  names: /^(?:\w+_)?(?:DB|DATABASE|TYPEORM)_(?:CONNECTION|ENGINE|TYPE|DIALECT|CLIENT|DRIVER)$/,
  refused: (value, { look }, name) => {
    const host = look(name.replace(/[A-Z]+$/, "HOST")) ?? "";
    return OTHERS.test(value) && OF_POSTGRESQL.test(host.trim())
      ? {
          expected: "a driver of PostgreSQL",
          got: "one of another database, though the host is of PostgreSQL",
          fix: "Name PostgreSQL, in the framework's own word.",
        }
      : undefined;
  },
};

/** docs.spring.io: the driver has to take the URL (spring.datasource.driver-class-name, read 2026-11-30). */
const SPRING: Row = {
  names: /^SPRING_DATASOURCE_DRIVER_CLASS_?NAME$/,
  refused: (value, { look }) =>
    OTHERS.test(value) && /^jdbc:postgresql:/i.test(look("SPRING_DATASOURCE_URL")?.trim() ?? "")
      ? {
          expected: "`org.postgresql.Driver`, as the URL is of PostgreSQL",
          got: "a driver of another database",
          fix: "Remove the variable: Spring finds the driver by the URL.",
        }
      : undefined,
};

/** kombu's transport within one process (docs.celeryq.dev: kombu.transport.memory; read 2026-12-01). */
const IN_MEMORY: Row = {
  names: /(?:^|_)BROKER_URL$/,
  refused: (value, { type }) =>
    type === "worker" && /^memory:\/\//i.test(value)
      ? {
          expected: "the address of a store that other processes reach",
          got: "a store within the worker's own process, which no other one sends jobs to",
          fix: "Write the address of Redis or of RabbitMQ.",
          unless: "the worker may send its jobs by itself",
        }
      : undefined,
};

/** laravel.com/docs/queues: `sync` runs a job where it is sent, and leaves none to a worker. */
const LARAVEL_QUEUE: Row = {
  names: /^QUEUE_CONNECTION$/,
  refused: (value, beside) =>
    value === "sync" && hasCommand(beside, /artisan (?:queue:work|queue:listen|horizon)\b/)
      ? {
          expected: "a connection that keeps jobs, such as `redis` or `database`",
          got: "`sync`, which leaves none to a worker",
          fix: "Write the connection that the other services have.",
          unless: "the command or the code may name another one",
        }
      : undefined,
};

export const STORE_VALUES: readonly Row[] = [
  PROVIDER,
  ADDRESS,
  UPSTASH,
  HOST,
  KAFKA,
  ...MONGO_VALUES,
  AMQP,
  MAIL,
  KIND,
  SPRING,
  IN_MEMORY,
  LARAVEL_QUEUE,
];
