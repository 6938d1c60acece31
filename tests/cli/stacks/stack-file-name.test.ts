import assert from "node:assert/strict";
import { isSameStack, stackFileName } from "../../../cli/stacks/stack-file-name";

describe("A stack's name", () => {
  it("is one stack's with and without its organization and project", () => {
    for (const [one, other] of [
      ["production", "production"],
      ["organization/shop/production", "production"],
      ["production", "organization/shop/production"],
      ["acme/production", "acme/shop/production"],
    ] as const)
      assert.equal(isSameStack(one, other), true, `${one} ${other}`);
  });

  it("is another's where the last part or the organization differs", () => {
    for (const [one, other] of [
      ["production", "pre-production"],
      ["organization/shop/production", "staging"],
      ["acme/production", "zenith/production"],
      ["acme/shop/production", "zenith/shop/production"],
    ] as const)
      assert.equal(isSameStack(one, other), false, `${one} ${other}`);
  });

  it("gives the file's by its last part", () => {
    assert.equal(stackFileName("organization/shop/production"), "Pulumi.production.yaml");
  });
});
