import assert from "node:assert/strict";
import { policies } from "../../policy/policies";
import { resourcesOf } from "./gate/program";
import { ROOMS_BROKEN, ROOMS_SOUND } from "./gate/rooms";
import type { SealedCase } from "./gate/sealed";
import { type Sent, ServedPack } from "./served-pack";

const WEB = "render:index/webService:WebService";

/** So many are judged at the same time. */
const MANY = 24;

/** Every tenth of the rooms' cases, broken and sound in turn. */
function sample(): readonly Sent[] {
  const [broken, sound] = [ROOMS_BROKEN, ROOMS_SOUND].map((all) =>
    all.filter((_, index) => index % 10 === 0),
  );
  return Array.from({ length: Math.max(broken?.length ?? 0, sound?.length ?? 0) }, (_, index) => index)
    .flatMap((index) => [broken?.[index], sound?.[index]])
    .flatMap((one, index) => (one === undefined ? [] : sentOf(`case-${index}`, one)));
}

function sentOf(id: string, one: SealedCase): readonly Sent[] {
  const urnOf = (type: string, name: string) => `urn:pulumi:production::acme::${type}::${name}`;
  const all = resourcesOf(id, one);
  return all.map(({ type, name, props, parent }) => {
    const outer = all.find((other) => other.name === parent);
    return {
      ...{ type, name, props, urn: urnOf(type, name) },
      ...(outer !== undefined && { parent: urnOf(outer.type, outer.name) }),
    };
  });
}

/** What a pack reports of a resource whose policies are all called, but for those that are disabled. */
function ofAllCalled(disabled: readonly string[] = []): (resource: Sent) => readonly string[] {
  const all = policies().flatMap((policy) =>
    "validateResource" in policy &&
    typeof policy.validateResource === "function" &&
    !disabled.includes(policy.name)
      ? [{ name: policy.name, validate: policy.validateResource }]
      : [],
  );
  return ({ parent, ...resource }) => {
    const said: string[] = [];
    const args = { ...resource, opts: { parent }, getConfig: () => ({}) };
    for (const { name, validate } of all)
      void validate(args as never, (message) => said.push(`${name}: ${message}`));
    return said;
  };
}

const service = (name: string, PORT: string, more: object = {}): Sent => ({
  type: WEB,
  name,
  urn: `urn:pulumi:production::acme::${WEB}::${name}`,
  props: {
    startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    healthCheckPath: "/health",
    envVars: { PORT: { value: PORT } },
    ...more,
  },
});

describe("the pack, asked as the engine asks it", function () {
  this.timeout(120_000);
  let pack: ServedPack;

  beforeEach(async () => {
    pack = await ServedPack.start();
  });

  afterEach(() => pack.stop());

  it("says of each resource what its policies say that are all called, also of many at the same time", async () => {
    const resources = sample();
    const expected = resources.map(ofAllCalled());
    assert.ok(expected.filter(({ length }) => length > 0).length > 100);
    const oneByOne: (readonly string[])[] = [];
    for (const resource of resources) oneByOne.push(await pack.analyze(resource));
    assert.deepEqual(oneByOne, expected);
    const together: (readonly string[])[] = [];
    for (let at = 0; at < resources.length; at += MANY)
      together.push(...(await Promise.all(resources.slice(at, at + MANY).map((one) => pack.analyze(one)))));
    assert.deepEqual(together, expected);
  });

  it("goes by what is configured last", async () => {
    const asked = async (standardPort: number) => {
      await pack.configure({ "port-standard": { level: "mandatory", properties: { standardPort } } });
      const all = ["8000", "9000"].map((port) => pack.analyze(service(`on-${port}`, port)));
      return (await Promise.all(all)).map((said) => said.filter((one) => one.startsWith("port-")).length);
    };
    assert.deepEqual(await asked(8000), [0, 1]);
    assert.deepEqual(await asked(9000), [1, 0]);
    assert.deepEqual(await asked(8000), [0, 1]);
  });

  it("says nothing for a policy that is disabled, and what the others say, whichever it is", async () => {
    const names = (await pack.policies()).filter(([, ofResources]) => ofResources).map(([name]) => name);
    const broken = service("broken", "18012", {
      startCommand: "gunicorn --bind 127.0.0.1:10000 app:app",
      healthCheckPath: "",
    });
    const resources = [service("sound", "8000"), broken, { ...broken, urn: `${broken.urn}-2` }];
    const check = async (...disabled: readonly string[]) => {
      await pack.configure(Object.fromEntries(disabled.map((name) => [name, { level: "disabled" }])));
      const said = await Promise.all(resources.map((one) => pack.analyze(one)));
      assert.deepEqual(said, resources.map(ofAllCalled(disabled)), disabled.join());
      return said;
    };
    const all = await check();
    assert.deepEqual(all[0], []);
    assert.ok((all[1]?.length ?? 0) > 3);
    for (const name of names) await check(name);
    // Another policy is the first that is asked, and none ends what it begins.
    for (let count = 0; count < names.length; count += 7) await check(...names.slice(0, count), "undecided");
    assert.deepEqual(await check(), all);
  });

  it("is a pack of the same policies, before, while and after resources are judged", async () => {
    const before = await pack.policies();
    assert.deepEqual(
      before.filter(([, ofResources]) => !ofResources),
      [
        ["linked-env-groups", false],
        ["other-environments", false],
      ],
    );
    const judged = Array.from({ length: 20 }, (_, index) => pack.analyze(service(`api-${index}`, "8000")));
    const during = await Promise.all([pack.policies(), ...judged, pack.policies()]);
    assert.deepEqual(during[0], before);
    assert.deepEqual(during.at(-1), before);
    assert.deepEqual(await pack.policies(), before);
  });
});
