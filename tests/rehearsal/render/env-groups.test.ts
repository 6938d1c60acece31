import assert from "node:assert/strict";
import { CalledRender, type Json } from "./called-render";

describe("The embedded Render's env groups, projects and environments", () => {
  let called: CalledRender;
  beforeEach(async () => {
    called = await CalledRender.open();
  });
  afterEach(() => called.close());

  const group = (change: Json = {}): Promise<Json> =>
    called.ask("POST", "/env-groups", {
      name: "shared",
      ownerId: called.render.ownerId,
      envVars: [{ key: "A", value: "1" }],
      ...change,
    });
  const project = (...names: string[]): Promise<Json> =>
    called.ask("POST", "/projects", {
      name: "shop",
      ownerId: called.render.ownerId,
      environments: names.map((name) => ({ name, protectedStatus: "unprotected" })),
    });

  it("make, change and delete a group and its entries", async () => {
    const made = await group({
      envVars: [{ key: "G", generateValue: true }],
      secretFiles: [{ name: "f", content: "x" }],
    });
    const path = `/env-groups/${made.id}`;
    assert.match(made.id, /^evg-/);
    assert.match(made.envVars[0].value, /=$/);
    assert.deepEqual([made.serviceLinks, made.secretFiles], [[], [{ name: "f", content: "x" }]]);
    assert.deepEqual(await called.ask("GET", path), made);
    assert.equal((await called.ask("PATCH", path, { name: "renamed" })).name, "renamed");
    const put = await called.call("PUT", `${path}/env-vars/B`, { value: "2" });
    assert.deepEqual([put.status, put.body.envVars.at(-1)], [200, { key: "B", value: "2" }]);
    assert.deepEqual(await called.ask("GET", `${path}/env-vars/B`), { key: "B", value: "2" });
    assert.equal((await called.call("DELETE", `${path}/env-vars/G`)).status, 204);
    const files = await called.ask("PUT", `${path}/secret-files/g`, { content: "y" });
    assert.equal(files.secretFiles.length, 2);
    assert.equal((await called.call("DELETE", `${path}/secret-files/f`)).status, 204);
    assert.deepEqual(await called.ask("GET", `${path}/secret-files/g`), { name: "g", content: "y" });
    const now = await called.ask("GET", path);
    assert.deepEqual(
      [now.envVars, now.secretFiles],
      [[{ key: "B", value: "2" }], [{ name: "g", content: "y" }]],
    );
    const [listed] = await called.ask("GET", "/env-groups?name=renamed");
    assert.deepEqual([listed.id, "cursor" in listed, "envVars" in listed], [made.id, false, false]);
    assert.equal((await called.call("DELETE", path)).status, 204);
    assert.equal((await called.call("GET", path)).status, 404);
  });

  it("link a service once however often it is asked, until it is unlinked or gone", async () => {
    const { id } = await called.service();
    const made = await group();
    const link = `/env-groups/${made.id}/services/${id}`;
    for (const _ of [1, 2]) {
      const { serviceLinks } = await called.ask("POST", link);
      assert.deepEqual(serviceLinks, [{ id, name: "api", type: "web" }]);
    }
    assert.equal((await called.call("DELETE", link)).status, 204);
    assert.equal((await called.call("DELETE", link)).status, 404);
    await called.ask("POST", link);
    await called.ask("DELETE", `/services/${id}`);
    assert.deepEqual((await called.ask("GET", `/env-groups/${made.id}`)).serviceLinks, []);
  });

  it("answer null, not an empty list, for what an environment has none of", async () => {
    const { id, environmentIds, owner } = await project("staging", "production");
    assert.match(id, /^prj-/);
    assert.equal(owner.id, called.render.ownerId);
    const listed = (await called.ask("GET", `/environments?projectId=${id}`)).map(
      (each: Json) => each.environment,
    );
    assert.deepEqual(listed.map((each: Json) => each.id).toSorted(), environmentIds.toSorted());
    const [staging] = listed.filter((each: Json) => each.name === "staging");
    const none = { databasesIds: null, redisIds: null, serviceIds: null, envGroupIds: null };
    const expected = {
      id: staging.id,
      name: "staging",
      projectId: id,
      protectedStatus: "unprotected",
      ...none,
    };
    assert.deepEqual(staging, expected);
    const patch = { protectedStatus: "protected", networkIsolationEnabled: true };
    const changed = await called.ask("PATCH", `/environments/${staging.id}`, patch);
    assert.deepEqual(changed, { ...expected, ...patch });
  });

  it("move services and groups in and out of an environment, and delete only what is empty", async () => {
    const made = await project("staging");
    const [environmentId] = made.environmentIds;
    const service = await called.service();
    const { id: groupId } = await group();
    const resources = `/environments/${environmentId}/resources`;
    const moved = await called.call("POST", resources, { resourceIds: [service.id, groupId] });
    assert.deepEqual(
      [moved.status, moved.body.serviceIds, moved.body.envGroupIds],
      [201, [service.id], [groupId]],
    );
    assert.equal((await called.ask("GET", `/services/${service.id}`)).environmentId, environmentId);
    for (const target of [`/environments/${environmentId}`, `/projects/${made.id}`]) {
      const { status, body } = await called.call("DELETE", target);
      assert.deepEqual([status, /is not empty$/.test(body.message)], [409, true]);
    }
    const query = `resourceIds=${service.id},${groupId}`;
    assert.equal((await called.call("DELETE", `${resources}?${query}`)).status, 204);
    assert.equal((await called.call("DELETE", `${resources}?${query}`)).status, 404);
    assert.equal("environmentId" in (await called.ask("GET", `/services/${service.id}`)), false);
    assert.equal((await called.call("DELETE", `/projects/${made.id}`)).status, 204);
    assert.equal((await called.call("GET", `/environments/${environmentId}`)).status, 404);
  });

  it("keep a group of one environment to its services", async () => {
    const { environmentIds } = await project("staging", "production");
    const [here, there] = environmentIds;
    const { id: groupId } = await group({ environmentId: here });
    const { id } = await called.service({ environmentId: there });
    const link = `/env-groups/${groupId}/services/${id}`;
    assert.match((await called.call("POST", link)).body.message, /belongs to environment/);
    await called.ask("POST", `/environments/${here}/resources`, { resourceIds: [id] });
    await called.ask("POST", link);
    const leaving = await called.call("POST", `/environments/${there}/resources`, { resourceIds: [id] });
    assert.deepEqual(
      [leaving.status, leaving.body.message],
      [400, "cannot move service out of environment with linked env groups"],
    );
  });

  it("name a project and its environments anew", async () => {
    const made = await project("staging");
    assert.equal((await called.ask("PATCH", `/projects/${made.id}`, { name: "other" })).name, "other");
    const body = { name: "production", projectId: made.id };
    const { status, body: production } = await called.call("POST", "/environments", body);
    assert.deepEqual([status, production.protectedStatus], [201, "unprotected"]);
    assert.equal((await called.call("POST", "/environments", body)).status, 409);
    assert.equal((await called.call("DELETE", `/environments/${production.id}`)).status, 204);
    const [{ project: listed }] = await called.ask("GET", "/projects?name=other");
    assert.deepEqual(listed.environmentIds, made.environmentIds);
  });
});
