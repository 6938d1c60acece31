import { isApiVariable } from "../../databases/supabase/endpoints";
import { bareHost } from "../../domain/bare-host";
import { isDeployed } from "../../domain/deployed-place";
import { isForDevelopers } from "../../domain/developers-variable";
import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import { forwarderIn } from "../../domain/forwarders";
import type { Verdict, Violation } from "../../domain/rule";
import { isLoopback } from "../../domain/start-command";

/** Stores and brokers beside PostgreSQL, by the schemes of their URLs. */
const STORE =
  /^(?:rediss?|rediscache|valkeys?|memcache|pymemcache|mongodb|amqps?|mysql2?|mariadb|mysql\+\w+|mariadb\+\w+|nats|memcached|kafka|clickhouse|bolt|neo4j|mqtts?):\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#,]*)/i;

/** The address of Supabase's API, which may be a local one (supabase.com/docs/guides/local-development). */
const HTTP = /^https?:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i;

/** A connection string of .NET's, by the store that its name has; of Redis' the options follow the addresses. */
const OF_NET =
  /^ConnectionStrings(?:__|:)\w*?(?:Redis|Cache|Valkey|Garnet|Mongo|Rabbit|Kafka|Nats|Elastic|Messaging)\w*$/i;

/** Variables that a store's name says are its address, with any words in front and between. */
const STORE_NAME =
  /(?:^|_)(REDIS|VALKEY|KEYDB|RABBIT(?:MQ)?|AMQP|KAFKA|MONGO(?:DB)?|MYSQL|MARIADB|ELASTIC(?:SEARCH)?|OPENSEARCH|MEMCACHED?|CLICKHOUSE|NEO4J|CASSANDRA|NATS|QDRANT|WEAVIATE|MILVUS|CHROMA|MEILI(?:SEARCH)?|TYPESENSE|SOLR|INFLUX(?:DB)?|MINIO|S3|TEMPORAL|OLLAMA|DB|DATABASE)_+(?:\w+_)?(?:UR[LI]S?|HOSTS?|HOSTNAME|SERVERS?|BROKERS?|ENDPOINTS?|ADDRESS(?:ES)?|ADDR|NODES?)$/;
