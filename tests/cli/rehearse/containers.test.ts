import assert from "node:assert/strict";
import { notRehearsable } from "../../../cli/rehearse/containers";
import type { StackFile } from "../../../cli/stacks/stack-file";

const stack = (config: Record<string, unknown>): StackFile => ({
  ...{ stack: "staging", secretKeys: [], secretPlaces: [] },
  config,
});

describe("a stack whose service runs in a container", () => {
  it("is not rehearsable, and says which service", () => {
    for (const runtime of ["docker", "image"]) {
      const service = { name: "shop", runtime };
      assert.match(notRehearsable(stack({ "portcullis:service": service })) ?? "", /^Not rehearsed: shop \(/);
      const several = { api: { name: "api", runtime: "node" }, jobs: { name: "jobs", runtime } };
      assert.match(
        notRehearsable(stack({ "portcullis:services": several })) ?? "",
        /^Not rehearsed: jobs \(/,
      );
    }
  });

  it("is told from every other", () => {
    const service = { name: "shop", runtime: "python" };
    assert.equal(notRehearsable(stack({ "portcullis:service": service })), undefined);
    assert.equal(notRehearsable(stack({})), undefined);
  });
});
