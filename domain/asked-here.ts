import { bareHost } from "./bare-host";
import { type Fact, factsOf } from "./fact";
import { forwarderIn } from "./forwarders";
import type { Place } from "./place";
import { POSTGRES_CLIENTS } from "./postgres-clients";
import { isLoopback } from "./start-command";
import { oncePerAnswers } from "./start-command/once-per-answers";
import { isDecided, type SimpleCommand, simpleCommands } from "./start-command/shell";
import { type StatedCommand, statedCommands } from "./stated-commands";
import { variableOf } from "./variables";

/** What a command of a resource asks on the machine on which it runs. */
export interface AskedHere {
  readonly place: Place;
  readonly by: StatedCommand["by"];
  readonly program: string;
  readonly host: string;
  readonly what: "store" | "http";
}

const URL =
  /^(?:-[a-zA-Z]|--[\w-]+=)?(https?|wss?|rediss?|valkeys?|postgres(?:ql)?(?:\+\w+)?|mysql2?(?:\+\w+)?|mariadb|mongodb|amqps?|pyamqp|nats|clickhouse):\/\/(?:[^/?#@\s]*@)?(\[[^\]]*\]|[^:/?#,\s]*)/i;
/** Clients whose options name a host by itself (postgresql.org/docs/current/app-psql.html; redis.io/docs: redis-cli; dev.mysql.com: mysql). */
const CLIENTS: readonly string[] = [
  ...POSTGRES_CLIENTS,
  ...["redis-cli", "valkey-cli", "mysql", "mysqldump", "mariadb"],
];
/** `$API_URL/digest`: the variable has the address. */
const BEGINS_WITH = /^\$\{?([A-Za-z_]\w*)\}?/;
const HOST_OPTION = /^(?:-h(.+)|--host=(.+))$/;
/** Programs that a line starts beside the client, and that may answer it. */
const STARTS =
  /\b(?:redis-server|valkey-server|mongod|rabbitmq-server|mysqld\w*|mariadbd|nats-server|postgres|pg_ctl|supervisord|honcho|foreman|overmind|concurrently|supabase|docker)\b/;

/** What the commands of a service's build, deploy and start ask on their own machine, where nothing of theirs may answer. */
export function askedHere(facts: readonly Fact[]): readonly AskedHere[] {
  const runtimes = factsOf(facts, "platform").map(({ runtime }) => runtime);
  // What an image's entry point starts is not written here.
  if (forwarderIn(facts) !== undefined || runtimes.some((one) => one === "docker" || one === "image"))
    return [];
  return statedCommands(facts).flatMap(({ fact, by }): readonly AskedHere[] => {
    const { command, place } = fact;
    if (!command.known || place.source !== "resource" || STARTS.test(command.value)) return [];
    const asked = inCommand(command.value, (name) => variableOf(facts, fact, name));
    return asked.map((one) => ({ ...one, place, by }));
  });
}

type Asked = Omit<AskedHere, "place" | "by">;

const inCommand = oncePerAnswers((text, look): readonly Asked[] => {
  const steps = simpleCommands(text, look);
  if (steps.some(({ background, conditional }) => background || conditional)) return [];
  return steps.flatMap((step) => ofStep(step, look));
});

function ofStep(
  { words: [first = "", ...words], outer }: SimpleCommand,
  look: (name: string) => string | undefined,
): readonly Asked[] {
  const program = first.split("/").at(-1) ?? "";
  return words.flatMap((written, index) => {
    const word = written.replace(BEGINS_WITH, (whole, name: string) =>
      isDecided(outer, name) ? whole : (look(name)?.trim() ?? whole),
    );
    const [, scheme, inUrl] = URL.exec(word) ?? [];
    const before = words[index - 1] ?? "";
    const named = CLIENTS.includes(program)
      ? (HOST_OPTION.exec(word)?.slice(1).find(Boolean) ??
        (/^(?:-h|--host)$/.test(before) ? word : undefined))
      : undefined;
    const host = bareHost(inUrl ?? named ?? "");
    if (host === "" || !isLoopback(host)) return [];
    const what =
      scheme !== undefined && /^(?:http|ws)s?$/i.test(scheme) ? ("http" as const) : ("store" as const);
    return [{ program, host, what }];
  });
}
