import assert from "node:assert/strict";
import fc from "fast-check";
import { compareVersions, POSTGRESQL_VERSION, SDK_VERSION } from "../../engine/versions";
import packageJson from "../../package.json";

describe("versions", () => {
  it("are the ones that package.json pins", () => {
    assert.equal(packageJson.devDependencies["@pulumi/pulumi"], SDK_VERSION);
    assert.equal(packageJson.devDependencies["@pulumi/postgresql"], POSTGRESQL_VERSION);
  });

  it("compare by number, not by text", () => {
    assert.ok(compareVersions("3.259.0", "3.99.9") > 0);
    assert.ok(compareVersions("v3.259.0", "3.260.0") < 0);
    assert.equal(compareVersions("v3.259.0-dev.1", "3.259.0"), 0);
  });

  it("compare the other way round with the other sign", () => {
    const version = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((parts) => parts.join("."));
    fc.assert(
      fc.property(version, version, (left, right) => {
        assert.equal(Math.sign(compareVersions(left, right)), -Math.sign(compareVersions(right, left)) + 0);
      }),
    );
  });
});
