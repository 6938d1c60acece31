import assert from "node:assert/strict";
import type { Properties } from "../../../render/plugin/property-values";
import type { ResourceKind } from "../../../render/resource-kind";
import { keyvalue } from "../../../render/resources/keyvalue";
import { postgres } from "../../../render/resources/postgres";
import { registryCredential } from "../../../render/resources/registry-credential";
import { CalledKind, changedPaths, check } from "../called-kind";

const OFFICE = { cidrBlock: "10.0.0.0/8", description: "office" };
const HOME = { cidrBlock: "192.0.2.1/32", description: "" };
const STREAM = { setting: "send", endpoint: "logs.example.com:6514", token: "t" };

/** Each kind as it is first, what an import cannot see, and fields with values that follow one another. */
const KINDS: readonly (readonly [
  ResourceKind,
  Properties,
  unseen: readonly string[],
  readonly (readonly [string, ...unknown[]])[],
])[] = [
  [
    postgres,
    {
      name: "shop",
      plan: "basic_256mb",
      region: "oregon",
      version: "17",
      datadogApiKey: "key",
      databaseName: "shop",
      databaseUser: "shop_user",
      parameterOverrides: { max_connections: "40" },
    },
    ["datadogApiKey"],
    [
      ["name", "store", "shop"],
      ["plan", "pro_4gb", "basic_256mb"],
      ["diskSizeGb", 20, 40],
      ["highAvailabilityEnabled", true, false, undefined],
      ["ipAllowLists", [OFFICE, HOME], [HOME, OFFICE], []],
      ["parameterOverrides", { max_connections: "50" }, { max_connections: "60", work_mem: "8MB" }, {}],
      ["parameterOverrides", { work_mem: "8MB" }, undefined],
      [
        "readReplicas",
        [{ name: "reports", parameterOverrides: { work_mem: "8MB" } }],
        [{ name: "reports", parameterOverrides: { work_mem: "9MB" } }],
        [{ name: "reports", parameterOverrides: {} }],
        [{ name: "reports" }],
      ],
      ["readReplicas", [{ name: "reports" }, { name: "other" }], [{ name: "other" }], [], undefined],
      ["datadogApiKey", "other", undefined],
      ["logStreamOverride", STREAM, undefined],
    ],
  ],
  [
    keyvalue,
    {
      name: "cache",
      plan: "free",
      region: "oregon",
      maxMemoryPolicy: "allkeys_lru",
      persistenceMode: "off",
    },
    [],
    [
      ["name", "store", "cache"],
      ["plan", "starter"],
      ["maxMemoryPolicy", "noeviction", "volatile_ttl"],
      ["persistenceMode", "snapshot", "off", undefined, "journal_snapshot"],
      ["ipAllowLists", [OFFICE], []],
      ["logStreamOverride", STREAM, { setting: "drop" }, undefined],
    ],
  ],
  [
    registryCredential,
    { name: "images", registry: "GITHUB", username: "acme", authToken: "token" },
    ["authToken"],
    [
      ["name", "others"],
      ["registry", "DOCKER"],
      ["username", "other"],
      ["authToken", "next"],
    ],
  ],
];

