import assert from "node:assert/strict";
import type { Properties } from "../../../render/plugin/property-values";
import { backgroundWorker } from "../../../render/resources/background-worker";
import type { Json } from "../../rehearsal/render/called-render";
import { CalledKind, changedPaths, NATIVE } from "../called-kind";

/** render-oss/terraform-provider-render#31 */
describe("A service that names env groups", () => {
  let kinds: CalledKind;
  let group: string;
  let other: string;
  before(async () => {
    // A cancellation is answered once the deploy has ended.
    kinds = await CalledKind.open({ timings: { workerUp: 0.1 } });
    const { called } = kinds;
    const { ownerId } = called.render;
    const made = async (name: string, key: string): Promise<string> => {
      const envVars = [{ key, value: "1" }];
      return (await called.ask("POST", "/env-groups", { name, ownerId, envVars })).id;
    };
    [group, other] = [await made("shared", "SHARED"), await made("other", "OTHER")];
  });
  after(() => kinds.close());

  const nativeRuntime = {
    ...(NATIVE.runtimeSource as Json).nativeRuntime,
    // A build without the variable ends with nothing but its cancellation.
    buildCommand: 'until [ "$SHARED" = 1 ]; do sleep 0.1; done',
  };
  const wanted = (envGroupIds: readonly string[]): Properties =>
    kinds.checked(backgroundWorker, {
      ...NATIVE,
      runtimeSource: { nativeRuntime },
      startCommand: "sleep 600",
      envGroupIds,
    });
  const linked = async (id: string): Promise<string[]> =>
    (await kinds.called.ask("GET", `/env-groups/${id}`)).serviceLinks.map((link: Json) => link.id);
  const statuses = async (id: string): Promise<string[]> =>
    (await kinds.called.ask("GET", `/services/${id}/deploys`)).map(({ deploy }: Json) => deploy.status);
  const context = () => kinds.context({ waitForDeployCompletion: true });
  let id: string;
  let state: Properties;

  it("has their variables in its first deploy that runs, which its creation waits for", async () => {
    const inputs = wanted([group]);
    ({ id, outputs: state } = await backgroundWorker.create(context(), inputs));
    assert.deepEqual([await statuses(id), await linked(group)], [["live", "canceled"], [id]]);
    const [newest] = await kinds.called.ask("GET", `/services/${id}/deploys?limit=1`);
    assert.equal(state.deployId, newest.deploy.id);
    assert.match(kinds.lines.join("\n"), /begins before its env groups are linked: it is cancelled/);
    const found = await backgroundWorker.read(context(), id, inputs, state);
    assert.deepEqual(
      [changedPaths(backgroundWorker, found?.inputs ?? {}, inputs), found?.outputs],
      [[], state],
    );
  });

  it("is deployed anew where they change, and loses none that another has linked", async () => {
    await kinds.called.ask("POST", `/env-groups/${other}/services/${id}`);
    const next = wanted([other, group]);
    assert.deepEqual(changedPaths(backgroundWorker, wanted([group, other]), next), [], "they have no order");
    state = await backgroundWorker.update(context(), id, { inputs: wanted([group]), state }, next);
    assert.deepEqual(await statuses(id), ["live", "deactivated", "canceled"]);
    const third = await kinds.called.ask("POST", "/env-groups", {
      ...{ name: "third", ownerId: kinds.called.render.ownerId, envVars: [{ key: "A", value: "1" }] },
    });
    await kinds.called.ask("POST", `/env-groups/${third.id}/services/${id}`);
    await backgroundWorker.update(context(), id, { inputs: next, state }, wanted([group]));
    assert.deepEqual([await linked(group), await linked(other), await linked(third.id)], [[id], [], [id]]);
  });

  it("shows a link that was taken away, and makes it again", async () => {
    await kinds.called.ask("DELETE", `/env-groups/${group}/services/${id}`);
    const inputs = wanted([group]);
    const found = await backgroundWorker.read(context(), id, inputs, state);
    assert.deepEqual(changedPaths(backgroundWorker, found?.inputs ?? {}, inputs), ["envGroupIds"]);
    await backgroundWorker.update(context(), id, { inputs: found?.inputs ?? {}, state }, inputs);
    assert.deepEqual(await linked(group), [id]);
  });
});
