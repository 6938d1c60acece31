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

  it("refuses secrets in plain text, of the only database and of several", () => {
    const set = (config: Readonly<Record<string, unknown>>, secret: readonly string[]) => {
      const texts = Object.entries(config).map(([key, value]) => [
        `portcullis:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]);
      pulumi.runtime.setAllConfig(
        Object.fromEntries(texts),
        secret.map((key) => `portcullis:${key}`),
      );
    };
    const plain = /portcullis:([\w.]+): expected a secret, got one in plain text/;
    set({ databaseUrl: "postgresql://u:c4nary@h/d" }, []);
    assert.throws(readStack, (error: Error) => plain.exec(error.message)?.[1] === "databaseUrl");
    const databases = { main: { host: "db.acme.com", role: "shop", password: "c4nary" } };
    set({ databases }, []);
    assert.throws(readStack, (error: Error) => plain.exec(error.message)?.[1] === "databases.main.password");
    set({ databases }, ["databases"]);
    assert.throws(readStack, (error: Error) => !plain.test(error.message));
  });
});