describe("A datastore, or a credential", function () {
  this.timeout(120_000);
  let at: CalledKind;

  before(async () => {
    at = await CalledKind.open();
  });
  after(() => at.close());

  /** The wanted replicas with the ids that Render shows. */
  async function replicasAt(id: string, wanted: readonly { readonly name: string }[]) {
    const { role, readReplicas } = await at.called.ask("GET", `/postgres/${id}`);
    assert.equal(role, "primary");
    const idOf = (name: string) => readReplicas.find((each: { name: string }) => each.name === name).id;
    return wanted.map((each) => ({ ...each, id: idOf(each.name) }));
  }

  for (const [kind, first, unseen, fields] of KINDS) {
    const called = kind.token.replace(/.*:/, "");

    it(`${called} settles: made, read, imported and deleted, with no change in between`, async () => {
      const inputs = at.checked(kind, first);
      const { id, outputs } = await kind.create(at.context(), inputs);
      const found = await kind.read(at.context(), id, inputs, outputs);
      assert.deepEqual(found, { inputs, outputs });
      assert.equal(outputs.role, kind === postgres ? "primary" : undefined);
      const imported = await kind.read(at.context(), id, {}, {});
      const left = changedPaths(kind, imported?.inputs ?? {}, inputs);
      assert.deepEqual(left, unseen);
      at.changes();
      await kind.update(at.context(), id, { inputs, state: outputs }, inputs);
      assert.equal(at.changes().length, kind === registryCredential ? 1 : 0);
      await kind.delete(at.context(), id, outputs);
      assert.equal(await kind.read(at.context(), id, inputs, outputs), undefined);
      await kind.delete(at.context(), id, outputs);
    });

    it(`${called} changes each field and nothing else`, async () => {
      let inputs = at.checked(kind, first);
      const { id, outputs } = await kind.create(at.context(), inputs);
      let state = outputs;
      for (const [field, ...values] of fields) {
        for (const value of values) {
          const { [field]: _, ...rest } = inputs;
          const wanted = at.checked(kind, { ...rest, ...(value !== undefined && { [field]: value }) });
          const due = changedPaths(kind, inputs, wanted).length > 0;
          at.changes();
          if (due) state = await kind.update(at.context(), id, { inputs, state }, wanted);
          assert.equal(at.changes().length, due ? 1 : 0, `${field} ${JSON.stringify(value)}`);
          const found = await kind.read(at.context(), id, wanted, state);
          assert.deepEqual(
            changedPaths(kind, found?.inputs ?? {}, wanted),
            [],
            `${field} ${JSON.stringify(value)}`,
          );
          if (due && Array.isArray(wanted.readReplicas))
            assert.deepEqual(state.readReplicas, await replicasAt(id, wanted.readReplicas));
          inputs = wanted;
        }
      }
      await kind.delete(at.context(), id, state);
    });
  }

  it("is no change where the program leaves out what Render fills in, or others have set", async () => {
    const inputs = at.checked(postgres, { name: "bare", plan: "free", region: "oregon", version: "17" });
    const { id, outputs } = await postgres.create(at.context(), inputs);
    await at.called.ask("PATCH", `/postgres/${id}`, { ipAllowList: [OFFICE], diskSizeGB: 50 });
    const found = await postgres.read(at.context(), id, inputs, outputs);
    assert.deepEqual(found?.inputs, inputs);
    const imported = await postgres.read(at.context(), id, {}, {});
    assert.deepEqual(check(postgres, imported?.inputs ?? {}).problems, []);
    assert.deepEqual(changedPaths(postgres, imported?.inputs ?? {}, inputs), []);
    await postgres.delete(at.context(), id, outputs);
  });

  it("has the strings of its connection among its outputs, all of them secret", async () => {
    const { id, outputs } = await keyvalue.create(at.context(), at.checked(keyvalue, KINDS[1]?.[1] ?? {}));
    const info = outputs.connectionInfo as Record<string, string>;
    assert.match(info.internalConnectionString ?? "", new RegExp(`^redis://${id}:6379$`));
    for (const kind of [postgres, keyvalue]) {
      const shown = kind.outputs.connectionInfo?.shape;
      assert.ok(shown?.holds === "object");
      for (const name of Object.keys(shown.fields))
        assert.ok(
          kind.secrets.some((path) => path.join(".") === `connectionInfo.${name}`),
          name,
        );
    }
    await keyvalue.delete(at.context(), id, outputs);
  });

  it("moves between environments, and out of them", async () => {
    const { ownerId } = at.called.render;
    const environments = [{ name: "one" }, { name: "two" }];
    const { environmentIds } = await at.called.ask("POST", "/projects", { name: "p", ownerId, environments });
    const [one, two] = environmentIds;
    const first = at.checked(keyvalue, { ...KINDS[1]?.[1], environmentId: one });
    const { id, outputs } = await keyvalue.create(at.context(), first);
    let inputs = first;
    for (const environmentId of [two, undefined, one]) {
      const wanted = at.checked(keyvalue, { ...KINDS[1]?.[1], ...(environmentId && { environmentId }) });
      await keyvalue.update(at.context(), id, { inputs, state: outputs }, wanted);
      const found = await keyvalue.read(at.context(), id, wanted, outputs);
      assert.equal(found?.inputs.environmentId, environmentId);
      inputs = wanted;
    }
    await keyvalue.delete(at.context(), id, outputs);
  });

  it("is refused with a problem for each field that is wrong, and never with a token", () => {
    const wrong: readonly [ResourceKind, Properties, readonly string[]][] = [
      [postgres, { name: "a", plan: "free", region: "oregon", diskSizeGb: 0 }, ["diskSizeGb", "version"]],
      [keyvalue, { name: "a", plan: "free", region: "x", maxMemoryPolicy: "lru" }, ["maxMemoryPolicy"]],
      [registryCredential, { name: "a", registry: "GHCR", authToken: "canary" }, ["registry", "username"]],
    ];
    for (const [kind, inputs, properties] of wrong) {
      const { problems } = check(kind, inputs);
      assert.deepEqual(problems.map(({ property }) => property).toSorted(), properties);
      assert.doesNotMatch(JSON.stringify(problems), /canary/);
    }
  });

  it("is replaced where Render cannot change it", () => {
    assert.deepEqual(postgres.replacedBy, ["region", "version", "databaseName", "databaseUser"]);
    assert.deepEqual(keyvalue.replacedBy, ["region"]);
  });
});
