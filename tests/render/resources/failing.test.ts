import assert from "node:assert/strict";
import { startDeploy, untilLive } from "../../../render/deploys";
import { IncompleteResourceError, WaitEndedError } from "../../../render/failure";
import type { Properties } from "../../../render/plugin/property-values";
import type { ResourceKind } from "../../../render/resource-kind";
import { envGroup } from "../../../render/resources/env-group";
import { envGroupLink } from "../../../render/resources/env-group-link";
import { project } from "../../../render/resources/project";
import { webService } from "../../../render/resources/web-service";
import { CalledKind, changedPaths, NATIVE } from "../called-kind";

const ALWAYS = 100;
const environments = { live: { name: "live", protectedStatus: "protected" } };

describe("A failure that does not pass", function () {
  this.timeout(10 * 60_000);
  let kinds: CalledKind;

  beforeEach(async () => {
    kinds = await CalledKind.open();
  });
  afterEach(() => kinds.close());

  const faults = () => kinds.called.render.faults;

  async function incomplete(kind: ResourceKind, inputs: Properties): Promise<IncompleteResourceError> {
    const made = await kind.create(kinds.context(), inputs).catch((error: unknown) => error);
    assert.ok(made instanceof IncompleteResourceError, String(made));
    return made;
  }

  it("of a service's creation keeps what was made, and the next update goes on from there", async () => {
    const wanted = {
      ...NATIVE,
      customDomains: [{ name: "a.example.com" }],
      envVars: { A: { generateValue: true } },
    };
    faults().next({ method: "POST", path: /custom-domains/, times: ALWAYS, how: { status: 500 } });
    const { id, outputs, reasons } = await incomplete(webService, wanted);
    assert.match(reasons.join(), /500 to POST \/services\/srv-\w+\/custom-domains/);
    assert.deepEqual([outputs.name, outputs.slug, typeof outputs.deployId], ["api", "api", "string"]);
    faults().clear();
    const old = { inputs: wanted, state: outputs };
    const state = await webService.update(kinds.context(), id, old, wanted);
    const [domain, ...others] = state.activeCustomDomains as { id: string; name: string }[];
    assert.deepEqual([domain?.name, domain?.id.slice(0, 4), others], ["a.example.com", "cdm-", []]);
    const found = await webService.read(kinds.context(), id, wanted, state);
    assert.deepEqual(changedPaths(webService, wanted, found?.inputs ?? {}), []);
  });

  it("of a project's creation keeps what was made, and it is not made again", async () => {
    const wanted = { name: "shop", environments };
    faults().next({ method: "GET", path: /^\/environments/, times: ALWAYS, how: { status: 500 } });
    const { id, outputs } = await incomplete(project, wanted);
    faults().clear();
    const state = await project.update(kinds.context(), id, { inputs: wanted, state: outputs }, wanted);
    assert.match(JSON.stringify(state), /"id":"evm-/);
    assert.equal((await kinds.called.ask("GET", "/projects")).length, 1);
  });

  it("of a service's update leaves the old state, and the same update later does all of it", async () => {
    const { id, outputs: state } = await webService.create(kinds.context(), NATIVE);
    const wanted = {
      ...NATIVE,
      plan: "standard",
      envVars: { A: { value: "1" } },
      healthCheckPath: "/health",
    };
    faults().next({ method: "PUT", path: /env-vars/, times: ALWAYS, how: { status: 503, retryAfter: 0 } });
    const old = { inputs: NATIVE, state };
    await assert.rejects(webService.update(kinds.context(), id, old, wanted), /503 to PUT/);
    faults().clear();
    const now = await webService.update(kinds.context(), id, old, wanted);
    assert.notEqual(now.deployId, state.deployId);
    const found = await webService.read(kinds.context(), id, wanted, now);
    assert.deepEqual(changedPaths(webService, wanted, found?.inputs ?? {}), []);
  });

  it("of the deploy alone is made good by the same update later", async () => {
    const { id, outputs: state } = await webService.create(kinds.context(), NATIVE);
    const wanted = { ...NATIVE, startCommand: "node server.js" };
    faults().next({ method: "POST", path: /deploys/, times: ALWAYS, how: { status: 500 } });
    const old = { inputs: NATIVE, state };
    await assert.rejects(webService.update(kinds.context(), id, old, wanted), /500 to POST .*deploys/);
    faults().clear();
    const now = await webService.update(kinds.context(), id, old, wanted);
    assert.notEqual(now.deployId, state.deployId);
  });

  const KINDS: readonly (readonly [string, ResourceKind, (id: string) => Properties])[] = [
    ["a web service", webService, () => NATIVE],
    ["an env group", envGroup, () => ({ name: "shared", envVars: { A: { value: "1" } } })],
    ["a project", project, () => ({ name: "shop", environments })],
  ];

  for (const [what, kind, inputsOf] of KINDS) {
    it(`of deleting ${what} is none where it is gone already, and one where Render refuses`, async () => {
      const { id, outputs } = await kind.create(kinds.context(), inputsOf(""));
      faults().next({ method: "DELETE", how: { status: 403, message: "forbidden" } });
      await assert.rejects(kind.delete(kinds.context(), id, outputs), /403.*check `render:ownerId`/);
      await kind.delete(kinds.context(), id, outputs);
      await kind.delete(kinds.context(), id, outputs);
      assert.equal(await kind.read(kinds.context(), id, inputsOf(""), outputs), undefined);
    });

    it(`of creating ${what} that hangs is found out, and it is made once`, async () => {
      faults().next({ method: "POST", how: "hang" });
      const { id } = await kind.create(kinds.hanging(), inputsOf(""));
      assert.ok(id);
      const path =
        { "render:index/webService:WebService": "services", "render:index/envGroup:EnvGroup": "env-groups" }[
          kind.token
        ] ?? "projects";
      assert.equal((await kinds.called.ask("GET", `/${path}`)).length, 1);
    });
  }

  it("is told when an environment that is not empty is to go", async () => {
    const wanted = { name: "shop", environments };
    const { id, outputs } = await project.create(kinds.context(), wanted);
    const { live } = outputs.environments as Record<string, { id: string }>;
    await kinds.called.service({ name: "inside", environmentId: live?.id });
    await assert.rejects(project.delete(kinds.context(), id, outputs), /409 to DELETE .*not empty/);
  });

  it("is none for a link whose group or service is gone", async () => {
    const group = await envGroup.create(kinds.context(), { name: "shared", envVars: { A: { value: "1" } } });
    const service = await webService.create(kinds.context(), NATIVE);
    const inputs = { envGroupId: group.id, serviceIds: [service.id] };
    const link = await envGroupLink.create(kinds.context(), inputs);
    await webService.delete(kinds.context(), service.id, service.outputs);
    assert.equal(await envGroupLink.read(kinds.context(), link.id, inputs, inputs), undefined);
    await envGroup.delete(kinds.context(), group.id, group.outputs);
    assert.equal(await envGroupLink.read(kinds.context(), link.id, inputs, inputs), undefined);
    await envGroupLink.delete(kinds.context(), link.id, inputs);
  });

  it("refuses to make a service of a name that is taken, and says how to take it over", async () => {
    const { id } = await webService.create(kinds.context(), NATIVE);
    await assert.rejects(
      webService.create(kinds.context(), NATIVE),
      new RegExp(`already \\(${id}\\).*pulumi import render:index/webService:WebService name ${id}`),
    );
  });

  it("of the answer to a deploy leaves one deploy, which is found", async () => {
    const { id, outputs } = await webService.create(kinds.context(), NATIVE);
    await untilLive(kinds.context(), id, String(outputs.deployId)).catch(() => undefined);
    for (const how of ["lost-answer", "reset"] as const) {
      const deploys = () => kinds.called.ask("GET", `/services/${id}/deploys`);
      const before = await deploys();
      faults().next({ method: "POST", path: /deploys/, how });
      const deploy = await startDeploy(kinds.context(), id, undefined);
      const after = await deploys();
      assert.equal(after.length, before.length + 1);
      assert.equal(after[0].deploy.id, deploy);
    }
  });

  it("of a wait that is cancelled says what the deploy was, and that it goes on", async () => {
    const waiting = { ...NATIVE, startCommand: "sleep 60" };
    const { id, outputs } = await webService.create(kinds.context(), waiting);
    const ended = untilLive(kinds.context(), id, String(outputs.deployId));
    kinds.cancel("the update was cancelled");
    await assert.rejects(ended, (error: Error) => {
      assert.match(
        error.message,
        /^Waiting for deploy dep-\w+ ended: the update was cancelled\..*Render goes on with it\.$/,
      );
      return error instanceof WaitEndedError;
    });
  });
});
