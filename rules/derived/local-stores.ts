import { bareHost } from "../../domain/bare-host";
import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { Verdict, Violation } from "../../domain/rule";
import { isLoopback } from "../../domain/start-command";

/** Stores and brokers beside PostgreSQL, by the schemes of their URLs. */
const STORE =
  /^(?:rediss?|valkeys?|mongodb|amqps?|mysql2?|mariadb|mysql\+\w+|mariadb\+\w+|nats|memcached|kafka|clickhouse):\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#,]*)/i;

/** The variable of Supabase's API, with any prefix of a framework (supabase.com/docs/guides/local-development). */
const SUPABASE_URL = /(?:^|_)SUPABASE_URL$/;
const HTTP = /^https?:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i;

/** Programs that an image or a command may start beside the service. */
const STARTS_STORE =
  /\b(?:redis-server|valkey-server|mongod|rabbitmq-server|mysqld\w*|mariadbd|nats-server|memcached|supervisord|s6-svscan|runit|honcho|foreman|overmind|concurrently)\b/;

/** URLs of a resource's variables that look for another store, or for Supabase's API, on the service's own machine, where a platform runs nothing else. */
export function localStores(
  facts: readonly Fact[],
  platforms: string,
  isHere: (host: string) => boolean,
): Verdict {
  const found = factsOf(facts, "variable").flatMap((fact) => {
    const { value, place } = fact;
    if (place.source !== "resource" || !value.known) return [];
    const form = SUPABASE_URL.test(fact.name) ? HTTP : STORE;
    const host = bareHost(form.exec(value.value.trim())?.[1] ?? "");
    return host !== "" && isHere(host) ? [{ fact, host }] : [];
  });
  if (found.length === 0) return { violations: [], undecided: [] };
  const why = mayRunStores(facts);
  if (why !== undefined)
    return { violations: [], undecided: found.map(({ fact: { place } }) => ({ place, why })) };
  return { violations: found.map(({ fact, host }) => violation(fact, host, platforms)), undecided: [] };
}

function violation({ place, name }: VariableFact, host: string, platforms: string): Violation {
  return {
    place,
    what: `host in ${name}`,
    expected: `a host that ${platforms} can reach`,
    got: `\`${host}\`${isLoopback(host) ? ", where nothing but the service runs" : ""}`,
    fix: SUPABASE_URL.test(name)
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
  return starts ? "the start command may run a store beside the service" : undefined;
}
