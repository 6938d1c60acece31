import assert from "node:assert/strict";
import fc from "fast-check";
import type { Properties } from "../../../render/plugin/property-values";
import { KINDS } from "../../../render/resources";
import { type Json, REPOSITORY } from "../../rehearsal/render/called-render";
import { CalledKind, IMAGE } from "../called-kind";
import { EngineOfOne, type Interruption } from "./engine-of-one";

const live = { name: "live", protectedStatus: "protected" };
const trial = { name: "trial", protectedStatus: "unprotected" };
const OFFICE = { cidrBlock: "10.0.0.0/8", description: "office" };
const STREAM = { setting: "send", endpoint: "logs.example.com:6514", token: "t" };
const FAILURES = { notificationOverride: { notificationsToSend: "failure" } };
const VARIABLES = { envVars: { A: { value: "1" }, B: { generateValue: true } } };
const DISK = { disk: { name: "data", sizeGb: 1, mountPath: "/data" } };
const JOB = { ...IMAGE, schedule: "0 3 * * *" };
const SITE = { name: "site", repoUrl: REPOSITORY, branch: "main", buildCommand: "true" };
const POSTGRES = { name: "shop", plan: "basic_256mb", region: "oregon", version: "17" };
const CACHE = { name: "cache", plan: "starter", region: "oregon", maxMemoryPolicy: "noeviction" };
const WEBHOOK = { name: "chat", url: "https://hooks.example.com", enabled: true };
const METRICS = { metricsProvider: "DATADOG", url: "https://metrics.example.com", token: "token" };
const CREDENTIAL = { name: "images", registry: "GITHUB", username: "acme", authToken: "token" };

type Others = Readonly<Record<"environment" | "project" | "group" | "one" | "two", string>>;

