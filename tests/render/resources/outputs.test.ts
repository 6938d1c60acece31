import assert from "node:assert/strict";
import { UNKNOWN } from "../../../render/plugin/property-values";
import { envGroup } from "../../../render/resources/env-group";
import { webService } from "../../../render/resources/web-service";
import { CalledKind, IMAGE } from "../called-kind";

/** By the names of the official provider's computed attributes. */
describe("The outputs of a web service", () => {
  let kinds: CalledKind;
  before(async () => {
    kinds = await CalledKind.open();
  });
  after(() => kinds.close());

  const wanted = {
    ...IMAGE,
    envVars: { A: { generateValue: true }, B: { value: "b" } },
    customDomains: [{ name: "example.com" }, { name: "api.example.org" }],
    disk: { name: "data", sizeGb: 1, mountPath: "/data" },
  };

  it("have the ids of its disk and its domains, and say which values Render has made", async () => {
    const inputs = kinds.checked(webService, wanted);
    const before = webService.planned?.(inputs, { inputs: {}, state: {} });
    assert.deepEqual(before?.disk, { ...wanted.disk, id: UNKNOWN });
    assert.deepEqual(before?.envVars, {
      A: { generateValue: true, value: UNKNOWN },
      B: { value: "b" },
    });
    const { id, outputs } = await webService.create(kinds.context(), inputs);
    const { serviceDetails } = await kinds.called.ask("GET", `/services/${id}`);
    assert.match(serviceDetails.disk.id, /^dsk-/);
    assert.deepEqual(outputs.disk, { ...wanted.disk, id: serviceDetails.disk.id });
    const listed = await kinds.called.ask("GET", `/services/${id}/custom-domains`);
    const idOf = (name: string) =>
      listed.find(({ customDomain }: { customDomain: { name: string } }) => customDomain.name === name)
        .customDomain.id;
    const named = [
      { id: idOf("example.com"), name: "example.com", domainType: "apex", publicSuffix: "com" },
      { id: idOf("api.example.org"), name: "api.example.org", domainType: "subdomain", publicSuffix: "org" },
    ];
    assert.deepEqual(outputs.customDomains, named);
    const active = outputs.activeCustomDomains as readonly { readonly name: string }[];
    assert.deepEqual(
      active.find(({ name }) => name === "www.example.com"),
      {
        ...{
          id: idOf("www.example.com"),
          name: "www.example.com",
          domainType: "subdomain",
          publicSuffix: "com",
        },
        redirectForName: "example.com",
      },
    );
    const { A, B } = outputs.envVars as Record<string, { value: string; generateValue?: boolean }>;
    assert.deepEqual([A?.generateValue, A?.value.length, B], [true, 44, { value: "b" }]);
    const planned = webService.planned?.(inputs, { inputs, state: outputs });
    assert.deepEqual(
      [planned?.disk, planned?.customDomains, planned?.envVars],
      [outputs.disk, outputs.customDomains, outputs.envVars],
      "a preview without a change shows none",
    );
    const more = [...wanted.customDomains, { name: "b.example.com" }];
    const third = webService.planned?.({ ...inputs, customDomains: more }, { inputs, state: outputs });
    assert.deepEqual(third?.customDomains, [
      ...named,
      { name: "b.example.com", id: UNKNOWN, domainType: UNKNOWN, publicSuffix: UNKNOWN },
    ]);
  });

  it("and of an env group say which values Render has made", async () => {
    const inputs = kinds.checked(envGroup, { name: "shared", envVars: { KEY: { generateValue: true } } });
    const { outputs } = await envGroup.create(kinds.context(), inputs);
    const { KEY } = outputs.envVars as Record<string, { value: string; generateValue?: boolean }>;
    assert.deepEqual([KEY?.generateValue, KEY?.value.length], [true, 44]);
  });
});
