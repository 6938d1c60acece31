import assert from "node:assert/strict";
import { CalledRender, type Json } from "./called-render";

const SCALING = {
  enabled: true,
  min: 1,
  max: 3,
  criteria: { cpu: { enabled: true, percentage: 60 }, memory: { enabled: false, percentage: 60 } },
};

describe("The embedded Render's scaling, disks, domains and settings of a service", () => {
  let called: CalledRender;
  let id: string;
  let path: string;
  before(async () => {
    called = await CalledRender.open();
  });
  after(() => called.close());
  beforeEach(async () => {
    id = (await called.service()).id;
    path = `/services/${id}`;
  });
  afterEach(() => called.call("DELETE", path));

  const details = async (): Promise<Json> => (await called.ask("GET", path)).serviceDetails;
  const events = async (...types: string[]): Promise<Json[]> =>
    (await called.ask("GET", `${path}/events?type=${types.join(",")}`)).map(
      ({ event }: Json) => event.details,
    );

  it("scale with 202 and no body, and note it in the history", async () => {
    const { status, text } = await called.call("POST", `${path}/scale`, { numInstances: 3 });
    assert.deepEqual([status, text], [202, ""]);
    assert.equal((await details()).numInstances, 3);
    assert.deepEqual(await events("instance_count_changed"), [{ fromInstances: 1, toInstances: 3 }]);
  });

  it("scale by themselves where that is set, until it is taken away", async () => {
    const put = await called.call("PUT", `${path}/autoscaling`, SCALING);
    assert.deepEqual([put.status, put.body], [200, SCALING]);
    assert.deepEqual((await details()).autoscaling, SCALING);
    assert.equal((await called.call("DELETE", `${path}/autoscaling`)).status, 204);
    assert.equal("autoscaling" in (await details()), false);
  });

  it("take a disk, grow it, never shrink it, and let it go", async () => {
    const given = { name: "data", mountPath: "/data", sizeGB: 5 };
    const made = await called.call("POST", "/disks", { ...given, serviceId: id });
    assert.equal(made.status, 201);
    const { id: diskId, createdAt, updatedAt, ...shown } = made.body;
    assert.deepEqual(shown, { ...given, serviceId: id });
    assert.deepEqual((await details()).disk, { id: diskId, ...given });
    assert.equal((await called.call("POST", "/disks", { ...given, serviceId: id })).status, 409);
    assert.equal((await called.call("PATCH", `/disks/${diskId}`, { sizeGB: 4 })).status, 400);
    const grown = await called.ask("PATCH", `/disks/${diskId}`, { sizeGB: 6 });
    assert.deepEqual(await called.ask("GET", `/disks/${diskId}`), grown);
    assert.deepEqual((await called.ask("GET", `/disks?serviceId=${id}`))[0].disk, grown);
    assert.deepEqual([grown.sizeGB, grown.name, grown.createdAt], [6, "data", createdAt]);
    assert.ok(grown.updatedAt > updatedAt);
    assert.match(
      (await called.call("POST", `${path}/scale`, { numInstances: 2 })).body.message,
      /with a disk/,
    );
    assert.equal((await called.call("DELETE", `/disks/${diskId}`)).status, 204);
    assert.equal("disk" in (await details()), false);
    assert.deepEqual(await events("disk_created", "disk_updated", "disk_deleted"), [
      { diskId },
      { diskId, fromSizeGB: 5, toSizeGB: 6 },
      { diskId, sizeGB: 5 },
    ]);
  });

  const DOMAINS = [
    { name: "example.com", domainType: "apex", publicSuffix: "com", redirect: "www.example.com" },
    { name: "www.example.co.uk", domainType: "subdomain", publicSuffix: "co.uk", redirect: "example.co.uk" },
    { name: "API.example.com", domainType: "subdomain", publicSuffix: "com", redirect: undefined },
  ] as const;

  for (const { name, domainType, publicSuffix, redirect } of DOMAINS) {
    it(`take the domain ${name}${redirect === undefined ? " alone" : `, and ${redirect} that leads to it`}`, async () => {
      const { status, body } = await called.call("POST", `${path}/custom-domains`, { name });
      assert.equal(status, 201);
      const [own, twin] = body;
      const { id: domainId, createdAt, ...shown } = own;
      assert.match(domainId, /^cdm-/);
      const expected = { name: name.toLowerCase(), domainType, publicSuffix, redirectForName: "" };
      assert.deepEqual(shown, { ...expected, verificationStatus: "unverified" });
      assert.deepEqual([twin?.name, twin?.redirectForName], [redirect, redirect && name]);
      const listed = (await called.ask("GET", `${path}/custom-domains`)).map(
        (each: Json) => each.customDomain,
      );
      assert.deepEqual(listed, body.toReversed());
      assert.equal((await called.call("POST", `${path}/custom-domains/${domainId}/verify`)).status, 202);
      const verified = await called.ask("GET", `${path}/custom-domains/${name}`);
      assert.equal(verified.verificationStatus, "verified");
      assert.equal((await called.call("DELETE", `${path}/custom-domains/${name}`)).status, 204);
      assert.deepEqual(await called.ask("GET", `${path}/custom-domains`), []);
    });
  }

  it("refuse a domain that another service has", async () => {
    const other = await called.service({ name: "other" });
    await called.ask("POST", `/services/${other.id}/custom-domains`, { name: "api.example.com" });
    const { status, body } = await called.call("POST", `${path}/custom-domains`, { name: "api.example.com" });
    assert.deepEqual([status, body.message], [409, "name: api.example.com is already in use"]);
    await called.ask("DELETE", `/services/${other.id}`);
    assert.equal(
      (await called.call("POST", `${path}/custom-domains`, { name: "api.example.com" })).status,
      201,
    );
  });

  it("answer default notifications until there is an override", async () => {
    const override = `/notification-settings/overrides/services/${id}`;
    const defaults = {
      serviceId: id,
      notificationsToSend: "default",
      previewNotificationsEnabled: "default",
    };
    assert.deepEqual(await called.ask("GET", override), defaults);
    assert.deepEqual(await called.ask("GET", "/notification-settings/overrides"), []);
    const changed = await called.ask("PATCH", override, { notificationsToSend: "failure" });
    assert.deepEqual(changed, { ...defaults, notificationsToSend: "failure" });
    assert.deepEqual(await called.ask("GET", override), changed);
    const [listed] = await called.ask("GET", "/notification-settings/overrides");
    assert.deepEqual(listed.override, changed);
  });

  it("never tell a log stream's token", async () => {
    const stream = `/logs/streams/resource/${id}`;
    const given = { setting: "send", endpoint: "logs.example.com:514" };
    const put = await called.call("PUT", stream, { ...given, token: "canary" });
    assert.equal(put.status, 200);
    assert.deepEqual(put.body, { resourceId: id, ...given });
    assert.deepEqual(await called.ask("GET", stream), put.body);
    assert.deepEqual(await called.ask("GET", "/logs/streams/resource"), [put.body]);
    assert.equal((await called.call("DELETE", stream)).status, 204);
    assert.equal((await called.call("DELETE", stream)).status, 404);
  });
});