/** What a program may want of each kind, in any order. */
const WANTED: Readonly<Record<string, (others: Others) => readonly Properties[]>> = {
  WebService: ({ environment, group }) => [
    {
      ...IMAGE,
      ...VARIABLES,
      ...DISK,
      environmentId: environment,
      customDomains: [{ name: "a.example.com" }],
    },
    {
      ...{ ...IMAGE, name: "renamed", numInstances: 2, envGroupIds: [group] },
      ...{ logStreamOverride: STREAM, ...FAILURES },
    },
    { ...IMAGE, region: "frankfurt", secretFiles: { a: { content: "x" } }, ipAllowLists: [OFFICE] },
  ],
  PrivateService: ({ environment }) => [
    { ...IMAGE, ...VARIABLES, environmentId: environment },
    { ...IMAGE, ...DISK, name: "renamed", logStreamOverride: STREAM },
    { ...IMAGE, numInstances: 2, maxShutdownDelaySeconds: 60 },
  ],
  BackgroundWorker: ({ environment }) => [
    { ...IMAGE, ...DISK, ...FAILURES, environmentId: environment },
    { ...IMAGE, ...VARIABLES, plan: "standard", name: "renamed" },
    { ...IMAGE, region: "frankfurt", secretFiles: { a: { content: "x" } } },
  ],
  CronJob: ({ environment }) => [
    { ...JOB, ...VARIABLES, environmentId: environment },
    { ...JOB, schedule: "*/5 * * * *", name: "renamed", logStreamOverride: STREAM },
    { ...JOB, ...FAILURES, secretFiles: { a: { content: "x" } } },
  ],
  StaticSite: ({ environment }) => [
    { ...SITE, ...VARIABLES, environmentId: environment, customDomains: [{ name: "a.example.org" }] },
    { ...SITE, headers: [{ name: "X-A", path: "/*", value: "1" }], name: "renamed" },
    { ...SITE, routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }], ...FAILURES },
  ],
  EnvGroup: ({ environment }) => [
    { name: "own", ...VARIABLES },
    { name: "renamed", environmentId: environment, envVars: { C: { value: "3" } } },
    { name: "own", envVars: { A: { value: "2" } }, secretFiles: { a: { content: "x" } } },
  ],
  EnvGroupLink: ({ group, one, two }) => [
    { envGroupId: group, serviceIds: [one] },
    { envGroupId: group, serviceIds: [two] },
    { envGroupId: group, serviceIds: [one, two] },
  ],
  Project: () => [
    { name: "own", environments: { live } },
    { name: "renamed", environments: { live: { ...live, ipAllowLists: [OFFICE] }, trial } },
    { name: "own", environments: { trial: { ...trial, name: "trials" } } },
  ],
  Environment: ({ project }) => [
    { projectId: project, ...live, name: "own" },
    { projectId: project, ...trial, name: "renamed", networkIsolated: true },
    { projectId: project, ...trial, name: "own", ipAllowLists: [OFFICE] },
  ],
  Postgres: () => [
    { ...POSTGRES, readReplicas: [{ name: "reports" }] },
    { ...POSTGRES, name: "renamed", diskSizeGb: 20, ipAllowLists: [OFFICE] },
    { ...POSTGRES, logStreamOverride: STREAM, plan: "pro_4gb", highAvailabilityEnabled: true },
  ],
  Keyvalue: () => [
    CACHE,
    { ...CACHE, name: "renamed", maxMemoryPolicy: "volatile_ttl" },
    { ...CACHE, ipAllowLists: [OFFICE], logStreamOverride: STREAM },
  ],
  RegistryCredential: () => [
    CREDENTIAL,
    { ...CREDENTIAL, name: "renamed" },
    { ...CREDENTIAL, username: "other", authToken: "next" },
  ],
  Webhook: () => [
    WEBHOOK,
    { ...WEBHOOK, name: "renamed", eventFilters: ["deploy_ended"] },
    { ...WEBHOOK, url: "https://hooks.example.org", enabled: false },
  ],
  DedicatedIp: ({ environment }) => [
    { name: "own", region: "oregon" },
    { name: "renamed", region: "oregon", environmentIds: [environment], description: "outbound" },
    { name: "own", region: "frankfurt" },
  ],
  LogStream: () => [
    { preview: "send", endpoint: "logs.example.com:6514", token: "token" },
    { preview: "drop" },
    { preview: "drop", endpoint: "logs.example.com:6514" },
  ],
  MetricsStream: () => [
    METRICS,
    { ...METRICS, token: "next" },
    { ...METRICS, metricsProvider: "CUSTOM", url: "https://metrics.example.org" },
  ],
  NotificationSetting: () => [
    { notificationsToSend: "all" },
    { notificationsToSend: "none", emailEnabled: false },
    { previewNotificationsEnabled: true },
  ],
};

/** Where all things of a kind are listed. */
const LISTED = [
  ...["/services", "/env-groups", "/projects", "/postgres", "/key-value", "/registrycredentials"],
  ...["/webhooks", "/dedicated-ips"],
];
/** What a workspace has one of, or none. */
const STREAMS = ["/logs/streams/owner", "/metrics-stream"];

/** Of each kind; the first are `EXAMPLES`. A soak takes more: a Postgres of them takes a second to be there. */
const runsOf = (called: string) => Number(process.env.PORTCULLIS_RUNS ?? (called === "Postgres" ? 2 : 3));
const killed = (number: number, moment: "before" | "after"): Interruption => ({
  number,
  moment,
  end: "killed",
});
const failed = (number: number, moment: "before" | "after"): Interruption => ({
  number,
  moment,
  end: "failed",
});
type Lived = [steps: [index: number, hit: Interruption | null][], atEnd: Interruption | null];
/** Never left to chance: what was made or changed, and was not heard of. */
const EXAMPLES: Lived[] = [
  [
    [
      [0, killed(1, "after")],
      [1, killed(1, "after")],
    ],
    killed(1, "after"),
  ],
  [
    [
      [2, failed(2, "before")],
      [1, killed(2, "after")],
      [0, failed(2, "before")],
    ],
    failed(1, "before"),
  ],
];
const interruption = fc.record<Interruption>({
  // Many operations have one or two requests that change something.
  number: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(1, 2) }, fc.integer({ min: 3, max: 9 })),
  moment: fc.constantFrom("before", "after"),
  end: fc.constantFrom("killed", "failed"),
});

