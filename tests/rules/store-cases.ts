import type { Fact, NeighbourFact, PlatformFact } from "../../domain";
import { type Cases, here, render, start, variable } from "./facts";

const URN = "urn:pulumi:production::acme::render:index/backgroundWorker:BackgroundWorker::jobs";
const jobs: PlatformFact = {
  ...render,
  type: "worker",
  place: { source: "resource", urn: URN, property: "plan" },
};
const store = (evicts: string, change: Partial<NeighbourFact> = {}): NeighbourFact => ({
  kind: "neighbour",
  place: here,
  platform: "render",
  is: "key value store",
  name: "queue",
  hosts: ["red-d0abc1def"],
  usedBy: [URN],
  evicts,
  ...change,
});
const BLUEPRINT = { source: "file", file: "render.yaml", line: 4, column: 5 } as const;
const OF_FILE = { ...render, type: "worker" } as const;
const REDIS = variable("REDIS_URL", "redis://red-d0abc1def:6379");
const domain = (name: string): Fact => ({
  kind: "manifest-part",
  platform: "render",
  part: "custom domain",
  place: here,
  fields: new Map([["name", { text: name, place: here }]]),
});
const SHOP: NeighbourFact = {
  kind: "neighbour",
  place: here,
  platform: "render",
  is: "static",
  name: "shop",
  hosts: ["shop"],
  domains: [{ name: "acme.io", place: here }],
};

const TAKEN: NeighbourFact = {
  ...SHOP,
  place: { source: "resource", urn: URN.replace("jobs", "shop"), property: "plan" },
};

/** What several services share: stores of queues, and domains. */
export const STORE_CASES: Cases = {
  "service/queue-store": [
    [
      "a queue's worker with a store that keeps its keys",
      [jobs, store("noeviction"), REDIS, start("sidekiq")],
      undefined,
    ],
    [
      "a queue's worker with one that takes them away",
      [jobs, store("allkeys_lru"), REDIS, { ...start("sidekiq"), place: jobs.place }],
      "unknown",
    ],
    [
      "a queue by its variable's name",
      [OF_FILE, store("allkeys_lfu"), variable("BULL_REDIS_URL", "redis://red-d0abc1def")],
      [
        "warning test: the queue's store: expected one that keeps its keys, got queue, which takes keys away when its memory is full (`allkeys_lfu`). Set its policy to `noeviction`, and keep a cache in a store of its own.",
      ],
    ],
    ["keys that end by themselves", [jobs, store("volatile_lru"), REDIS, start("sidekiq")], undefined],
    ["a cache", [jobs, store("allkeys_lru"), REDIS, start("python main.py")], undefined],
    [
      "another service's store",
      [jobs, store("allkeys_lru", { usedBy: [], hosts: [] }), start("sidekiq")],
      undefined,
    ],
    [
      "a store of the queue, and one of a cache",
      [jobs, store("noeviction"), store("allkeys_lru", { name: "cache", hosts: [] }), start("sidekiq")],
      undefined,
    ],
  ],
  "service/taken-name": [
    ["a name of its own", [{ ...jobs, name: "jobs" }, TAKEN], undefined],
    [
      "another service's name",
      [{ ...jobs, name: "shop" }, TAKEN],
      [
        "error jobs (name): the service's name: expected one that no other service has, got `shop`, which another one has. Give one of the two another name.",
      ],
    ],
    ["a store's name", [{ ...jobs, name: "queue" }, store("allkeys_lru")], undefined],
    [
      "another Blueprint's service",
      [
        { ...OF_FILE, place: BLUEPRINT, name: "shop" },
        { ...SHOP, place: { ...BLUEPRINT, file: "site/render.yaml" } },
      ],
      undefined,
    ],
    ["a name that is not known yet", [jobs, TAKEN], undefined],
  ],
  "service/custom-domain": [
    ["a domain of its own", [render, domain("api.acme.io"), SHOP], undefined],
    [
      "another service's domain",
      [render, domain("Acme.io."), SHOP],
      [
        "error test: the domain acme.io: expected one service that has it, once, got shop, which has it too. Leave it to one of the two services.",
      ],
    ],
    [
      "the same domain twice",
      [render, domain("api.acme.io"), domain("api.acme.io")],
      [
        "error test: the domain api.acme.io: expected one service that has it, once, got the same service, twice. Remove one of the two.",
      ],
    ],
    ["a domain that is filled in later", [render, domain("${domain}"), domain("${domain}")], undefined],
  ],
};