const ITEM = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@\s]*@)?(\[[^\]]*\]|[^:/?#,\s]+)(?::\d+)?(?:[/?#]\S*)?$/i;

/** Names that compose files give to such stores; on a platform only a private service of the same name has one. */
const OF_COMPOSE =
  /^(?:db|database|redis|valkey|rabbitmq|rabbit|kafka|broker|zookeeper|mongo|mongodb|mysql|mariadb|elasticsearch|opensearch|memcached|clickhouse|neo4j|nats|qdrant|weaviate|meilisearch|typesense|minio|temporal|ollama)$/i;

/** Programs that an image or a command may start beside the service. */
const STARTS_STORE =
  /\b(?:redis-server|valkey-server|mongod|rabbitmq-server|mysqld\w*|mariadbd|nats-server|memcached|supervisord|s6-svscan|runit|honcho|foreman|overmind|concurrently|ollama|minio|meilisearch|qdrant|typesense-server|nats)\b/;

interface Found {
  readonly fact: VariableFact;
  readonly host: string;
  /** Whether it is a name of compose's, and not this machine. */
  readonly isName?: true;
  /** Whether another variable says that the same store is elsewhere. */
  readonly isLeft?: boolean;
}

/** URLs of a deployment's variables that look for another store, or for Supabase's API, on the service's own machine, where a platform runs nothing else. */
export function localStores(
  facts: readonly Fact[],
  platforms: string,
  isHere: (host: string) => boolean,
): Verdict {
  const found = factsOf(facts, "variable").flatMap((fact): readonly Found[] => {
    const { value } = fact;
    if (!value.known || !isDeployed(fact, facts)) return [];
    const hosts = hostsIn(fact, value.value.trim(), facts);
    const isAt = (host: string) => host !== "" && isHere(host);
    if (hosts.length > 0 && hosts.every(isAt))
      return [{ fact, host: hosts[0] ?? "", ...(isLeftOver(fact, facts, isAt) && { isLeft: true }) }];
    const ofCompose = hosts.find((host) => OF_COMPOSE.test(host));
    return ofCompose === undefined ? [] : [{ fact, host: ofCompose, isName: true }];
  });
  const named = found.flatMap(({ fact: { place }, host, isName, isLeft }) =>
    isName === true
      ? [{ place, why: `only a private service that is called ${host} is found by that name` }]
      : isLeft === true
        ? [
            {
              place,
              why: "another variable says that the store is elsewhere, and which of them is read is in the code",
            },
          ]
        : [],
  );
  const here = found.filter(({ isName, isLeft }) => isName !== true && isLeft !== true);
  if (here.length === 0) return { violations: [], undecided: named };
  const why = mayRunStores(facts);
  if (why !== undefined)
    return { violations: [], undecided: [...named, ...here.map(({ fact: { place } }) => ({ place, why }))] };
  return { violations: here.map(({ fact, host }) => violation(fact, host, platforms)), undecided: named };
}

/** `REDIS_HOST=localhost` beside a REDIS_URL of another host may be what a template left. */
function isLeftOver(fact: VariableFact, facts: readonly Fact[], isAt: (host: string) => boolean): boolean {
  const store = storeOf(fact);
  if (store === undefined) return false;
  return factsOf(facts, "variable").some((other) => {
    if (other.name === fact.name || !other.value.known || storeOf(other) !== store) return false;
    const hosts = hostsIn(other, other.value.value.trim(), facts);
    return hosts.length > 0 && !hosts.some(isAt);
  });
}

/** `DB_HOST` and `DATABASE_URL` may be of one database. */
function storeOf({ name }: Pick<VariableFact, "name">): string | undefined {
  return STORE_NAME.exec(name)?.[1]?.replace(/^DATABASE$/, "DB");
}

/** The hosts of a store's URL, or of the list of addresses that a store's variable holds. */
function hostsIn({ name, service }: VariableFact, value: string, facts: readonly Fact[]): readonly string[] {
  const host = (isApiVariable(name) ? HTTP : STORE).exec(value)?.[1];
  if (host !== undefined) return [bareHost(host)];
  const isOfNet = OF_NET.test(name);
  if (!(isOfNet || STORE_NAME.test(name)) || isForDevelopers(name)) return [];
  // Where a database in parts is, is judged with its other parts, unless these say that it is none of PostgreSQL's.
  if (
    (storeOf({ name }) === "DB" || !value.includes("://")) &&
    /(?:^|_)(?:DB|DATABASE)_/.test(name) &&
    !isOfOthers(name, service, facts)
  ) {
    const alone = value.replace(/:\d+$/, "");
    return OF_COMPOSE.test(alone) ? [alone] : [];
  }
  const items = value
    .split(/[\s,;]+/)
    .filter((item) => !isOfNet || !/^[\w ]+=/.test(item))
    .map((item) => ITEM.exec(item)?.[1]);
  // All interfaces are what such a store itself binds.
  return items.flatMap((item) =>
    item === undefined || /^(?:0\.0\.0\.0|\[::\])$/.test(item) ? [] : [bareHost(item)],
  );
}

const OTHER_KINDS = /^(?:mysql2?|mariadb|mssql|sqlsrv|sqlserver|oracle|mongodb)$/i;

/** Whether a variable beside it says so: `DB_CONNECTION=mysql`. WordPress has no other. */
function isOfOthers(name: string, service: string | undefined, facts: readonly Fact[]): boolean {
  const prefix = /^((?:[A-Z0-9]+_)*?(?:DB|DATABASE)_)/.exec(name)?.[1];
  if (prefix === undefined) return false;
  if (prefix === "WORDPRESS_DB_") return true;
  return factsOf(facts, "variable").some(
    (other) =>
      other.service === service &&
      /^(?:CONNECTION|ENGINE|TYPE|DIALECT|CLIENT|DRIVER|ADAPTER|PROVIDER|VENDOR)$/.test(
        other.name.startsWith(prefix) ? other.name.slice(prefix.length) : "",
      ) &&
      other.value.known &&
      OTHER_KINDS.test(other.value.value.trim()),
  );
}

function violation({ place, name }: VariableFact, host: string, platforms: string): Violation {
  return {
    place,
    what: `host in ${name}`,
    expected: `a host that ${platforms} can reach`,
    got: `\`${host}\`${isLoopback(host) ? ", where nothing but the service runs" : ""}`,
    fix: isApiVariable(name)
      ? "Write the project's own URL, `https://<ref>.supabase.co`."
      : "Write the host of the store itself, such as a key value store's internal one.",
  };
}

/** An image may hold a store, and a command may start one, beside the service. */
function mayRunStores(facts: readonly Fact[]): string | undefined {
  const runtimes = factsOf(facts, "platform").map(({ runtime }) => runtime);
  if (runtimes.some((runtime) => runtime === "docker" || runtime === "image"))
    return "an image may run a store beside the service";
  const starts = factsOf(facts, "start-command").some(
    ({ command }) => !command.known || STARTS_STORE.test(command.value),
  );
  if (starts) return "the start command may run a store beside the service";
  const forwarder = forwarderIn(facts);
  return forwarder === undefined
    ? undefined
    : `\`${forwarder}\` is started there, and may answer in its place`;
}
