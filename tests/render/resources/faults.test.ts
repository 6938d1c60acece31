import assert from "node:assert/strict";
import type { FaultHow } from "../../../rehearsal/render";
import type { Properties } from "../../../render/plugin/property-values";
import type { ResourceKind } from "../../../render/resource-kind";
import { envGroup } from "../../../render/resources/env-group";
import { envGroupLink } from "../../../render/resources/env-group-link";
import { project } from "../../../render/resources/project";
import { webService } from "../../../render/resources/web-service";
import type { Json } from "../../rehearsal/render/called-render";
import { CalledKind, changedPaths, IMAGE } from "../called-kind";

const CANARY = "c4nary-s3cret-v4lue";

/** What may happen to any request, and must not show but in a line of the log. */
const FAULTS: readonly (readonly [string, FaultHow])[] = [
  ["429 without Retry-After", { status: 429 }],
  ["429 with Retry-After", { status: 429, retryAfter: 0 }],
  ["500", { status: 500 }],
  ["503 with Retry-After", { status: 503, retryAfter: 0 }],
  ["a reset before the request was acted on", "reset"],
  ["a reset after the request was acted on", "lost-answer"],
];

interface Life {
  readonly kind: ResourceKind;
  /** Inputs that are lived through one after the other, from nothing to nothing. */
  readonly steps: (others: Readonly<Record<string, string>>) => readonly Properties[];
}

const secretly = { value: CANARY };

const LIVES: Readonly<Record<string, Life>> = {
  "a web service": {
    kind: webService,
    steps: ({ environment, other }) => [
      {
        ...IMAGE,
        environmentId: environment,
        envVars: { A: secretly, B: { generateValue: true } },
        secretFiles: { a: { content: CANARY } },
        disk: { name: "data", sizeGb: 1, mountPath: "/data" },
        customDomains: [{ name: "a.example.com" }],
        notificationOverride: { notificationsToSend: "failure" },
        logStreamOverride: { setting: "send", endpoint: "logs.example.com:6514", token: CANARY },
      },
      {
        ...IMAGE,
        name: "renamed",
        environmentId: other,
        envVars: { A: { value: "2" }, B: { generateValue: true } },
        autoscaling: { enabled: true, min: 1, max: 2, criteria: {} },
        customDomains: [{ name: "b.example.com" }],
      },
      { ...IMAGE, numInstances: 2 },
      { ...IMAGE, disk: { name: "data", sizeGb: 1, mountPath: "/data" } },
    ],
  },
  "an env group": {
    kind: envGroup,
    steps: ({ environment, other }) => [
      {
        name: "shared",
        environmentId: environment,
        envVars: { A: secretly, B: { generateValue: true } },
        secretFiles: { a: { content: CANARY } },
      },
      {
        name: "renamed",
        environmentId: other,
        envVars: { A: { value: "2" }, C: secretly },
        secretFiles: { b: { content: CANARY } },
      },
      { name: "renamed", envVars: { A: { value: "2" } } },
    ],
  },
  "an env group's link": {
    kind: envGroupLink,
    steps: ({ group, one, two }) => [
      { envGroupId: group, serviceIds: [one] },
      { envGroupId: group, serviceIds: [two] },
    ],
  },
  "a project": {
    kind: project,
    steps: () => [
      { name: "shop", environments: { a: { name: "a", protectedStatus: "protected" } } },
      {
        name: "store",
        environments: {
          a: {
            name: "renamed",
            protectedStatus: "unprotected",
            networkIsolated: true,
            ipAllowLists: [{ cidrBlock: "10.0.0.0/8" }],
          },
          b: { name: "b", protectedStatus: "protected" },
        },
      },
      {
        name: "store",
        environments: {
          b: { name: "b", protectedStatus: "protected" },
          a: { name: "a", protectedStatus: "protected" },
        },
      },
      { name: "store", environments: { b: { name: "b", protectedStatus: "protected" } } },
    ],
  },
};

