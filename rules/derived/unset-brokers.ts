import {
  ALL_VARIABLES,
  type Fact,
  factsOf,
  type StartCommandFact,
  type VariableFact,
} from "../../domain/fact";
import type { Undecided, Verdict } from "../../domain/rule";
import { simpleCommands } from "../../domain/start-command/shell";
import { variableOf } from "../../domain/variables";

interface Tool {
  readonly runs: RegExp;
  /** Options that name the store, or the settings that do. */
  readonly given: RegExp;
  readonly asks: string;
  /** The variables that name it, where the tool reads no others. */
  readonly reads?: RegExp;
}

/**
 * Workers that ask a store on their own machine where nothing names another one (docs.celeryq.dev: broker_url;
 * python-rq.org/docs/workers; github.com/sidekiq/sidekiq/wiki/Using-Redis; read 2026-12-01).
 */
const TOOLS: readonly Tool[] = [
  {
    runs: /^(?:\S*python[\d.]* -m )?celery (?:\S+ )*(?:worker|beat|flower)(?: |$)/,
    given: /(?: )(?:-b|--broker|--config)[= ]/,
    asks: "RabbitMQ on its own machine",
  },
  {
    runs: /^(?:\S*python[\d.]* -m )?(?:rq worker|rqworker)(?: |$)/,
    given: / (?:-u|--url|-c|--config)[= ]/,
    asks: "Redis on its own machine",
    reads: /^RQ_(?:REDIS_URL|CONFIG)$/,
  },
  { runs: /^(?:bundle exec )?sidekiq(?: |$)/, given: / (?:-r|--require) /, asks: "Redis on its own machine" },
];
const STORE_NAME = /BROKER|REDIS|VALKEY|KEY_?VALUE|RABBIT|AMQP|CELERY|QUEUE|RQ_|SQS|KAFKA|UPSTASH/i;
const STORE_URL =
  /^\s*["']?(?:rediss?|valkeys?|amqps?|pyamqp|sqs|sentinel|redis-sentinel|mongodb|kafka|memory|filesystem|sqla\+\w+|db\+\w+):\/\//i;

/** A worker of a service of which no variable names a broker: its code may have another one, and nothing here says so. */
export const unsetBrokers = (facts: readonly Fact[]): Verdict => ({
  violations: [],
  undecided: [
    ...factsOf(facts, "start-command").flatMap((fact) => ofCommand(fact, facts)),
    ...factsOf(facts, "variable").flatMap((fact) => ofSetting(fact, facts)),
  ],
});

/**
 * Settings with which a program asks Redis on its own machine where nothing names another (docs.n8n.io: queue mode;
 * directus.io/docs: configuration, cache; laravel.com/docs: redis; read 2026-12-01).
 */
const SETTINGS: readonly (readonly [name: RegExp, value: RegExp, reads: RegExp])[] = [
  [/^EXECUTIONS_MODE$/, /^queue$/, /^QUEUE_BULL_REDIS_/],
  [
    /^(?:CACHE|RATE_LIMITER|SYNCHRONIZATION|MESSENGER)_STORE$|^(?:CACHE|SESSION|QUEUE)_DRIVER$|^QUEUE_CONNECTION$/,
    /^redis$/,
    /REDIS/,
  ],
];

function ofSetting(
  { name, place, value, service }: VariableFact,
  facts: readonly Fact[],
): readonly Undecided[] {
  if (place.source !== "resource" || !value.known) return [];
  const text = value.value.trim();
  const row = SETTINGS.find(([names, takes]) => names.test(name) && takes.test(text));
  if (row === undefined || mayBeNamed(facts, service, row[2])) return [];
  return [
    {
      place,
      why: `nothing here names the store for ${name}, and without one it is asked on its own machine`,
    },
  ];
}

function ofCommand(fact: StartCommandFact, facts: readonly Fact[]): readonly Undecided[] {
  const { place, command, service } = fact;
  if (place.source !== "resource" || !command.known) return [];
  const look = (name: string) => variableOf(facts, fact, name);
  const steps = simpleCommands(command.value, look).map(({ words }) => words.join(" "));
  const tool = TOOLS.find(
    ({ runs, given, reads }) =>
      steps.some((step) => runs.test(step) && !given.test(step)) && !mayBeNamed(facts, service, reads),
  );
  return tool === undefined
    ? []
    : [{ place, why: `nothing here names its broker, and without one it asks ${tool.asks}` }];
}

/** Whether a variable, a file or something that is not known yet may name a store. */
function mayBeNamed(facts: readonly Fact[], service: string | undefined, reads: RegExp | undefined): boolean {
  if (factsOf(facts, "secret-files").some(({ names }) => !names.known || names.value.length > 0)) return true;
  return factsOf(facts, "variable").some(
    ({ name, value, service: of }) =>
      of === service &&
      (name === ALL_VARIABLES ||
        (reads === undefined
          ? !value.known || STORE_NAME.test(name) || STORE_URL.test(value.value)
          : reads.test(name))),
  );
}
