import assert from "node:assert/strict";
import { bareHost, hostAndPort, hostInUrl } from "../../domain/bare-host";

describe("A host", () => {
  it("has brackets in a URL where it is an IPv6 address, and only there", () => {
    assert.equal(hostInUrl("2600:1f18::5"), "[2600:1f18::5]");
    assert.equal(hostInUrl("[2600:1f18::5]"), "[2600:1f18::5]");
    assert.equal(hostInUrl("db.acme.io"), "db.acme.io");
    assert.equal(hostAndPort("::1", 5432), "[::1]:5432");
    assert.equal(bareHost("[::1]"), "::1");
  });
});
