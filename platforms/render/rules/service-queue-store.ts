import { neighboursBy } from "../../../domain/beside";
import { brokersOf } from "../../../domain/broker";
import { type Fact, factsOf, type NeighbourFact } from "../../../domain/fact";
import { rule, type Undecided, type Violation } from "../../../domain/rule";
import { simpleCommands } from "../../../domain/start-command/shell";
import { isWorker } from "../../../domain/start-command/workers";
import { serviceTypeOf } from "../../../domain/stated-service";
import { type Judged, openAtResources, verdictOf } from "../../../domain/verdict";

/** Libraries of queues that keep their jobs in a key value store. */
const LIBRARIES = "bull(?:mq)?|sidekiq|celery|resque|arq|dramatiq|huey|taskiq";

/** Names of variables that hold the address of a queue. */
const QUEUE_NAME = new RegExp(`(?:^|_)(?:${LIBRARIES}|broker|queues?|jobs?|rq|faktory)(?:_|$)`, "i");
/** Settings of such a queue's own, whatever they hold. */
const OF_QUEUES = new RegExp(`^(?:${LIBRARIES})_`, "i");
/** A program that is named after its queue: `dist/bullmq-worker.js`. */
const IN_FILES = new RegExp(`(?:^|[/._-])(?:${LIBRARIES})(?=[/._-]|$)`, "i");

export const serviceQueueStore = rule({
  id: "service/queue-store",
  severity: "warning",
  title: "The key value store of a queue takes no keys away",
  why: "With `allkeys_lru` and the like a store whose memory is full takes keys away, and jobs are such keys: BullMQ and Sidekiq ask for `noeviction`.",
  fix: "Set `noeviction`, and keep a cache in a store of its own.",
  reference: "https://docs.bullmq.io/guide/going-to-production#max-memory-policy",
  platforms: ["render"],
  comparesServices: true,
  check: (facts) => {
    const stores = neighboursBy(facts, "is key value store");
    const judged = factsOf(facts, "platform").flatMap(({ place, pending }): readonly Judged[] =>
      pending === undefined ? ofService(place, facts, stores) : [{ place, why: pending }],
    );
    // Whether its memory is ever full is not known before.
    const { violations, undecided } = openAtResources(
      verdictOf(judged),
      ({ what, got }) => `${what} is ${got}, and jobs may be among them`,
    );
    return { violations, undecided: [...undecided, ...ofAnotherDatabase(facts)] };
  },
});

/** A worker that reads jobs from another database of the store than the one to which another service writes them. */
function ofAnotherDatabase(facts: readonly Fact[]): readonly Undecided[] {
  const works = factsOf(facts, "start-command").some(
    ({ command, service }) =>
      serviceTypeOf(facts, service) === "worker" ||
      (command.known &&
        simpleCommands(command.value).some(
          ({ words }) => isWorker(words) || /\bcelery .*\bflower\b/.test(words.join(" ")),
        )),
  );
  if (!works) return [];
  return brokersOf(facts).flatMap(({ place, variable, store, database }) => {
    const all = neighboursBy(facts, "with brokers").flatMap(({ name, brokers = [] }) =>
      brokers.filter((one) => one.variable === variable).map((one) => ({ ...one, name })),
    );
    const named = all.filter((one) => one.store === store);
    const [other] = named;
    const [elsewhere] = all.toSorted((one, two) => one.name.localeCompare(two.name));
    if (other === undefined && elsewhere !== undefined && place.source === "resource")
      return [{ place, why: `its jobs are in another store than that of ${elsewhere.name}` }];
    if (other === undefined || place.source !== "resource" || named.some((one) => one.database === database))
      return [];
    return [
      {
        place,
        why: `its jobs are in the database ${database} of the store, and ${other.name} writes to ${other.database}`,
      },
    ];
  });
}

const evictsAll = ({ evicts }: NeighbourFact): boolean => /^allkeys[-_]/.test(evicts ?? "");

const names = (text: string, hosts: readonly string[]): boolean =>
  hosts.some((host) => text.split(/[^\w-]+/).includes(host));

function ofService(
  at: Fact["place"],
  facts: readonly Fact[],
  stores: readonly NeighbourFact[],
): readonly Violation[] {
  const urn = at.source === "resource" ? at.urn : undefined;
  // Of two stores one may be the queue's, and the other a cache.
  const [store, ...others] = stores.filter(({ usedBy = [], hosts }) => {
    const named = factsOf(facts, "variable").some(({ value }) => value.known && names(value.value, hosts));
    return (urn !== undefined && usedBy.includes(urn)) || named;
  });
  if (store === undefined || others.length > 0 || !evictsAll(store)) return [];
  const named = factsOf(facts, "variable").find(({ name, value }) => {
    return (
      OF_QUEUES.test(name) || (QUEUE_NAME.test(name) && (!value.known || names(value.value, store.hosts)))
    );
  });
  const works = factsOf(facts, "start-command").find(
    ({ command }) =>
      command.known &&
      simpleCommands(command.value).some(
        ({ words }) => isWorker(words) || words.some((word) => IN_FILES.test(word)),
      ),
  );
  const found = named ?? works;
  if (found === undefined) return [];
  return [
    {
      place: found.place,
      severity: "warning",
      what: "the queue's store",
      expected: "one that keeps its keys",
      got: `${store.name}, which takes keys away when its memory is full (\`${store.evicts}\`)`,
      fix: "Set its policy to `noeviction`, and keep a cache in a store of its own.",
      related: [store.place],
    },
  ];
}
