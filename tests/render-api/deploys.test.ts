import assert from "node:assert/strict";
import { failedAt } from "../../render-api";

describe("the time at which Render gave a deploy up", () => {
  const finishedAt = "2026-11-25T08:00:00.5Z";
  for (const status of ["build_failed", "pre_deploy_failed", "update_failed", "canceled"]) {
    it(`is when it finished as ${status}`, () =>
      assert.equal(
        failedAt({ id: "dep-1", status, createdAt: "", finishedAt })?.toISOString(),
        "2026-11-25T08:00:00.500Z",
      ));
  }
  for (const status of ["live", "deactivated", "update_in_progress"]) {
    it(`is none of a deploy that is ${status}`, () =>
      assert.equal(failedAt({ id: "dep-1", status, createdAt: "", finishedAt }), undefined));
  }
  it("is none where Render does not say it", () => {
    for (const unsaid of [{}, { finishedAt: null }, { finishedAt: "soon" }])
      assert.equal(failedAt({ id: "dep-1", status: "build_failed", createdAt: "", ...unsaid }), undefined);
  });
});
