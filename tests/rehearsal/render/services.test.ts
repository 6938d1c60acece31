import assert from "node:assert/strict";
import { CalledRender, type Json, REPOSITORY } from "./called-render";

const COMMANDS = { buildCommand: "true", startCommand: "true" };

describe("The embedded Render's services", () => {
  let called: CalledRender;
  before(async () => {
    called = await CalledRender.open();
  });
  after(() => called.close());
  afterEach(async () => {
    for (const { service } of await called.ask("GET", "/services?limit=100"))
      await called.ask("DELETE", `/services/${service.id}`);
  });

  it("answer a creation with what was asked for, Render's defaults, and the first deploy", async () => {
    const { status, body } = await called.call("POST", "/services", called.post({ name: "My API" }));
    assert.equal(status, 201);
    const { service, deployId } = body;
    assert.match(service.id, /^srv-[0-9a-v]{20}$/);
    assert.match(deployId, /^dep-/);
    assert.match(service.createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    const expected = {
      name: "My API",
      slug: "my-api",
      type: "web_service",
      repo: REPOSITORY,
      branch: "main",
      autoDeploy: "yes",
      autoDeployTrigger: "commit",
      rootDir: "",
      notifyOnFail: "default",
      suspended: "not_suspended",
      suspenders: [],
      dashboardUrl: `https://dashboard.render.com/web/${service.id}`,
    };
    for (const [name, value] of Object.entries(expected)) assert.deepEqual(service[name], value, name);
    const { url, ...details } = service.serviceDetails;
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.deepEqual(details, {
      buildPlan: "starter",
      env: "node",
      envSpecificDetails: COMMANDS,
      healthCheckPath: "",
      ipAllowList: [{ cidrBlock: "0.0.0.0/0", description: "everywhere" }],
      maintenanceMode: { enabled: false, uri: "" },
      maxShutdownDelaySeconds: 30,
      numInstances: 1,
      openPorts: [{ port: 10000, protocol: "TCP" }],
      plan: "starter",
      previews: { generation: "off" },
      pullRequestPreviewsEnabled: "no",
      region: "oregon",
      renderSubdomainPolicy: "enabled",
      runtime: "node",
      sshAddress: `${service.id}@ssh.oregon.render.com`,
    });
    assert.deepEqual(await called.ask("GET", `/services/${service.id}`), service);
  });

  it("take every field of a web service", async () => {
    const details = {
      plan: "standard",
      region: "frankfurt",
      healthCheckPath: "/health",
      maxShutdownDelaySeconds: 60,
      maintenanceMode: { enabled: true, uri: "https://example.com/soon" },
      ipAllowList: [{ cidrBlock: "10.0.0.0/8", description: "office" }],
      renderSubdomainPolicy: "disabled",
      previews: { generation: "automatic" },
    };
    const change = {
      rootDir: "api",
      branch: "staging",
      autoDeployTrigger: "off",
      buildFilter: { paths: ["api/**"], ignoredPaths: [] },
    };
    const disk = { name: "data", mountPath: "/data" };
    const service = await called.service(change, { ...details, preDeployCommand: "migrate", disk });
    for (const [name, value] of Object.entries(details))
      assert.deepEqual(service.serviceDetails[name], value, name);
    for (const [name, value] of Object.entries(change)) assert.deepEqual(service[name], value, name);
    assert.equal(service.autoDeploy, "no");
    assert.equal(service.serviceDetails.pullRequestPreviewsEnabled, "yes");
    assert.equal(service.serviceDetails.envSpecificDetails.preDeployCommand, "migrate");
    const { id, ...shown } = service.serviceDetails.disk;
    assert.match(id, /^dsk-/);
    assert.deepEqual(shown, { ...disk, sizeGB: 1 });
  });

  it("show an image's service as recorded: empty commands, no repository", async () => {
    const image = { ownerId: called.render.ownerId, imagePath: "docker.io/library/nginx:1.27" };
    const service = await called.service(
      { repo: undefined, image },
      { runtime: "image", envSpecificDetails: undefined },
    );
    assert.equal(service.imagePath, image.imagePath);
    assert.equal("repo" in service || "branch" in service, false);
    assert.deepEqual(service.serviceDetails.envSpecificDetails, {
      dockerCommand: "",
      dockerContext: "",
      dockerfilePath: "",
    });
  });

  it("keep their slug when they are renamed, and are not deployed by a change", async () => {
    const { id } = await called.service({ name: "before" });
    const before = await called.ask("GET", `/services/${id}/deploys`);
    const patch = { name: "after", serviceDetails: { healthCheckPath: "/up", plan: "pro" } };
    const { status, body } = await called.call("PATCH", `/services/${id}`, patch);
    assert.equal(status, 200);
    assert.deepEqual([body.name, body.slug], ["after", "before"]);
    assert.deepEqual([body.serviceDetails.healthCheckPath, body.serviceDetails.plan], ["/up", "pro"]);
    assert.deepEqual(body.serviceDetails.envSpecificDetails, COMMANDS);
    const after = await called.ask("GET", `/services/${id}/deploys`);
    const ids = (list: Json) => list.map(({ deploy }: Json) => deploy.id);
    assert.deepEqual(ids(after), ids(before));
    const [{ event }] = await called.ask("GET", `/services/${id}/events?type=plan_changed`);
    assert.deepEqual(event.details, { from: "starter", to: "pro" });
  });

  it("change their runtime, and stay the same service", async () => {
    const made = await called.service({});
    const serviceDetails = { runtime: "docker", envSpecificDetails: { dockerfilePath: "./Dockerfile" } };
    const changed = await called.ask("PATCH", `/services/${made.id}`, { serviceDetails });
    assert.deepEqual([changed.id, changed.serviceDetails.runtime], [made.id, "docker"]);
  });

  it("change only what a request names", async () => {
    const made = await called.service({ rootDir: "api" }, { healthCheckPath: "/health" });
    const changed = await called.ask("PATCH", `/services/${made.id}`, { serviceDetails: { plan: "pro" } });
    const { updatedAt: _, ...rest } = made;
    const expected = { ...rest, serviceDetails: { ...made.serviceDetails, plan: "pro" } };
    assert.deepEqual({ ...expected, updatedAt: changed.updatedAt }, changed);
    assert.ok(changed.updatedAt > made.updatedAt);
  });

  it("get four digits more where their slug is taken", async () => {
    await called.service({ name: "One Two" });
    const second = await called.service({ name: "one-two" });
    assert.match(second.slug, /^one-two-[0-9a-v]{4}$/);
  });

  it("are made once, of two requests at once for one name", async () => {
    const answers = await Promise.all([1, 2].map(() => called.call("POST", "/services", called.post())));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  });

  it("are listed newest first, in pages that end with an empty one, and by what they are", async () => {
    const names = ["a", "b", "c"];
    for (const name of names) await called.service({ name }, { region: name === "b" ? "ohio" : "oregon" });
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await called.ask("GET", `/services?limit=2&cursor=${cursor}`);
      if (page.length === 0) break;
      seen.push(...page.map(({ service }: Json) => service.name));
      cursor = page.at(-1).cursor;
    }
    assert.deepEqual(seen, ["c", "b", "a"]);
    const found = async (query: string) =>
      (await called.ask("GET", `/services?${query}`)).map(({ service }: Json) => service.name);
    assert.deepEqual(await found("name=a,c"), ["c", "a"]);
    assert.deepEqual(await found("name=a&name=b"), ["b", "a"]);
    assert.deepEqual(await found("region=ohio"), ["b"]);
    assert.deepEqual(await found("type=cron_job"), []);
    assert.deepEqual(await found("suspended=suspended"), []);
    assert.deepEqual(
      await found(`ownerId=${called.render.ownerId}&env=node&createdAfter=2020-01-01T00:00:00Z`),
      ["c", "b", "a"],
    );
    assert.deepEqual(await found("createdBefore=2020-01-01T00:00:00Z"), []);
  });

  it("are gone at once when they are deleted", async () => {
    const { id, serviceDetails } = await called.service();
    const { status, text } = await called.call("DELETE", `/services/${id}`);
    assert.deepEqual([status, text], [204, ""]);
    const gone = await called.call("GET", `/services/${id}`);
    assert.deepEqual([gone.status, gone.text], [404, `{"message":"not found: ${id}"}\n`]);
    assert.equal((await called.call("DELETE", `/services/${id}`)).status, 404);
    await assert.rejects(fetch(serviceDetails.url));
  });
});