describe("An operation that is interrupted at any of its requests", function () {
  this.timeout(10 * 60_000);
  let kinds: CalledKind;
  let others: Others;

  before(async () => {
    kinds = await CalledKind.open();
    const { called } = kinds;
    const { ownerId } = called.render;
    const beside = { name: "beside", ownerId };
    const { id: project, environmentIds } = await called.ask("POST", "/projects", {
      ...beside,
      environments: [{ name: "beside" }],
    });
    const envVars = [{ key: "A", value: "1" }];
    const { id: group } = await called.ask("POST", "/env-groups", { ...beside, envVars });
    const [one, two] = [await called.service({ name: "one" }), await called.service({ name: "two" })];
    others = { project, environment: environmentIds[0], group, one: one.id, two: two.id };
  });
  after(() => kinds.close());

  /** Everything that Render has, a project's environments and the links of the group included. */
  async function there(): Promise<string[]> {
    const { called } = kinds;
    const query = `limit=100&ownerId=${called.render.ownerId}`;
    const lists: Json[][] = await Promise.all(LISTED.map((path) => called.ask("GET", `${path}?${query}`)));
    const { serviceLinks } = await called.ask("GET", `/env-groups/${others.group}`);
    const found = lists
      .flat()
      .map((each) => Object.values(each).find((one: Json) => one?.id) ?? each) as Json[];
    const ids = found.flatMap(({ id, environmentIds = [] }) => [id, ...environmentIds]);
    const { ownerId } = called.render;
    const streams = await Promise.all(STREAMS.map((path) => called.call("GET", `${path}/${ownerId}`)));
    const kept = STREAMS.filter((_, index) => streams[index]?.status === 200);
    return [...ids, ...serviceLinks.map(({ id }: Json) => `link ${id}`), ...kept].toSorted();
  }

  for (const kind of KINDS) {
    const called = kind.token.replace(/.*:/, "");
    it(`is made good by the next one: ${called}`, async () => {
      const pool = WANTED[called]?.(others) ?? [];
      assert.ok(pool.length > 0, `${called} needs inputs here`);
      const steps = fc.array(fc.tuple(fc.nat(pool.length - 1), fc.option(interruption)), {
        minLength: 1,
        maxLength: 3,
      });
      await fc.assert(
        fc.asyncProperty(steps, fc.option(interruption), async (lived, atEnd) => {
          const before = await there();
          const engine = new EngineOfOne(kinds, kind, "mine");
          try {
            for (const [index, hit] of lived) {
              const wanted = pool[index] ?? {};
              if (hit !== null) await engine.up(wanted, hit).catch(() => undefined);
              await engine.up(wanted);
              assert.deepEqual(await engine.drift(), []);
              assert.equal(await engine.up(wanted), false, "the next preview shows nothing");
            }
            const made = (await there()).filter((one) => !before.includes(one));
            const { inputs = {} } = engine.state ?? {};
            assert.equal(made.length, thingsOf(called, inputs), `${made}`);
            if (atEnd !== null) await engine.destroy(atEnd).catch(() => undefined);
            await engine.destroy();
            assert.deepEqual(await there(), before);
          } finally {
            engine.close();
          }
        }),
        {
          numRuns: runsOf(called),
          endOnFailure: true,
          examples: EXAMPLES,
          includeErrorInReport: true,
          ...(process.env.PORTCULLIS_SEED && { seed: Number(process.env.PORTCULLIS_SEED) }),
        },
      );
    });
  }
});

/** How many things Render lists for one resource: a project's environments and a group's links are others. */
function thingsOf(called: string, inputs: Properties): number {
  // A workspace always has these settings, and no list of them.
  if (called === "NotificationSetting") return 0;
  if (called === "EnvGroupLink") return (inputs.serviceIds as readonly unknown[]).length;
  if (called === "WebService") return 1 + ((inputs.envGroupIds ?? []) as readonly unknown[]).length;
  return called === "Project" ? 1 + Object.keys(inputs.environments as object).length : 1;
}
