import assert from "node:assert/strict";
import { configurationProblems, readConfiguration } from "../../../render/plugin/configuration";
import { UNKNOWN } from "../../../render/plugin/property-values";

describe("The provider's configuration", () => {
  it("comes from the stack before the environment, and has defaults", () => {
    const environment = { RENDER_API_KEY: "k", RENDER_OWNER_ID: "tea-1", RENDER_REQUEST_TIMEOUT: "5" };
    const read = readConfiguration({ ownerId: "tea-2", waitForDeployCompletion: "true" }, environment);
    assert.deepEqual(read, {
      host: "https://api.render.com/v1",
      apiKey: "k",
      ownerId: "tea-2",
      waitForDeployCompletion: true,
      skipDeployAfterServiceUpdate: false,
      requestTimeout: 5_000,
    });
    assert.equal(readConfiguration({}, {}).requestTimeout, 30_000);
    assert.equal(readConfiguration({ requestTimeout: "0.5" }, environment).requestTimeout, 500);
  });

  const WRONG: readonly (readonly [string, unknown])[] = [
    ["host", "api.render.com"],
    ["host", "ftp://api.render.com"],
    ["host", "http://api.render.com/v1"],
    ["host", "http://127.0.0.1@api.render.com/v1"],
    ["waitForDeployCompletion", "yes"],
    ["requestTimeout", "soon"],
    ["requestTimeout", "0"],
    ["requestTimeout", "601"],
    ["apikey", "x"],
  ];
  for (const [property, value] of WRONG) {
    it(`has a problem with ${property} ${JSON.stringify(value)}`, () => {
      assert.deepEqual(
        configurationProblems({ [property]: value }).map((problem) => problem.property),
        [property],
      );
    });
  }

  it("has none with what is right, unknown or the engine's own", () => {
    const given = { host: "http://127.0.0.1:1/v1", apiKey: UNKNOWN, requestTimeout: "2.5", version: "0.1.0" };
    assert.deepEqual(configurationProblems(given), []);
  });
});
