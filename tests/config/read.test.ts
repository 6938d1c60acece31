import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { readStack } from "../../config";

describe("A stack's configuration in a program of the Automation API", () => {
  const before = pulumi.runtime.allConfig();
  after(() => pulumi.runtime.setAllConfig(before));

  it("names the keys that hold a secret, which no variable of the process does", () => {
    const service = {
      ...{ name: "shop", repository: "https://github.com/acme/shop", runtime: "node", region: "oregon" },
      ...{ build: "true", start: "node server.js", port: 8000, environment: { API_KEY: "c4nary" } },
    };
    const config = {
      "portcullis:service": JSON.stringify(service),
      "portcullis:standardPort": "8000",
      "portcullis:verify": "{}",
      "render:apiKey": "c4nary",
    };
    pulumi.runtime.setAllConfig(config, ["portcullis:service", "render:apiKey"]);
    assert.deepEqual(readStack().secretKeys, ["service"]);
  });
});
