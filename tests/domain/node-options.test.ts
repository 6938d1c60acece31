import assert from "node:assert/strict";
import { takenByNode } from "../../domain/node-options";

describe("options in NODE_OPTIONS", () => {
  it("are those that the node which runs this test takes, whatever its version", () => {
    const [major = ""] = process.versions.node.split(".");
    const missed = [...process.allowedNodeEnvironmentFlags].filter(
      (flag) => takenByNode(flag, major) === "never",
    );
    assert.deepEqual(missed, []);
  });

  it("are read with either mark between their words, and without what is behind the sign", () => {
    assert.equal(takenByNode("--max_old_space_size=400", "20"), "taken");
    assert.equal(takenByNode("--no-warnings", undefined), "taken");
  });

  it("end a version of which none comes any more, and may be a later one's", () => {
    assert.equal(takenByNode("--use-env-proxy", "20.11.1"), "never");
    assert.equal(takenByNode("--use-env-proxy", "22"), "taken");
    assert.equal(takenByNode("--max-old-space=400", "22"), "unknown");
    assert.equal(takenByNode("--max-old-space=400", ">=20"), "unknown");
  });
});
