import assert from "node:assert/strict";
import { webService } from "../../../render/resources/web-service";
import { CalledKind, changedPaths, IMAGE } from "../called-kind";

/** render-oss/terraform-provider-render#104 and #80 */
describe("An update of a web service", () => {
  let kinds: CalledKind;
  before(async () => {
    kinds = await CalledKind.open();
  });
  after(() => kinds.close());

  it("that is suspended changes it and starts no deploy, which Render would refuse", async () => {
    const first = kinds.checked(webService, IMAGE);
    const { id, outputs } = await webService.create(kinds.context(), first);
    await kinds.called.ask("POST", `/services/${id}/suspend`);
    const before = await kinds.called.ask("GET", `/services/${id}/deploys`);
    const wanted = kinds.checked(webService, { ...IMAGE, envVars: { A: { value: "2" } }, plan: "standard" });
    const old = { inputs: first, state: outputs };
    const context = kinds.context({ waitForDeployCompletion: true });
    const state = await webService.update(context, id, old, wanted);
    assert.equal(state.deployId, outputs.deployId);
    assert.match(
      kinds.lines.join(),
      /srv-\w+ is suspended: it is changed, and not deployed before it is resumed/,
    );
    const found = await webService.read(kinds.context(), id, wanted, state);
    assert.deepEqual(changedPaths(webService, wanted, found?.inputs ?? {}), []);
    const after = await kinds.called.ask("GET", `/services/${id}/deploys`);
    assert.equal(after.length, before.length);
    await webService.delete(kinds.context(), id, state);
  });

  it("that is free sends no maintenance mode, which Render refuses for it, not even after an import", async () => {
    const free = kinds.checked(webService, { ...IMAGE, plan: "free" });
    const { id } = await webService.create(kinds.context(), free);
    const imported = await webService.read(kinds.context(), id, {}, {});
    assert.ok(imported);
    const { inputs, outputs } = imported;
    const wanted = kinds.checked(webService, { ...IMAGE, plan: "free", healthCheckPath: "/health" });
    const changed = changedPaths(webService, inputs, wanted);
    assert.deepEqual(changed, ["healthCheckPath"]);
    await webService.update(kinds.context(), id, { inputs, state: outputs }, wanted);
    const { serviceDetails } = await kinds.called.ask("GET", `/services/${id}`);
    assert.equal(serviceDetails.healthCheckPath, "/health");
  });
});