describe("A fault at any request", function () {
  this.timeout(10 * 60_000);
  let kinds: CalledKind;
  let others: Record<string, string>;

  before(async () => {
    kinds = await CalledKind.open();
    const { called } = kinds;
    const { ownerId } = called.render;
    const environments = ["one", "two"].map((name) => ({ name }));
    const made = await called.ask("POST", "/projects", { name: "beside", ownerId, environments });
    const [environment, other] = made.environmentIds;
    const group = await called.ask("POST", "/env-groups", {
      name: "beside",
      ownerId,
      envVars: [{ key: "A", value: "1" }],
    });
    const [one, two] = [await called.service({ name: "one" }), await called.service({ name: "two" })];
    others = { environment, other, group: group.id, one: one.id, two: two.id };
  });
  after(() => kinds.close());
  afterEach(() => kinds.called.render.faults.clear());

  /** Everything there is at Render, counted. */
  async function count(): Promise<number[]> {
    const lists = await Promise.all(
      ["/services", "/env-groups", "/projects"].map((path) => kinds.called.ask("GET", `${path}?limit=100`)),
    );
    return lists.map((list: Json[]) => list.length);
  }

  /** Lives one life; `around` may arrange for something before each operation, and look at it after. */
  async function live({ kind, steps }: Life, around: (operation: string) => void): Promise<void> {
    const [first = {}, ...changes] = steps(others).map((step) => kinds.checked(kind, step));
    const before = await count();
    around("create");
    const { id, outputs } = await kind.create(kinds.context(), first);
    around("");
    const during = await count();
    const made = during.reduce((sum, each, index) => sum + each - (before[index] ?? 0), 0);
    assert.equal(made, kind === envGroupLink ? 0 : 1, "made once");
    let [inputs, state] = [first, outputs];
    await means(kind, id, inputs, state);
    for (const [index, wanted] of changes.entries()) {
      around(`update ${index}`);
      state = await kind.update(kinds.context(), id, { inputs, state }, wanted);
      around("");
      inputs = wanted;
      await means(kind, id, inputs, state);
    }
    around("delete");
    await kind.delete(kinds.context(), id, state);
    around("");
    assert.deepEqual(await count(), before, "nothing is left");
  }

  async function means(kind: ResourceKind, id: string, inputs: Properties, state: Properties): Promise<void> {
    const found = await kind.read(kinds.context(), id, inputs, state);
    assert.deepEqual(changedPaths(kind, inputs, found?.inputs ?? {}), []);
    assert.deepEqual(found?.outputs, state);
  }

  /** The requests of each operation of a life without faults, with its own ids left open. */
  async function requestsOf(life: Life): Promise<ReadonlyMap<string, [string, RegExp][]>> {
    const found = new Map<string, [string, RegExp][]>();
    let operation = "";
    await live(life, (next) => {
      for (const request of new Set(kinds.changes())) {
        if (operation === "") continue;
        const [method = "", path = ""] = request.split(" ");
        const open = path
          .replace(/(srv|evg|prj|evm|dsk|dep)-[a-z0-9]+/g, "$1-[a-z0-9]+")
          .replaceAll(".", "\\.");
        found.set(operation, [...(found.get(operation) ?? []), [method, new RegExp(`^${open}$`)]]);
      }
      operation = next;
    });
    return found;
  }

  for (const [what, life] of Object.entries(LIVES)) {
    it(`of ${what}'s life does not show, whatever it is`, async () => {
      const requests = await requestsOf(life);
      const counts = [...requests.values()].map(({ length }) => length);
      assert.ok(counts.reduce((sum, each) => sum + each, 0) >= 4, String(counts));
      for (const [fault, how] of FAULTS) {
        // One request of each operation in each life: every request gets every fault, and no operation two.
        for (let round = 0; round < Math.max(...counts); round++) {
          let where = "";
          const arrange = (operation: string): void => {
            if (where !== "") {
              assert.ok(kinds.lines.length > 0, `${where}: no line says so`);
              assert.ok(!kinds.lines.join("\n").includes(CANARY), where);
            }
            const request = requests.get(operation)?.[round];
            kinds.lines.length = 0;
            where = "";
            if (request === undefined) return;
            const [method, path] = request;
            where = `${fault} to ${method} ${path} in ${operation}`;
            kinds.called.render.faults.next({ method, path, how });
          };
          await live(life, arrange).catch((error: Error) => {
            throw new Error(`${where}: ${error.message}`, { cause: error });
          });
        }
      }
    });
  }
});
