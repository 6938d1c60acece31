import assert from "node:assert/strict";
import { packageSchema } from "../../../render/plugin/schema";
import { KINDS } from "../../../render/resources";
import type { Json } from "../../rehearsal/render/called-render";

describe("The package's schema", () => {
  const schema = packageSchema("0.1.0") as Json;

  it("has every kind of resource with every field by its name", () => {
    assert.deepEqual(
      Object.keys(schema.resources),
      KINDS.map(({ token }) => token),
    );
    for (const { token, fields, outputs, computed } of KINDS) {
      const { inputProperties, properties } = schema.resources[token];
      assert.deepEqual(Object.keys(inputProperties), Object.keys(fields));
      const names = [...Object.keys(fields), ...Object.keys(outputs), ...Object.keys(computed)];
      assert.deepEqual(Object.keys(properties).toSorted(), [...new Set(names)].toSorted());
    }
  });

  it("has a function for each kind, which asks for an id where there may be several", () => {
    const asked = Object.entries<Json>(schema.functions).map(([token, { inputs, outputs }]) => {
      assert.ok(Object.keys(outputs.properties).includes("id"), token);
      return [token.replace(/.*:get/, ""), inputs.required.join()];
    });
    const own = { LogStream: "", MetricsStream: "", NotificationSetting: "", EnvGroupLink: "envGroupId" };
    const names = KINDS.map(({ token }) => token.replace(/.*:/, ""));
    const each = Object.fromEntries(names.map((name) => [name, "id"]));
    assert.deepEqual(Object.fromEntries(asked), { ...each, ...own });
  });

  it("refers to no type that is not there, and has none that nothing refers to", () => {
    const text = JSON.stringify(schema);
    const referred = [...text.matchAll(/"\$ref":"#\/types\/([^"]+)"/g)].map(([, token]) => token);
    assert.deepEqual([...new Set(referred)].toSorted(), Object.keys(schema.types).toSorted());
  });

  it("marks what is secret", () => {
    const secret = (token: string, name: string) => schema.types[token].properties[name].secret;
    assert.equal(secret("render:index/WebServiceEnvVars:WebServiceEnvVars", "value"), true);
    assert.equal(secret("render:index/WebServiceSecretFiles:WebServiceSecretFiles", "content"), true);
    assert.equal(
      secret("render:index/WebServiceLogStreamOverride:WebServiceLogStreamOverride", "token"),
      true,
    );
    assert.equal(secret("render:index/EnvGroupOutputEnvVars:EnvGroupOutputEnvVars", "value"), true);
    assert.equal(secret("render:index/WebServiceDisk:WebServiceDisk", "name"), undefined);
    assert.equal(schema.config.variables.apiKey.secret, true);
  });

  it("says what is required", () => {
    const { requiredInputs } = schema.resources["render:index/webService:WebService"];
    assert.deepEqual(requiredInputs, ["name", "plan", "region", "runtimeSource"]);
  });
});
